import type { ReviewStep } from '../../../memory/model/review.ts';
import type { Session } from '../session.ts';
import { activeBead, type OpenPage } from '../state/state.ts';
import { type Command, onReview } from './command.ts';

export const edit = onReview((session, state) => {
  if ((activeBead(state)?.[state.side].length ?? 0) === 0)
    return { told: session.messages.hindrances['nothing-to-give'] };
  session.dispatch({ type: 'editingChanged', editing: true });
  return undefined;
});

/** Keeps what was written, and goes back to the beads. */
export const keep: Command = (session) => {
  const state = session.open();
  if (state === undefined || !state.editing) return;
  const steps = editsOf(state);
  session.dispatch({ type: 'editingChanged', editing: false });
  if (steps.length === 0) return;
  const hindrance = session.take(steps);
  session.announce(
    hindrance === undefined ? session.messages.news.edited(state.active + 1) : session.messages.hindrances[hindrance],
  );
};

/** Goes back to the beads, and forgets what was written. */
export const leave: Command = (session) => session.dispatch({ type: 'editingChanged', editing: false });

/** Keeps what was written, and makes two sentences of the one that the cursor stands in. */
export const cut: Command = (session) => {
  const state = session.open();
  const field = document.activeElement;
  if (state === undefined || !(field instanceof HTMLTextAreaElement)) return;
  const sentence = Number(field.dataset['sentence']);
  const indent = field.value.length - field.value.trimStart().length;
  const at = Math.max(0, field.selectionStart - indent);
  const steps: readonly ReviewStep[] = [...editsOf(state), { kind: 'cut', side: state.side, sentence, at }];
  session.dispatch({ type: 'editingChanged', editing: false });
  const hindrance = session.take(steps);
  session.announce(
    hindrance === undefined ? session.messages.news.cut(state.active + 1) : session.messages.hindrances[hindrance],
  );
};

export const undo = inHistory('undo');
export const redo = inHistory('redo');

function inHistory(kind: 'undo' | 'redo'): Command {
  return onReview((session, { reviewing }) => {
    const change = (kind === 'undo' ? reviewing.done : reviewing.undone).at(-1);
    const place = change !== undefined && 'bead' in change ? change.bead : undefined;
    const hindrance = session.take([{ kind }], place);
    if (hindrance !== undefined || change === undefined) return hindrance;
    const { news } = session.messages;
    return { told: (kind === 'undo' ? news.undone : news.redone)(session.messages.changes[change.kind]) };
  });
}

/** The edits that the open fields hold, as steps. */
function editsOf({ reviewing, side }: OpenPage): readonly ReviewStep[] {
  const fields = [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-sentence]')];
  return fields.flatMap((field): ReviewStep[] => {
    const sentence = Number(field.dataset['sentence']);
    const text = field.value.trim();
    const before = reviewing.state[side][sentence]?.text;
    return text === '' || text === before ? [] : [{ kind: 'edit', side, sentence, text }];
  });
}

/** Keeps what is being written when the page is left. */
export function keepOnLeaving(session: Session): void {
  window.addEventListener('pagehide', () => {
    keep(session);
    // A field tells of its change when it is left.
    if (document.activeElement instanceof HTMLInputElement) document.activeElement.blur();
  });
}
