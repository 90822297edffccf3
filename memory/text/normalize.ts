const APOSTROPHES = /[‘’‛ʼ′`´]/g;
const QUOTES = /[«»“”„‟″]/g;
const DASHES = /[‐‑‒–—―−]/g;
const INVISIBLES = /\p{Cf}|\p{Variation_Selector}/gu;
const SPACES = /[\s\p{Cc}]+/gu;
/** French sets a space inside « » and before : ; ! ? that English has not and that keyboards leave out. */
const INSIDE_QUOTES = /« | »/g;
const BEFORE_HIGH_MARKS = / (?=[:;!?])/g;
const LIGATURES = /[œæŒÆﬀ-ﬆ]/g;
/** Of these letters and marks only case is folded. With `i` and without `u`, no letter outside of Latin 1 but Ÿ passes for one of them. */
const PLAIN = /^[a-z0-9'à-åç-öø-ÿ-]*$/i;

const LIGATURE_LETTERS: Readonly<Record<string, string>> = {
  œ: 'oe',
  æ: 'ae',
  Œ: 'Oe',
  Æ: 'Ae',
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

/**
 * A text as it is compared when typography does not count: composed (NFC), straight apostrophes and quotes, one kind
 * of dash and of space, no space inside guillemets or before a high mark, no ligatures, no invisible characters,
 * lower case, no space at either end. Accents stay. Folding twice changes nothing.
 */
export function normalizeText(text: string): string {
  return foldWord(
    text
      .replace(INVISIBLES, '')
      .replace(SPACES, ' ')
      .replace(INSIDE_QUOTES, (found) => found.trim())
      .replace(BEFORE_HIGH_MARKS, ''),
  ).trim();
}

/** One word, number or mark, folded as {@link normalizeText} folds a text. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return foldTypography(word).toLowerCase().normalize('NFC');
}

/** Like {@link foldWord}, upper and lower case kept. */
export function foldTypography(word: string): string {
  return word
    .normalize('NFC')
    .replace(INVISIBLES, '')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(LIGATURES, (letter) => LIGATURE_LETTERS[letter] ?? letter);
}

/** The letters without their accents: `état` gives `etat`. */
export function stripAccents(text: string): string {
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) > 0x7f)
      return text
        .normalize('NFD')
        .replace(/\p{Mn}/gu, '')
        .normalize('NFC');
  }
  return text;
}
