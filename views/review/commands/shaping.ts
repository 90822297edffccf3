import { splitPoint } from '../../../memory/alignment/review/split-point.ts';
import { activeBead, markedPlace } from '../state/state.ts';
import { type Command, onReview } from './command.ts';

export const join = onReview(
  (session, { active }) =>
    session.take([{ kind: 'join', bead: active }]) ?? { told: session.messages.news.joined(active + 1) },
);

/** Marks the active bead; pairs it where another is marked, and goes to the bead they make. */
export const pair = onReview((session, state) => {
  const { active, side } = state;
  const { news } = session.messages;
  const marked = markedPlace(state);
  if (marked === undefined || marked === active) {
    session.dispatch({ type: 'marked', place: marked === undefined ? active : undefined });
    return { told: (marked === undefined ? news.marked : news.unmarked)(active + 1) };
  }
  const own = activeBead(state);
  const hindrance = session.take([{ kind: 'pair', bead: active, other: marked }]);
  if (hindrance !== undefined) return hindrance;
  const beads = session.open()?.reviewing.state.beads ?? [];
  const place = beads.findIndex((bead) => own && (shares(bead.fr, own.fr) || shares(bead.en, own.en)));
  session.dispatch({ type: 'moved', active: place, side });
  return { told: news.paired(place + 1) };
});

/** Splits the active bead where its sides are most alike in length; the boundaries can be moved from there. */
export const split = onReview((session, state) => {
  const bead = activeBead(state);
  const point = bead && splitPoint(state.reviewing.state, bead);
  if (point === undefined) return { told: session.messages.news.cutInstead };
  const { active } = state;
  return session.take([{ kind: 'split', bead: active, ...point }]) ?? { told: session.messages.news.split(active + 1) };
});

export const takePrevious = moveBoundary('first', 'take');
export const givePrevious = moveBoundary('first', 'give');
export const takeNext = moveBoundary('last', 'take');
export const giveNext = moveBoundary('last', 'give');

/** Moves the upper or lower boundary of the active side by one sentence. */
function moveBoundary(edge: 'first' | 'last', way: 'take' | 'give'): Command {
  return onReview((session, state) => {
    const { active, side, reviewing } = state;
    const before = reviewing.state.beads.slice(0, active + 1).length;
    const hindrance = session.take([{ kind: 'move', bead: active, side, edge, way }]);
    if (hindrance !== undefined) return hindrance;
    const now = session.open();
    if (now === undefined) return undefined;
    // A bead above that has given its last sentence is gone: the active one has moved up.
    const own = activeBead(state);
    const still = own && now.reviewing.state.beads.findIndex(({ fr, en }) => shares(fr, own.fr) || shares(en, own.en));
    const place = way === 'take' && still !== undefined && still >= 0 ? still : Math.min(active, before - 1);
    session.dispatch({ type: 'moved', active: place, side });
    const count = now.reviewing.state.beads[place]?.[side].length ?? 0;
    return { told: session.messages.news.boundaryMoved(side, place + 1, count) };
  });
}

function shares(a: readonly number[], b: readonly number[]): boolean {
  return b.length > 0 && b.every((sentence) => a.includes(sentence));
}
