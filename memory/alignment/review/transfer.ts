import type { ReviewChange, ReviewState } from '../../model/review.ts';
import { sideText } from './texts.ts';

/**
 * A change that was made on one state, for another that has come about meanwhile: it means the same bead or sentence,
 * by what these say. `undefined` where that is not there any more, or there more than once.
 */
export function transferred(change: ReviewChange, mine: ReviewState, theirs: ReviewState): ReviewChange | undefined {
  switch (change.kind) {
    case 'accept-above':
      return change;
    case 'edit':
    case 'cut': {
      const text = mine[change.side][change.sentence]?.text;
      const sentence = onlyPlace(theirs[change.side].map((one) => one.text === text));
      return sentence === undefined ? undefined : { ...change, sentence };
    }
    case 'pair': {
      const bead = sameBead(change.bead, mine, theirs);
      const other = sameBead(change.other, mine, theirs);
      return bead === undefined || other === undefined ? undefined : { ...change, bead, other };
    }
    default: {
      const bead = sameBead(change.bead, mine, theirs);
      return bead === undefined ? undefined : { ...change, bead };
    }
  }
}

function sameBead(place: number, mine: ReviewState, theirs: ReviewState): number | undefined {
  const wanted = keyOf(mine, place);
  return onlyPlace(theirs.beads.map((_, at) => keyOf(theirs, at) === wanted));
}

function keyOf(state: ReviewState, place: number): string {
  const bead = state.beads[place];
  return bead === undefined ? '' : JSON.stringify([sideText(state, bead, 'fr'), sideText(state, bead, 'en')]);
}

function onlyPlace(hits: readonly boolean[]): number | undefined {
  const place = hits.indexOf(true);
  return place < 0 || hits.includes(true, place + 1) ? undefined : place;
}
