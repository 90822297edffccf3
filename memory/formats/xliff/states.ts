import type { InlineContent } from '../../model/inline.ts';
import type { MatchKind } from '../../model/match.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { ExportSegment, FillOptions } from './export-input.ts';

/** What `target@state`, `state-qualifier` and `trans-unit@approved` of XLIFF 1.2 say of a target. */
export interface TargetState {
  readonly state: string;
  readonly qualifier?: string;
  readonly approved: boolean;
}

export interface WrittenTarget extends TargetState {
  readonly content: InlineContent;
}

/** A target that a person still has to look at has the first; tools count no such unit as translated. */
const REVIEW = 'needs-review-translation';

const REJECTED = 'x-rejected';

type MatchOrigin = MatchKind | 'related' | 'machine';

/** The states of a target nobody has confirmed, by where it comes from. */
const UNCONFIRMED: Readonly<Record<MatchOrigin, TargetState>> = {
  context: { state: 'translated', qualifier: 'exact-match', approved: false },
  exact: { state: 'translated', qualifier: 'leveraged-tm', approved: false },
  adapted: { state: REVIEW, qualifier: 'fuzzy-match', approved: false },
  fuzzy: { state: REVIEW, qualifier: 'fuzzy-match', approved: false },
  related: { state: REVIEW, qualifier: 'fuzzy-match', approved: false },
  machine: { state: REVIEW, qualifier: 'leveraged-mt', approved: false },
};

/** Whether a target that was put in and that nobody has worked on stands in the file. */
function isWritten(origin: Origin | undefined, { fuzzy, machine }: FillOptions): boolean {
  if (origin?.kind === 'machine') return machine === true;
  if (origin?.kind !== 'match' || origin.match === 'context' || origin.match === 'exact') return true;
  return fuzzy !== undefined && (origin.match === 'related' || origin.rate >= fuzzy);
}

function unconfirmedOrigin(origin: Origin | undefined): MatchOrigin | undefined {
  if (origin?.kind === 'match') return origin.match;
  return origin?.kind === 'machine' ? 'machine' : undefined;
}

/**
 * The target that stands in the file, with its state; `undefined` for a unit without target.
 *
 * Confirmed by a person: `translated`. Reviewed: `final` and approved. Unedited context and exact matches:
 * `translated` with their qualifier. Other matches and machine translations that nobody confirmed are candidates only,
 * unless the fill options ask for them. A draft a person typed is written to be reviewed, for nothing typed is lost, and
 * so is a rejected target.
 */
export function writtenTarget({ segment }: ExportSegment, fill: FillOptions): WrittenTarget | undefined {
  const { target, status, origin } = segment;
  if (target.length === 0 || (status === 'draft' && !isWritten(origin, fill))) return undefined;
  return { content: target, ...stateOf(status, origin) };
}

/** How the status of a target is written; the origin counts as long as nobody has confirmed it. */
export function stateOf(status: Status, origin: Origin | undefined): TargetState {
  switch (status) {
    case 'untranslated':
      return { state: 'needs-translation', approved: false };
    case 'draft': {
      const kind = unconfirmedOrigin(origin);
      return kind === undefined ? { state: REVIEW, approved: false } : UNCONFIRMED[kind];
    }
    case 'confirmed':
      return { state: 'translated', approved: false };
    case 'reviewed':
      return { state: 'final', approved: true };
    case 'rejected':
      return { state: REVIEW, qualifier: REJECTED, approved: false };
  }
}

const STATES_20: Readonly<Record<string, string>> = { translated: 'translated', final: 'final' };

/** `segment@state` of XLIFF 2, which knows no state for what is still to be reviewed. */
export function stateOf20({ state }: TargetState): string {
  return STATES_20[state] ?? 'initial';
}

/** The facts of a unit that was read. */
export interface ReadState {
  readonly state?: string;
  readonly qualifier?: string;
  readonly approved: boolean;
}

/** The status of a target in the file, of ours or any other tool's; without state or approval it is a draft. */
export function statusOf({ state, qualifier, approved }: ReadState): Status {
  if (qualifier !== undefined && (qualifier === REJECTED || qualifier.startsWith('rejected-'))) return 'rejected';
  if (approved || state === 'final' || state === 'signed-off') return 'reviewed';
  return state === 'translated' && qualifier === undefined ? 'confirmed' : 'draft';
}

/** The origin a qualifier states; `undefined` where it states none that says how good the match was. */
export function originOf({ qualifier }: ReadState, engine: string | undefined): Origin | undefined {
  switch (qualifier) {
    case 'exact-match':
      return { kind: 'match', match: 'context', rate: 101 };
    case 'leveraged-tm':
    case 'id-match':
      return { kind: 'match', match: 'exact', rate: 100 };
    case 'leveraged-mt':
    case 'mt-suggestion':
      return { kind: 'machine', engine: engine ?? 'unknown' };
    default:
      return undefined;
  }
}
