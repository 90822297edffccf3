import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { isCode } from '../../model/inline.ts';
import { nestingPairs, pairCodes } from '../inline-pairs.ts';
import { attributes, escapeText, splitForbidden } from '../xml/escape.ts';
import type { CodeTag, CodeTags } from './code-tags.ts';
import { codeKey } from './code-tags.ts';
import { characterTag, looseTag, nestingTag, pairReference } from './write-content.ts';
import { looseTag20, nestingTag20, writeText20 } from './write-content20.ts';

export interface TaggedSyntax {
  readonly is2: boolean;
  /** The prefix of XLIFF's own elements, with its colon; empty for none. */
  readonly prefix: string;
}

/**
 * A content as the inside of a `target`, its codes written as the file already writes them: each as in the first of
 * `known` that has it. A code the file does not have is written in the form of our own exports, and so is half of a
 * spanning element whose other half is gone or crosses another, for an element cannot be written so.
 */
export function writeTagged(content: InlineContent, known: readonly CodeTags[], syntax: TaggedSyntax): string {
  const pairs = pairCodes(content);
  const tags = tagsOf(content, pairs, known);
  const spanning = new Map([...pairs].filter(([index]) => tags.get(index)?.spans ?? true));
  const nesting = nestingPairs(content, spanning);
  let characters = 0;
  let written = '';
  for (const [index, part] of content.entries()) {
    if (!isCode(part)) {
      written += syntax.is2 ? writeText20(part) : escaped(part, () => ++characters, syntax);
      continue;
    }
    const tag = tags.get(index);
    if (tag && (!tag.spans || nesting.has(index))) written += tag.markup;
    else if (tag && isAnnotation(tag) && !syntax.is2) continue;
    else written += prefixed(generic(part, index, pairs.get(index), nesting.has(index), tag, syntax), syntax);
  }
  return written;
}

/** Both ends of a pair are taken from one side of the unit, or one might be an element and the other none. */
function tagsOf(
  content: InlineContent,
  pairs: ReadonlyMap<number, number>,
  known: readonly CodeTags[],
): ReadonlyMap<number, CodeTag> {
  const tags = new Map<number, CodeTag>();
  for (const [index, part] of content.entries()) {
    if (!isCode(part)) continue;
    const partner = content[pairs.get(index) ?? -1];
    const keys = partner !== undefined && isCode(partner) ? [codeKey(part), codeKey(partner)] : [codeKey(part)];
    const tag = known.find((side) => keys.every((key) => side.has(key)))?.get(codeKey(part));
    if (tag) tags.set(index, tag);
  }
  return tags;
}

function isAnnotation({ local }: CodeTag): boolean {
  return local === 'mrk';
}

function generic(
  code: InlineCode,
  index: number,
  partner: number | undefined,
  nests: boolean,
  tag: CodeTag | undefined,
  { is2 }: TaggedSyntax,
): string {
  if (!is2) return nests ? nestingTag(code) : looseTag(code, pairReference(index, partner));
  if (nests) return nestingTag20(code);
  if (!tag || !isAnnotation(tag)) return looseTag20(code, partner !== undefined);
  // Half an annotation marks nothing; a pair that crosses another is written as two marks.
  if (partner === undefined) return '';
  if (code.form === 'close') return looseTag20(code, true).replace('<ec', '<em');
  const { type, ref, value, translate } = tag.attributes;
  return `<sm${attributes({ id: code.id, type, ref, value, translate })}/>`;
}

function escaped(text: string, count: () => number, syntax: TaggedSyntax): string {
  return splitForbidden(text)
    .map((part) => (part.forbidden ? prefixed(characterTag(part.text, count()), syntax) : escapeText(part.text)))
    .join('');
}

function prefixed(tag: string, { prefix }: TaggedSyntax): string {
  return prefix === '' ? tag : tag.replace(/^<\/?/, (start) => start + prefix);
}
