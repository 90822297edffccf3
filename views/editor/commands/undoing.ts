import { redo as redoStep, undo as undoStep } from '@codemirror/commands';
import type { Command } from './command.ts';
import { cutAgain, runAfterCut, takeCutBack } from './resegmenting.ts';

/** Takes back the last that was done to the segment: a split or joining of it, or else what was written. */
export const undo: Command = (session) => {
  if (runAfterCut(session, undo) || takeCutBack(session)) return;
  if (session.target && !undoStep(session.target.view)) session.announce(session.messages.news.nothingToUndo);
};

export const redo: Command = (session) => {
  if (runAfterCut(session, redo)) return;
  if (session.target && redoStep(session.target.view)) return;
  if (!cutAgain(session)) session.announce(session.messages.news.nothingToRedo);
};
