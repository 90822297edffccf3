import { normalizeText, stripAccents } from '../../../memory/text/normalize.ts';
import { type Suggestions, usable } from '../state/suggestions.ts';

/** What may complete a word that is being written: what the terms of the source are called, and how its pieces were translated. */
export function completionsFrom(found: Suggestions | undefined): readonly string[] {
  const terms = (found?.terms ?? []).flatMap((term) => usable(term) ?? []);
  return [...new Set([...terms, ...(found?.fragments ?? []).map(({ translation }) => translation)])];
}

export interface Completion {
  /** Where what it completes begins, as an offset into the text before the cursor. */
  readonly from: number;
  readonly texts: readonly string[];
}

/** As much must be written before anything is offered, in letters. */
const LEAST_WRITTEN = 2;
/** As many words back a text may have been begun. */
const MOST_WORDS = 4;
const MOST_OFFERED = 6;

/**
 * What the words before the cursor are the beginning of, case, accents and typography aside: the longest beginning
 * counts. `undefined` where nothing is, and where nothing would be left to write.
 * @param before the text of the line before the cursor
 */
export function completionOf(before: string, offered: readonly string[]): Completion | undefined {
  for (const from of wordStarts(before)) {
    const written = before.slice(from);
    const texts = offered.filter((text) => completes(text, written));
    if (texts.length > 0) return { from, texts: texts.slice(0, MOST_OFFERED).map((text) => cased(text, written)) };
  }
  return undefined;
}

/** Where the last words begin, the farthest first; none where no word is being written, or one that is too short. */
function wordStarts(before: string): readonly number[] {
  const last = /[\p{L}\p{N}][\p{L}\p{N}-]*$/u.exec(before);
  if (last === null || last[0].length < LEAST_WRITTEN) return [];
  const starts = [...before.matchAll(/(?<![\p{L}\p{N}-])[\p{L}\p{N}]/gu)].map(({ index }) => index);
  return starts.slice(-MOST_WORDS);
}

function completes(text: string, written: string): boolean {
  return text.length > written.length && fold(text).startsWith(fold(written));
}

/** With the capital that was written, as at the start of a sentence. */
function cased(text: string, written: string): string {
  const [first = ''] = written;
  return first !== first.toLowerCase() ? first + text.slice(first.length) : text;
}

function fold(text: string): string {
  return stripAccents(normalizeText(text));
}
