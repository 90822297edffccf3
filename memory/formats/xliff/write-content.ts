import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { isCode } from '../../model/inline.ts';
import { nestingPairs, pairCodes } from '../inline-pairs.ts';
import { CHARACTER_CODE_TYPE, characterName } from '../xml/character.ts';
import { attributes, escapeText, splitForbidden } from '../xml/escape.ts';

/** The `ctype` values of XLIFF 1.2; any other type must begin with `x-`. */
const PAIR_TYPES: ReadonlySet<string> = new Set(['bold', 'italic', 'underlined', 'link']);
const SINGLE_TYPES: ReadonlySet<string> = new Set(['image', 'pb', 'lb']);

/**
 * A content as the inside of a `source` or `target`. Pairs that nest become `g`, codes that stand alone `x`; half
 * pairs and pairs that cross another become `bx` and `ex`. The markup of a single code is shown as its `equiv-text`; that of
 * pairs stays here. A character that XML cannot carry becomes an `x` that names it.
 */
export function writeContent(content: InlineContent): string {
  const pairs = pairCodes(content);
  const nesting = nestingPairs(content, pairs);
  let characters = 0;
  let written = '';
  for (const [index, part] of content.entries()) {
    if (isCode(part)) {
      written += nesting.has(index) ? nestingTag(part) : looseTag(part, pairReference(index, pairs.get(index)));
      continue;
    }
    for (const { text, forbidden } of splitForbidden(part)) {
      written += forbidden ? characterTag(text, ++characters) : escapeText(text);
    }
  }
  return written;
}

/** Either end of a pair that is an element with text in it. */
export function nestingTag({ form, id, type }: InlineCode): string {
  return form === 'open' ? `<g${attributes({ id, ctype: ctype(type, PAIR_TYPES) })}>` : '</g>';
}

/** What `bx` and `ex` of one pair share and no other pair has; half a pair has none. */
export function pairReference(index: number, partner: number | undefined): string | undefined {
  return partner === undefined ? undefined : `p${Math.min(index, partner)}`;
}

/** A code that is an element of its own. @param rid as {@link pairReference} */
export function looseTag({ form, id, type, data }: InlineCode, rid: string | undefined): string {
  switch (form) {
    case 'standalone':
      return `<x${attributes({ id, ctype: ctype(type, SINGLE_TYPES), 'equiv-text': data })}/>`;
    case 'open':
      return `<bx${attributes({ id, rid, ctype: ctype(type, PAIR_TYPES) })}/>`;
    case 'close':
      // Ids are unique within a source: the second half of a pair needs one of its own.
      return `<ex${attributes({ id: rid === undefined ? id : `${id}-end`, rid })}/>`;
  }
}

/** @param number counts the characters of one content, from 1 */
export function characterTag(character: string, number: number): string {
  const values = { id: `character-${number}`, ctype: CHARACTER_CODE_TYPE, 'equiv-text': characterName(character) };
  return `<x${attributes(values)}/>`;
}

function ctype(type: string | undefined, known: ReadonlySet<string>): string | undefined {
  if (type === undefined || known.has(type) || /^x-\S+$/.test(type)) return type;
  return `x-${type.replaceAll(/\s+/g, '-')}`;
}
