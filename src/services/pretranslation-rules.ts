import type { Candidates } from '../../memory/formats/xliff/export-input.ts';
import type { InlineContent } from '../../memory/model/inline.ts';
import { isCode } from '../../memory/model/inline.ts';
import type { Match } from '../../memory/model/match.ts';
import type { Origin } from '../../memory/model/origin.ts';

/** What of the memories' suggestions may be put into empty targets. Context and 100 % matches always may. */
export interface PretranslationRules {
  /** Adapted matches: their numbers, dates or names were exchanged. */
  readonly adapted: boolean;
  /** The least rate of fuzzy matches, 50–99; none is taken when absent. */
  readonly fuzzy?: number;
  /** Machine translations, where no match is taken. */
  readonly machine: boolean;
}

/** A target for an empty segment, and where it comes from. */
export interface Filling {
  readonly target: InlineContent;
  readonly origin: Origin;
}

/**
 * What is put into an empty target by these rules; `undefined` where nothing may be. Codes that the segment does not
 * have are left out.
 */
export function fillingFor(
  source: InlineContent,
  { matches, machine }: Pick<Candidates, 'matches' | 'machine'>,
  rules: PretranslationRules,
): Filling | undefined {
  const match = matches.find((one) => isTaken(one, rules));
  if (match) {
    const { kind, rate, unitId, target } = match;
    return { target: withCodesOf(source, target), origin: { kind: 'match', match: kind, rate, unitId } };
  }
  const [translation] = rules.machine ? machine : [];
  return (
    translation && {
      target: withCodesOf(source, translation.target),
      origin: { kind: 'machine', engine: translation.engine },
    }
  );
}

function isTaken({ kind, rate }: Match, { adapted, fuzzy }: PretranslationRules): boolean {
  switch (kind) {
    case 'context':
      return true;
    case 'exact':
      // Penalties bring a full match below 100: from a memory that counts less, or a bead nobody has looked at.
      return rate >= 100 || (fuzzy !== undefined && rate >= fuzzy);
    case 'adapted':
      return adapted;
    case 'fuzzy':
      return fuzzy !== undefined && rate >= fuzzy;
  }
}

function withCodesOf(source: InlineContent, target: InlineContent): InlineContent {
  const known = new Set(source.filter(isCode).map(({ form, id }) => `${form} ${id}`));
  return target.filter((part) => !isCode(part) || known.has(`${part.form} ${part.id}`));
}

/** The ranges of match rates that work is counted and paid by, best first. */
const BANDS = [
  { band: 'context', least: 101 },
  { band: '100', least: 100 },
  { band: '95–99', least: 95 },
  { band: '85–94', least: 85 },
  { band: '75–84', least: 75 },
  { band: '50–74', least: 50 },
] as const;

export type Band = (typeof BANDS)[number]['band'] | 'new' | 'translated' | 'locked';

/** Segments and words of the source. */
export interface Volume {
  readonly segments: number;
  readonly words: number;
}

/** The band of the best match of a segment. */
export function bandOf(matches: readonly Pick<Match, 'rate'>[]): Band {
  const best = Math.max(0, ...matches.map(({ rate }) => rate));
  return BANDS.find(({ least }) => best >= least)?.band ?? 'new';
}

/** All bands in the order they are reported in. */
const ALL_BANDS: readonly Band[] = [...BANDS.map(({ band }) => band), 'new', 'translated', 'locked'];

/** What pre-translating did: the work by the band of its best match, and what was filled with what. */
export interface PretranslationReport {
  readonly bands: readonly (Volume & { readonly band: Band })[];
  readonly filled: Readonly<Record<Match['kind'] | 'machine', number>>;
  /** Segments that were given candidates. */
  readonly withCandidates: number;
}

/** Counts while segments go by. */
export class PretranslationCount {
  readonly #bands = new Map<Band, { segments: number; words: number }>();
  readonly #filled = { context: 0, exact: 0, adapted: 0, fuzzy: 0, machine: 0 };
  #withCandidates = 0;

  segment(band: Band, words: number): void {
    const volume = this.#bands.get(band) ?? { segments: 0, words: 0 };
    this.#bands.set(band, { segments: volume.segments + 1, words: volume.words + words });
  }

  filled({ origin }: Filling): void {
    if (origin.kind === 'machine') this.#filled.machine++;
    else if (origin.kind === 'match' && origin.match !== 'related') this.#filled[origin.match]++;
  }

  candidates(): void {
    this.#withCandidates++;
  }

  report(): PretranslationReport {
    const bands = ALL_BANDS.map((band) => ({ band, ...(this.#bands.get(band) ?? { segments: 0, words: 0 }) }));
    return { bands, filled: { ...this.#filled }, withCandidates: this.#withCandidates };
  }
}
