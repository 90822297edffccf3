import type { Decision, DecisionReason } from '../../model/bitext.ts';
import type { Hindrance } from '../../model/hindrance.ts';
import type { ReviewBead, ReviewState } from '../../model/review.ts';

const DECISIONS = { accept: 'accepted', delete: 'deleted', reopen: 'open' } as const satisfies Record<string, Decision>;

export function isOneSided({ fr, en }: Pick<ReviewBead, 'fr' | 'en'>): boolean {
  return fr.length === 0 || en.length === 0;
}

/** Accepts a bead, deletes it, or takes either back. @param reason where no person of this review does it */
export function decide(
  state: ReviewState,
  place: number,
  kind: keyof typeof DECISIONS,
  reason?: DecisionReason,
): ReviewState | Hindrance {
  const bead = state.beads[place];
  const decision = DECISIONS[kind];
  if (bead === undefined) return 'no-such-bead';
  if (bead.decision === decision && bead.reason === reason) return 'decided-already';
  if (kind === 'accept' && isOneSided(bead)) return 'one-sided';
  const { reason: _, ...rest } = bead;
  return { ...state, beads: state.beads.with(place, { ...rest, decision, ...(reason && { reason }) }) };
}

/** Accepts all open beads of at least a confidence, 0–1; what a person has shaped has none. */
export function acceptAbove(state: ReviewState, confidence: number): ReviewState | Hindrance {
  const passes = (bead: ReviewBead) =>
    bead.decision === 'open' && !isOneSided(bead) && (bead.confidence ?? -1) >= confidence;
  if (!state.beads.some(passes)) return 'none-above';
  return {
    ...state,
    beads: state.beads.map((bead) => (passes(bead) ? { ...bead, decision: 'passed' as const } : bead)),
  };
}
