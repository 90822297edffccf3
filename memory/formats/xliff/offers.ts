import type { InlineContent } from '../../model/inline.ts';
import type { XliffCandidate } from './file.ts';
import { scanXliff } from './scan.ts';

/** A translation that an uploaded file itself offers for one of its segments. */
export interface FileOffer {
  readonly target: InlineContent;
  /** What it translates, where that is not the segment itself. */
  readonly source?: InlineContent;
  /** Who offers it: the tool or memory that the file names, else the file. */
  readonly offeredBy: string;
  /** 0–100, as that tool rated it; no match rate of ours. */
  readonly quality?: number;
  readonly notes: readonly string[];
}

/**
 * What an XLIFF file offers for its segments, best rated first, by their names; a segment without offers has no entry.
 * @throws CalqueError as `scanXliff` does
 */
export function readOffers(bytes: Uint8Array, name: string): ReadonlyMap<string, readonly FileOffer[]> {
  const offers = new Map<string, readonly FileOffer[]>();
  scanXliff(bytes, name, {
    unit: (unit) => {
      for (const { id, candidates } of unit) {
        const some = candidates.filter(({ target }) => target.length > 0).map((one) => offerOf(one, name));
        if (some.length > 0)
          offers.set(
            id,
            some.toSorted((a, b) => (b.quality ?? 0) - (a.quality ?? 0)),
          );
      }
    },
  });
  return offers;
}

function offerOf({ target, source, quality, origin, notes }: XliffCandidate, name: string): FileOffer {
  return {
    target,
    ...(source && source.length > 0 && { source }),
    offeredBy: origin || name,
    ...(quality !== undefined && { quality }),
    notes,
  };
}
