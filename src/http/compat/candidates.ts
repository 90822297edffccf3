import { contentText } from '../../../memory/model/inline.ts';
import type { Match } from '../../../memory/model/match.ts';

/** One row of the protocol's answer. */
interface Candidate {
  readonly source: string;
  readonly target: string;
  readonly context: string;
  /** 0–100. */
  readonly quality: number;
}

/** What clients take for the context of a translation: here the publication it comes from. */
export function candidateOf({ source, target, rate, provenance }: Match): Candidate {
  return {
    source: contentText(source),
    target: contentText(target),
    context: provenance.publication ?? '',
    quality: Math.min(rate, 100),
  };
}

/**
 * The rows as JSON. Quality and rank are written with a decimal point, `100.0`: Okapi's connector casts them to a
 * double and fails on an integer, which is what `JSON.stringify` would write.
 */
export function candidatesJson(candidates: readonly Candidate[]): string {
  const rows = candidates.map(({ quality, ...texts }) => {
    const figures = `"quality":${quality.toFixed(1)},"rank":${quality.toFixed(1)}`;
    return `${JSON.stringify(texts).slice(0, -1)},${figures}}`;
  });
  return `[${rows.join(',')}]`;
}
