import { CalqueError } from '../../model/errors.ts';

const LONGEST_FILTER = 500;

/** Every letter of Latin-1 and Latin Extended-A, and the signs that print the same, by what they are read as. */
const ALIKE = readAlike();

/**
 * A GLOB pattern that finds `text` anywhere, whatever the case and accents of either: `eleve` finds “Élevé”. The engine
 * scans with it alone, so no text leaves it to be compared.
 * @throws CalqueError `text-too-long` above 500 characters
 */
export function textFilter(text: string): string {
  if (text.length > LONGEST_FILTER) {
    const message = `The text searched for is longer than ${LONGEST_FILTER} characters.`;
    throw new CalqueError('text-too-long', message, { where: 'text' });
  }
  const letters = Array.from(text.normalize('NFC'), (letter) => {
    const alike = ALIKE.get(plain(letter));
    if (alike !== undefined) return alike.includes(letter) ? `[${alike}]` : `[${alike}${letter}]`;
    return /[*?[]/.test(letter) ? `[${letter}]` : letter;
  });
  return `*${letters.join('')}*`;
}

function readAlike(): Map<string, string> {
  const alike = new Map<string, string>([
    ["'", "'’‘"],
    [' ', ' \u00a0\u202f'],
    ['"', '"“”«»'],
  ]);
  for (let code = 0x41; code <= 0x17f; code += 1) {
    const letter = String.fromCharCode(code);
    if (/\p{L}/u.test(letter)) alike.set(plain(letter), (alike.get(plain(letter)) ?? '') + letter);
  }
  return alike;
}

/** What a letter or sign is read as: without accents, in lower case; French and curled signs as the typewriter's. */
function plain(letter: string): string {
  if (/[’‘]/.test(letter)) return "'";
  if (/[\u00a0\u202f]/.test(letter)) return ' ';
  if (/[“”«»]/.test(letter)) return '"';
  return letter.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
