import { CalqueError } from '../../model/errors.ts';

const LONGEST_FILTER = 500;

/** The letters of French and English, accents included, and the signs that stand for one another, by what they are read as. */
const ALIKE = readAlike();

/** A text must match both: `like` rules nearly every text out fast, `glob` decides. */
interface TextFilter {
  readonly like: string;
  readonly glob: string;
}

/**
 * Patterns that find `text` anywhere, whatever the case and accents of either: `eleve` finds “Élevé”. The engine scans
 * with them alone, so no text leaves it to be compared.
 * @throws CalqueError `text-too-long` above 500 characters
 */
export function textFilter(text: string): TextFilter {
  if (text.length > LONGEST_FILTER) {
    const message = `The text searched for is longer than ${LONGEST_FILTER} characters.`;
    throw new CalqueError('text-too-long', message, { where: 'text' });
  }
  const letters = Array.from(text.normalize('NFC'));
  return { like: `%${letters.map(coarse).join('').replace(/^_+/, '')}%`, glob: `*${letters.map(exact).join('')}*` };
}

/** Any one character for what is written in several ways; the two cases of a–z are one to LIKE. */
function coarse(letter: string): string {
  if (!/[bdfghjklmpqrstvwxz0-9%_\\]/i.test(letter)) return '_';
  return /[%_\\]/.test(letter) ? `\\${letter}` : letter;
}

function exact(letter: string): string {
  const alike = ALIKE.get(plain(letter));
  if (alike !== undefined) return alike.includes(letter) ? `[${alike}]` : `[${alike}${letter}]`;
  return /[*?[]/.test(letter) ? `[${letter}]` : letter;
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
