import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { contentCodes, isCode } from '../../model/inline.ts';
import { pairCodes } from '../inline-pairs.ts';
import { CHARACTER_CODE_TYPE, characterName } from '../xml/character.ts';
import { attributes, escapeText, splitForbidden } from '../xml/escape.ts';

const TYPES: Readonly<Record<string, string>> = { underlined: 'ulined' };

/** The `x` of each code id. TMX asks for numbers. */
export interface CodeNumbers {
  readonly ofId: ReadonlyMap<string, string>;
  /** The ids in the order of their numbers, where they are no numbers themselves. */
  readonly names?: readonly string[];
}

/** Numbers the codes of both variants: by their ids where all are numbers, else 1, 2, 3 … as they first appear. */
export function numberCodes(contents: readonly InlineContent[]): CodeNumbers {
  const ids = [...new Set(contents.flatMap((content) => contentCodes(content).map(({ id }) => id)))];
  if (ids.every((id) => /^(0|[1-9]\d{0,8})$/.test(id))) return { ofId: new Map(ids.map((id) => [id, id])) };
  return { ofId: new Map(ids.map((id, index) => [id, String(index + 1)])), names: ids };
}

/**
 * A content as the inside of a `seg`, at level 2. A pair becomes `bpt` and `ept`, half a pair `it`, a code that stands
 * alone `ph`. A character XML cannot carry becomes a `ph` that names it, from which our reader makes the character again.
 * The type of a closing code is that of its opening one and is not written.
 */
export function writeSegment(content: InlineContent, numbers: CodeNumbers): string {
  const pairs = pairCodes(content);
  const pairNumbers = new Map<number, number>();
  let written = '';
  for (const [index, part] of content.entries()) {
    if (!isCode(part)) {
      written += writeText(part);
      continue;
    }
    const x = numbers.ofId.get(part.id);
    const type = part.type === undefined ? undefined : (TYPES[part.type] ?? part.type);
    const partner = pairs.get(index);
    if (part.form === 'standalone') {
      written += element('ph', { x, type }, part);
    } else if (partner === undefined) {
      written += element('it', { pos: part.form === 'open' ? 'begin' : 'end', x, type }, part);
    } else if (part.form === 'open') {
      const i = pairNumbers.size + 1;
      pairNumbers.set(index, i);
      written += element('bpt', { i, x, type }, part);
    } else {
      written += element('ept', { i: pairNumbers.get(partner) }, part);
    }
  }
  return written;
}

function element(name: string, values: Parameters<typeof attributes>[0], { data = '' }: InlineCode): string {
  return `<${name}${attributes(values)}>${escapeText(data)}</${name}>`;
}

function writeText(text: string): string {
  return splitForbidden(text)
    .map((part) =>
      part.forbidden
        ? `<ph${attributes({ type: CHARACTER_CODE_TYPE })}>${characterName(part.text)}</ph>`
        : escapeText(part.text),
    )
    .join('');
}
