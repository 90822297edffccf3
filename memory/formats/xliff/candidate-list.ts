import type { BlockKind } from '../../model/document.ts';
import type { InlineContent } from '../../model/inline.ts';
import { contentKey } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import type { Match, Related, Replacement } from '../../model/match.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { Candidates, ExportDocument, ExportSegment } from './export-input.ts';

const NO_CANDIDATES: Candidates = { matches: [], related: [], machine: [] };

/** A translation that is offered for a segment, as it is written to a file. */
export interface WrittenCandidate {
  /** The kind of the match, or the tier: `related`, `machine`, `draft`. */
  readonly kind: string;
  /**
   * 0–100, the net rate; a context match has 100 like an exact one, which it precedes, since tools read per cent. What
   * is no match has no rate.
   */
  readonly quality?: number;
  /** The memory or the engine. */
  readonly origin: string;
  readonly source?: InlineContent;
  readonly sourceLanguage?: LanguageTag;
  readonly target: InlineContent;
  readonly targetLanguage: LanguageTag;
  readonly provenance?: Provenance;
  /** What the block was there for in which it stood. */
  readonly block?: BlockKind;
  readonly adapted?: readonly Replacement[];
}

/**
 * The candidates of a segment: matches best first, then related sentences, then machine translations.
 * @param heldBack whether the segment's own draft does not stand in the target: then it is a candidate, and the first
 */
export function listCandidates(
  { segment, candidates = NO_CANDIDATES }: ExportSegment,
  { targetLanguage }: ExportDocument,
  heldBack: boolean,
): readonly WrittenCandidate[] {
  const all = [...writtenCandidates(candidates, targetLanguage)];
  const known = new Set(all.map(({ target }) => contentKey(target)));
  if (heldBack && !known.has(contentKey(segment.target))) all.unshift(fromDraft(segment, targetLanguage));
  return all;
}

/** What was found, as it is written: matches best first, then related sentences, then machine translations. */
export function writtenCandidates(
  { matches, related, machine }: Candidates,
  targetLanguage: LanguageTag,
): readonly WrittenCandidate[] {
  return [
    ...matches.toSorted((a, b) => b.rate - a.rate).map(fromMatch),
    ...related.map(fromRelated),
    ...machine.map(({ engine, target }): WrittenCandidate => {
      return { kind: 'machine', origin: engine, target, targetLanguage };
    }),
  ];
}

function fromMatch(match: Match): WrittenCandidate {
  return { ...match, origin: match.memory.name, quality: Math.min(100, Math.floor(match.rate)) };
}

function fromRelated(related: Related): WrittenCandidate {
  return { ...related, kind: 'related', origin: related.memory.name };
}

function fromDraft({ target, origin }: ExportSegment['segment'], targetLanguage: LanguageTag): WrittenCandidate {
  const common = { target, targetLanguage };
  if (origin?.kind === 'machine') return { ...common, kind: 'machine', origin: origin.engine };
  if (origin?.kind !== 'match') return { ...common, kind: 'draft', origin: 'Calque' };
  const quality = origin.match === 'related' ? {} : { quality: Math.min(100, Math.floor(origin.rate)) };
  return { ...common, kind: origin.match, origin: 'Calque', ...quality };
}
