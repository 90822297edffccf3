/** What a UTF-16 code unit is to the tokeniser. */
export const SPACE = 1;
export const LETTER = 2;
export const DIGIT = 3;
export const APOSTROPHE = 4;
export const HYPHEN = 5;
/** Soft hyphens, joiners, direction marks: seen by nobody, part of a word when inside it. */
export const INVISIBLE = 6;
export const MARK = 7;

const LETTER_LIKE = /[\p{L}\p{M}\p{N}]/u;
const SPACE_LIKE = /[\s\p{Z}\p{Cc}]/u;
const FORMAT = /[\p{Cf}\p{Variation_Selector}]/u;

const classes = new Uint8Array(0x10000);

/**
 * The class of the character at `index`. A surrogate pair is looked up at its first half and the second half has the
 * class of the pair's letters or marks too, so a caller may go on one code unit at a time; half a pair is a mark.
 */
export function classAt(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdfff) return pairClass(text, index);
  const known = classes[code];
  if (known !== undefined && known !== 0) return known;
  const found = classify(code);
  classes[code] = found;
  return found;
}

/** How many UTF-16 code units the character at `index` takes. */
export function widthAt(text: string, index: number): 1 | 2 {
  const code = text.codePointAt(index) ?? 0;
  return code > 0xffff ? 2 : 1;
}

/** Whether the character at `index` can start or go on a word. */
export function isWordAt(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false;
  const kind = classAt(text, index);
  return kind === LETTER || kind === DIGIT;
}

function pairClass(text: string, index: number): number {
  const whole = text.codePointAt(index) ?? 0;
  if (whole > 0xffff) return classify(whole);
  const before = index > 0 ? (text.codePointAt(index - 1) ?? 0) : 0;
  return before > 0xffff ? classify(before) : MARK;
}

function classify(code: number): number {
  if (code >= 0x30 && code <= 0x39) return DIGIT;
  if (code === 0x27 || code === 0x2019 || code === 0x2bc) return APOSTROPHE;
  if (code === 0x2d || code === 0x2010 || code === 0x2011) return HYPHEN;
  const character = String.fromCodePoint(code);
  if (FORMAT.test(character)) return INVISIBLE;
  if (LETTER_LIKE.test(character)) return LETTER;
  return SPACE_LIKE.test(character) ? SPACE : MARK;
}
