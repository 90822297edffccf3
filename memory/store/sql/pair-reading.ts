import { contentText, type InlineContent } from '../../model/inline.ts';
import { type AnalysedSides, analyseSides } from './index-entries.ts';
import { KEY_BYTES, pairKey } from './pair-key.ts';

/** The contents of some pairs, in parallel. */
export interface PairContents {
  readonly fr: readonly InlineContent[];
  readonly en: readonly InlineContent[];
}

/** What can be worked out of pairs before they are stored: most of the work of storing them. */
export interface PairReading {
  /** Their keys, one after the other. */
  readonly keys: Uint8Array;
  readonly texts: AnalysedSides;
}

/** Reads pairs, in this thread or another. Those given first are read first. */
export type PairReader = (pairs: PairContents) => Promise<PairReading>;

export function readPairs({ fr, en }: PairContents): PairReading {
  const keys = new Uint8Array(fr.length * KEY_BYTES);
  const texts = fr.map((french, index) => {
    const english = en[index] ?? [];
    keys.set(pairKey({ fr: { content: french }, en: { content: english } }), index * KEY_BYTES);
    return { fr: contentText(french), en: contentText(english) };
  });
  return { keys, texts: analyseSides(texts) };
}
