import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { isCode } from '../../model/inline.ts';
import { nestingPairs, pairCodes } from '../inline-pairs.ts';
import { own } from '../own.ts';
import { attributes, escapeText, splitForbidden } from '../xml/escape.ts';
import { nameToken } from './unique-codes.ts';

/** How our code types, which are those of XLIFF 1.2, are called in XLIFF 2. Others are not written. */
const TYPES: Readonly<Record<string, { readonly type: string; readonly subType?: string }>> = {
  bold: { type: 'fmt', subType: 'xlf:b' },
  italic: { type: 'fmt', subType: 'xlf:i' },
  underlined: { type: 'fmt', subType: 'xlf:u' },
  lb: { type: 'fmt', subType: 'xlf:lb' },
  pb: { type: 'fmt', subType: 'xlf:pb' },
  link: { type: 'link' },
  image: { type: 'image' },
};

/**
 * A content as the inside of a `source` or `target` of XLIFF 2. Pairs that nest become `pc`, codes that stand alone
 * `ph`, half pairs and pairs that cross another `sc` and `ec`. A character that XML cannot carry becomes a `cp`. Ids are written as
 * they are: `UniqueCodes` gives ones that are valid.
 */
export function writeContent20(content: InlineContent): string {
  const pairs = pairCodes(content);
  const nesting = nestingPairs(content, pairs);
  let written = '';
  for (const [index, part] of content.entries()) {
    if (!isCode(part)) written += writeText20(part);
    else written += nesting.has(index) ? nestingTag20(part) : looseTag20(part, pairs.has(index));
  }
  return written;
}

export function writeText20(text: string): string {
  return splitForbidden(text)
    .map((part) => (part.forbidden ? characterTag20(part.text) : escapeText(part.text)))
    .join('');
}

/** Either end of a pair that is an element with text in it. */
export function nestingTag20({ form, id, type }: InlineCode): string {
  return form === 'open' ? `<pc${attributes({ id: nameToken(id), ...own(TYPES, type ?? '') })}>` : '</pc>';
}

/** A code that is an element of its own. @param isPaired whether both ends of it are in the content */
export function looseTag20({ form, id: given, type, data }: InlineCode, isPaired: boolean): string {
  const id = nameToken(given);
  const isolated = isPaired ? undefined : 'yes';
  switch (form) {
    case 'standalone':
      return `<ph${attributes({ id, ...own(TYPES, type ?? ''), equiv: data })}/>`;
    case 'open':
      return `<sc${attributes({ id, isolated, ...own(TYPES, type ?? '') })}/>`;
    case 'close':
      return isPaired ? `<ec${attributes({ startRef: id })}/>` : `<ec${attributes({ id, isolated })}/>`;
  }
}

function characterTag20(character: string): string {
  return `<cp${attributes({ hex: character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0') })}/>`;
}
