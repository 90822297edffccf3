import type { Language } from '../../../memory/model/language.ts';
import { isDoubtful, type OpenPage, storedBeads } from '../state/state.ts';
import { type Command, onReview } from './command.ts';

export const nextBead = moveBy(1);
export const previousBead = moveBy(-1);
export const firstBead = moveTo(() => 0);
export const lastBead = moveTo(({ reviewing }) => reviewing.state.beads.length - 1);
export const french = chooseSide('fr');
export const english = chooseSide('en');
export const nextDoubtful = moveToDoubtful(1);
export const previousDoubtful = moveToDoubtful(-1);

/**
 * Goes on in the order of the English: from a bead that stands elsewhere in it to the bead before it there, and from a
 * bead to the one that follows it there.
 */
export const englishOrder = onReview((session, state) => {
  const { active, moved, reviewing } = state;
  const { beads } = reviewing.state;
  const { news } = session.messages;
  const en = beads[active]?.en ?? [];
  const [first] = en;
  const last = en.at(-1);
  if (first === undefined || last === undefined) return { told: session.messages.hindrances['nothing-to-give'] };
  const holderOf = (sentence: number) => beads.findIndex((bead) => bead.en.includes(sentence));
  const before = moved.has(active) ? holderOf(first - 1) : -1;
  const place = before < 0 ? holderOf(last + 1) : before;
  if (place < 0) return { told: news.lastBead };
  session.dispatch({ type: 'moved', active: place, side: 'en' });
  return { told: (before < 0 ? news.followsInEnglish : news.belongsBehind)(place + 1) };
});

function moveBy(step: 1 | -1): Command {
  return onReview((session, { active, side, reviewing }) => {
    const next = active + step;
    if (next < 0) return { told: session.messages.news.firstBead };
    if (next >= reviewing.state.beads.length) return { told: session.messages.news.lastBead };
    session.dispatch({ type: 'moved', active: next, side });
    return undefined;
  });
}

function moveTo(place: (state: OpenPage) => number): Command {
  return onReview((session, state) => {
    session.dispatch({ type: 'moved', active: place(state), side: state.side });
    return undefined;
  });
}

function chooseSide(side: Language): Command {
  return onReview((session, { active }) => {
    session.dispatch({ type: 'moved', active, side });
    return undefined;
  });
}

function moveToDoubtful(step: 1 | -1): Command {
  return onReview((session, state) => {
    const place = nextPlace(state, step, (at) => isDoubtfulAt(state, at));
    if (place === undefined) return { told: session.messages.news.noDoubt };
    session.dispatch({ type: 'moved', active: place, side: state.side });
    return { told: session.messages.news.atBead(place + 1, state.reviewing.state.beads.length) };
  });
}

function isDoubtfulAt(state: OpenPage, place: number): boolean {
  const bead = state.reviewing.state.beads[place];
  if (bead === undefined || !isDoubtful(bead, state.threshold)) return false;
  return storedBeads(state.news, state.reviewing.state.beads).get(place)?.kind !== 'same';
}

/** The next place from the active one that passes, round the end; `undefined` where none does. */
export function nextPlace(
  { active, reviewing }: OpenPage,
  step: 1 | -1,
  passes: (place: number) => boolean,
): number | undefined {
  const count = reviewing.state.beads.length;
  for (let distance = 1; distance <= count; distance++) {
    const place = (active + step * distance + count * distance) % count;
    if (passes(place)) return place;
  }
  return undefined;
}
