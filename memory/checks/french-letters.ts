import { type Found, onAll, type Subject, saying } from './check.ts';
import { wordsOf } from './word-list.ts';

/** What may stand before the first letter of a word: an elided word, but no letter and no hyphen. */
const BEGINS = '(?<![\\p{L}-])';

/** Words that begin with É, without their first letter, by their beginnings; no word that begins with E does so. */
const AFTER_E_ACUTE = wordsOf(`tat tant tait taient té tud trang glise cole colier colog conom crivain cran crire dition
  diteur ditorial ducat galité galement gypt laborat lection lectric lectro lève lysée lément mirat mission motion nerg norm
  paul pidémi poque preuve quateur quip rythrée thiopi vacu valu vénement vèque vêque vident videm volution viter
  voqu change chec chelle coss clair clat tage toile tienne`);
/** Words after the preposition at the beginning of a sentence; A-t-il and “A B C” are none. */
const AFTER_A_GRAVE = wordsOf(`la l leur leurs sa son ses ce cet cette ces partir propos travers peine titre quoi
  nouveau force côté savoir Paris Bruxelles Londres Genève Washington Moscou Berlin Rome Lyon Marseille Lille Montréal
  Québec \\d+`);

const E_ACUTE = new RegExp(`${BEGINS}E(?=${AFTER_E_ACUTE})`, 'gu');
const A_GRAVE = new RegExp(
  `(?<=^[«“"\\s]{0,3}|[.!?…:]\\s[«“"\\s]{0,3})A(?= (?:${AFTER_A_GRAVE})(?![\\p{L}\\d]))`,
  'gu',
);
const C_CEDILLA = new RegExp(`${BEGINS}C(?=a \\p{Ll})`, 'gu');
const I_CIRCUMFLEX = new RegExp(`${BEGINS}I(?=les? )`, 'gu');

const CAPITALS: readonly { readonly pattern: RegExp; readonly letter: string }[] = [
  { pattern: E_ACUTE, letter: 'É' },
  { pattern: A_GRAVE, letter: 'À' },
  { pattern: C_CEDILLA, letter: 'Ç' },
  { pattern: I_CIRCUMFLEX, letter: 'Î' },
];

/** Words with œ by their beginnings, as they are typed without it. */
const WITHOUT_LIGATURE = new RegExp(
  `(?<!\\p{L})(?:${wordsOf(`oeuvr manoeuvr désoeuvr coeur soeur choeur rancoeur écoeur oeuf boeuf oeil voeu noeud moeurs
    foet oesoph oedèm oedip oenolog oestrog oecum`)})`,
  'giu',
);

/** Capitals without the accent that French gives them. */
export function bareCapitals({ source, target }: Subject): readonly Found[] {
  if (target.language !== 'fr') return [];
  const edits = CAPITALS.flatMap(({ pattern, letter }) =>
    [...target.text.matchAll(pattern)].map(({ index }) => ({ start: index, end: index + 1, text: letter })),
  )
    .filter(({ start }) => !isTaken(wordAt(target.text, start), source.text))
    .sort((a, b) => a.start - b.start);
  const words = edits.map(({ start }) => wordAt(target.text, start));
  return onAll(edits, saying('bare-capital', words), { does: 'change', to: letters(edits) });
}

/** A word that the source has as well may be a name or a title in its language. */
function isTaken(word: string, source: string): boolean {
  return word.length > 1 && source.includes(word);
}

/** Words with oe that are written with œ. */
export function missingLigatures({ target }: Subject): readonly Found[] {
  if (target.language !== 'fr') return [];
  const edits = [...target.text.matchAll(WITHOUT_LIGATURE)].map(({ index, 0: found }) => {
    const at = found.toLowerCase().indexOf('oe');
    return { start: index + at, end: index + at + 2, text: found.charAt(at) === 'O' ? 'Œ' : 'œ' };
  });
  const words = edits.map(({ start }) => wordAt(target.text, start));
  return onAll(edits, saying('ligature', words), { does: 'change', to: letters(edits) });
}

function letters(edits: readonly { readonly text: string }[]): string {
  return [...new Set(edits.map(({ text }) => text))].join(', ');
}

function wordAt(text: string, at: number): string {
  const before = /\p{L}*$/u.exec(text.slice(Math.max(0, at - 30), at))?.[0] ?? '';
  return before + (/^\p{L}+/u.exec(text.slice(at, at + 30))?.[0] ?? '');
}
