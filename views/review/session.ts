import { isHindered } from '../../memory/alignment/review/hindrance.ts';
import { takeStep } from '../../memory/alignment/review/reviewing.ts';
import type { Hindrance } from '../../memory/model/hindrance.ts';
import type { ReviewStep } from '../../memory/model/review.ts';
import { createStore } from '../components/store.ts';
import type { ReviewMessages } from '../messages/review.ts';
import type { Correction } from './saving/correction.ts';
import type { Saver } from './saving/saver.ts';
import { type Action, reduce } from './state/reduce.ts';
import type { OpenPage, PageState } from './state/state.ts';

/** The running page: its state, and all that changes it and must be saved. */
export interface Session {
  state(): PageState;
  /** The state while a review is open. */
  open(): OpenPage | undefined;
  subscribe(listener: () => void): () => void;
  dispatch(action: Action): void;
  /** Tells what screen readers read out and the status line shows. */
  announce(text: string): void;
  /**
   * Takes steps in a row and keeps them; none where the first is hindered.
   * @param active the bead to go to, where it is not the one before
   * @returns why nothing was done, `undefined` where it was
   */
  take(steps: readonly ReviewStep[], active?: number): Hindrance | undefined;
  /** Corrects where the bitext comes from, or where it goes. */
  correct(correction: Correction): void;
  /** Stores what was accepted, once everything is saved. */
  finish(removeMissing: boolean): Promise<void>;
  readonly messages: ReviewMessages;
}

export function createSession(messages: ReviewMessages, saverFor: (session: Session) => Saver): Session {
  const store = createStore<PageState, Action>({ opening: 'opening' }, reduce);

  const session: Session = {
    messages,
    ...store,
    open: () => {
      const state = store.state();
      return state.opening === 'open' ? state : undefined;
    },
    announce: (text) => session.dispatch({ type: 'announced', text }),

    take: (steps, active) => {
      const open = session.open();
      if (open === undefined) return undefined;
      let { reviewing } = open;
      const taken: ReviewStep[] = [];
      for (const step of steps) {
        const next = takeStep(reviewing, step);
        if (isHindered(next)) {
          if (taken.length === 0) return next;
          break;
        }
        reviewing = next;
        taken.push(step);
      }
      if (taken.length === 0) return undefined;
      session.dispatch({ type: 'stepTaken', reviewing, active: active ?? open.active });
      saver.keep(taken);
      return undefined;
    },

    correct: (correction) => saver.correct(correction),
    finish: (removeMissing) => saver.finish(removeMissing),
  };
  const saver = saverFor(session);
  return session;
}
