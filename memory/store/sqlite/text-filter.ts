import { soughtLetters } from '../sql/letters-alike.ts';

/** A text must match both: `like` rules nearly every text out fast, `glob` decides. */
interface TextFilter {
  readonly like: string;
  readonly glob: string;
}

/**
 * Patterns that find `text` anywhere, as {@link soughtLetters} has it. The engine scans with them alone, so no text
 * leaves it to be compared.
 * @throws CalqueError `text-too-long` above 500 characters
 */
export function textFilter(text: string): TextFilter {
  const letters = soughtLetters(text);
  const like = letters.map(({ letter }) => coarse(letter)).join('');
  const glob = letters.map(({ letter, alike }) => (alike === undefined ? exact(letter) : `[${alike}]`)).join('');
  return { like: `%${like.replace(/^_+/, '')}%`, glob: `*${glob}*` };
}

/** Any one character for what is written in several ways; the two cases of a–z are one to LIKE. */
function coarse(letter: string): string {
  if (!/[bdfghjklmpqrstvwxz0-9%_\\]/i.test(letter)) return '_';
  return /[%_\\]/.test(letter) ? `\\${letter}` : letter;
}

function exact(letter: string): string {
  return /[*?[]/.test(letter) ? `[${letter}]` : letter;
}
