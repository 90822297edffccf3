import { canonicalContent, type InlineContent, isCode } from '../model/inline.ts';
import type { TextEdit } from './edit.ts';

/** What is looked for in texts, and what comes in its place. */
export interface TextSearch {
  readonly text: string;
  readonly replacement: string;
  /** Only as it is written: in its case, with its kind of apostrophes, quotation marks, dashes and spaces. */
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** The text is a regular expression, the replacement may name its groups: `$1`. */
  readonly pattern: boolean;
}

/** The expression that finds it; `undefined` where there is nothing to look for. @throws SyntaxError for a pattern that is none */
export function searchExpression({ text, matchCase, wholeWords, pattern }: TextSearch): RegExp | undefined {
  if (text === '') return undefined;
  const literal = (part: string) => part.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const loose = (sign: string) => (matchCase ? undefined : alike(sign)) ?? literal(sign);
  const source = pattern ? text : [...text].map(loose).join('');
  const whole = wholeWords ? String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])` : source;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

/** An edit for every place at which the expression stands in a text, in order. */
export function replacingEdits(
  text: string,
  expression: RegExp,
  { replacement, pattern }: TextSearch,
): readonly TextEdit[] {
  return [...text.matchAll(expression)].flatMap((found) =>
    // Nothing comes of what is so already.
    found[0] === '' || found[0] === textFor(found, replacement, pattern)
      ? []
      : [{ start: found.index, end: found.index + found[0].length, text: textFor(found, replacement, pattern) }],
  );
}

/** `$1` to `$9` are the groups, `$&` is all that was found, `$$` is a dollar. */
function textFor(found: RegExpExecArray, replacement: string, pattern: boolean): string {
  if (!pattern) return replacement;
  return replacement.replaceAll(/\$([1-9$&])/g, (_, name: string) => {
    if (name === '$') return '$';
    return (name === '&' ? found[0] : found[Number(name)]) ?? '';
  });
}

/** Signs that are typed for one another, and spaces that look alike, each set as a class of an expression. */
const ALIKE: readonly string[] = ["['’‘ʼ]", '["“”]', '[ \u00A0\u202F\u2009]', '[-\u2010\u2011–—]'];

function alike(sign: string): string | undefined {
  return ALIKE.find((signs) => signs.slice(1, -1).includes(sign));
}

/**
 * A content with edits made to its text, codes left out of the count; the codes stay. What is given stands where the
 * first letter stood that it replaces.
 * @param edits in order, none empty, none overlapping another
 */
export function editContent(content: InlineContent, edits: readonly TextEdit[]): InlineContent {
  let offset = 0;
  const parts = content.map((part) => {
    if (isCode(part)) return part;
    const from = offset;
    offset += part.length;
    return editPart(part, from, edits);
  });
  return canonicalContent(parts);
}

function editPart(part: string, from: number, edits: readonly TextEdit[]): string {
  const to = from + part.length;
  let edited = '';
  let at = from;
  for (const { start, end, text } of edits) {
    if (end <= from || start >= to) continue;
    edited += part.slice(at - from, Math.max(start, from) - from) + (start >= from ? text : '');
    at = Math.min(end, to);
  }
  return edited + part.slice(at - from);
}
