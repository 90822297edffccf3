import { onReview } from './command.ts';
import { nextPlace } from './moving.ts';

/** Accepts the active bead and goes to the next one that is open. */
export const accept = onReview((session, state) => {
  const { news } = session.messages;
  const { active } = state;
  const hindrance = session.take([{ kind: 'accept', bead: active }]);
  if (hindrance !== undefined && hindrance !== 'decided-already') return hindrance;
  const now = session.open() ?? state;
  const next = nextPlace(now, 1, (place) => now.reviewing.state.beads[place]?.decision === 'open');
  if (next === undefined) return { told: news.allDecided };
  session.dispatch({ type: 'moved', active: next, side: now.side });
  return { told: news.accepted(active + 1, next + 1, now.reviewing.state.beads.length) };
});

/** Accepts all open beads above the bound that is set. */
export const acceptAbove = onReview((session, { reviewing, threshold }) => {
  const hindrance = session.take([{ kind: 'accept-above', confidence: threshold }]);
  if (hindrance !== undefined) return hindrance;
  const passed = (beads: typeof reviewing.state.beads) => beads.filter(({ decision }) => decision === 'passed').length;
  const after = session.open()?.reviewing.state.beads ?? [];
  return { told: session.messages.news.acceptedAbove(passed(after) - passed(reviewing.state.beads)) };
});

export const remove = onReview((session, { active, reviewing }) => {
  const next = Math.min(active + 1, reviewing.state.beads.length - 1);
  return session.take([{ kind: 'delete', bead: active }], next) ?? { told: session.messages.news.deleted(active + 1) };
});

export const reopen = onReview(
  (session, { active }) =>
    session.take([{ kind: 'reopen', bead: active }]) ?? { told: session.messages.news.reopened(active + 1) },
);
