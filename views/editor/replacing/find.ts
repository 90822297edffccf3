import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import type { TextEdit } from '../../../memory/text/edit.ts';
import { isEmpty, isOpen, type Row } from '../state/row.ts';
import type { Rows } from '../state/rows.ts';
import { amended } from './amend.ts';

/** What is looked for in targets, and what comes in its place. */
export interface Search {
  readonly text: string;
  readonly replacement: string;
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
  /** The text is a regular expression, the replacement may name its groups: `$1`. */
  readonly pattern: boolean;
}

/** A target in which it stands, and what the target would become. */
export interface Hit {
  readonly row: Row;
  readonly edits: readonly TextEdit[];
  readonly replaced: InlineContent;
}

/** The expression that finds it; `undefined` where there is nothing to look for. @throws SyntaxError for a pattern that is none */
function expressionOf({ text, matchCase, wholeWords, pattern }: Search): RegExp | undefined {
  if (text === '') return undefined;
  const source = pattern ? text : text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
  const whole = wholeWords ? String.raw`(?<![\p{L}\p{N}])(?:${source})(?![\p{L}\p{N}])` : source;
  return new RegExp(whole, matchCase ? 'gu' : 'giu');
}

/** Every target that it stands in and that can be changed, in the order of the document. */
export function findHits(rows: Rows, search: Search): readonly Hit[] {
  const expression = expressionOf(search);
  if (expression === undefined) return [];
  return rows.flatMap((block) => block.flatMap((row) => hitIn(row, expression, search) ?? []));
}

function hitIn(row: Row, expression: RegExp, { replacement, pattern }: Search): Hit | undefined {
  if (isEmpty(row) || !isOpen(row)) return undefined;
  const edits = [...contentText(row.target).matchAll(expression)].flatMap((found) =>
    found[0] === ''
      ? []
      : [{ start: found.index, end: found.index + found[0].length, text: textFor(found, replacement, pattern) }],
  );
  return edits.length === 0 ? undefined : { row, edits, replaced: amended(row.target, edits) };
}

/** `$1` to `$9` are the groups, `$&` is all that was found, `$$` is a dollar. */
function textFor(found: RegExpExecArray, replacement: string, pattern: boolean): string {
  if (!pattern) return replacement;
  return replacement.replaceAll(/\$([1-9$&])/g, (_, name: string) => {
    if (name === '$') return '$';
    return (name === '&' ? found[0] : found[Number(name)]) ?? '';
  });
}
