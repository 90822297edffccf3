import type { InlineContent } from '../model/inline.ts';
import { isCode } from '../model/inline.ts';

/** Which codes of a content belong together: for each place of an `open` that of its `close`, and the other way round. */
export type InlinePairs = ReadonlyMap<number, number>;

/** Pairs each `close` with the last `open` of its id that is still open. What has no partner is not in the result. */
export function pairCodes(content: InlineContent): InlinePairs {
  const open = new Map<string, number[]>();
  const pairs = new Map<number, number>();
  for (const [index, part] of content.entries()) {
    if (!isCode(part) || part.form === 'standalone') continue;
    if (part.form === 'open') {
      const waiting = open.get(part.id) ?? [];
      waiting.push(index);
      open.set(part.id, waiting);
      continue;
    }
    const partner = open.get(part.id)?.pop();
    if (partner === undefined) continue;
    pairs.set(partner, index);
    pairs.set(index, partner);
  }
  return pairs;
}

/** The places of pairs that can be elements, since they nest. Of two pairs that cross, the one that ends first is left out. */
export function nestingPairs(content: InlineContent, pairs: InlinePairs): ReadonlySet<number> {
  const nesting = new Set<number>();
  const stack: number[] = [];
  for (const [index, part] of content.entries()) {
    const partner = pairs.get(index);
    if (!isCode(part) || partner === undefined) continue;
    if (part.form === 'open') {
      stack.push(index);
      continue;
    }
    const place = stack.lastIndexOf(partner);
    if (place === stack.length - 1) nesting.add(partner).add(index);
    stack.splice(place, 1);
  }
  return nesting;
}
