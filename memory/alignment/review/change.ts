import type { Hindrance } from '../../model/hindrance.ts';
import type { ReviewChange, ReviewState } from '../../model/review.ts';
import { acceptAbove, decide } from './decide.ts';
import { join, move, pair, split } from './reshape.ts';
import { cut, edit } from './rewrite.ts';

/** The state after a change, or why it cannot be made. */
export function changed(state: ReviewState, change: ReviewChange): ReviewState | Hindrance {
  switch (change.kind) {
    case 'accept':
    case 'delete':
    case 'reopen':
      return decide(state, change.bead, change.kind);
    case 'accept-above':
      return acceptAbove(state, change.confidence);
    case 'join':
      return join(state, change.bead);
    case 'pair':
      return pair(state, change.bead, change.other);
    case 'split':
      return split(state, change.bead, change.fr, change.en);
    case 'move':
      return move(state, change);
    case 'edit':
      return edit(state, change.side, change.sentence, change.text);
    case 'cut':
      return cut(state, change.side, change.sentence, change.at);
  }
}
