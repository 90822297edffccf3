import { CalqueError } from '../../model/errors.ts';

const LONGEST_FILTER = 500;

/** The letters of French and English, accents included, and the signs that stand for one another, by what they are read as. */
const ALIKE = readAlike();

/** A letter of a text that is searched for. */
interface SoughtLetter {
  readonly letter: string;
  /** All that are read as it; absent where it stands for itself alone. */
  readonly alike?: string;
}

/**
 * The letters of a text to find whatever the case and accents of either: `eleve` finds “Élevé”.
 * @throws CalqueError `text-too-long` above 500 characters
 */
export function soughtLetters(text: string): readonly SoughtLetter[] {
  if (text.length > LONGEST_FILTER) {
    const message = `The text searched for is longer than ${LONGEST_FILTER} characters.`;
    throw new CalqueError('text-too-long', message, { where: 'text' });
  }
  return Array.from(text.normalize('NFC'), (letter) => {
    const alike = ALIKE.get(plain(letter));
    if (alike === undefined) return { letter };
    return { letter, alike: alike.includes(letter) ? alike : alike + letter };
  });
}

function readAlike(): Map<string, string> {
  const alike = new Map<string, string>([
    ["'", "'’‘"],
    [' ', ' \u00a0\u202f'],
    ['"', '"“”«»'],
  ]);
  for (const letter of 'abcdefghijklmnopqrstuvwxyzàáâãäåçèéêëìíîïñòóôõöùúûüýÿ') {
    alike.set(plain(letter), (alike.get(plain(letter)) ?? '') + letter + letter.toUpperCase());
  }
  return alike;
}

/** What a letter or sign is read as: a letter without accents, in lower case; French and curled signs as the typewriter's. */
function plain(letter: string): string {
  if (/[’‘]/.test(letter)) return "'";
  if (/[\u00a0\u202f]/.test(letter)) return ' ';
  if (/[“”«»]/.test(letter)) return '"';
  return letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
