import type { CommandName } from '../keys/bindings.ts';
import { nextIssue, settleIssue } from './checking.ts';
import { allCodes, nextCode } from './coding.ts';
import type { Command } from './command.ts';
import { confirm, unconfirm } from './confirming.ts';
import { documents, nextDocument, previousDocument } from './documents.ts';
import { filter } from './filtering.ts';
import { goTo, nextSegment, nextUnconfirmed, previousSegment } from './moving.ts';
import { takeBack } from './propagating.ts';
import { replace } from './replacing.ts';
import { joinSegments, splitSegment } from './resegmenting.ts';
import { concordance } from './searching.ts';
import { copySource, insertMatch, insertStepped, nextMatch, previousMatch } from './suggesting.ts';
import { addTerm, insertTerm } from './terms.ts';
import { translate } from './translating.ts';
import { redo, undo } from './undoing.ts';
import { clearTarget, lineBreak, noBreakSpace, save } from './writing.ts';

const comments: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'comments' });

const help: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'help' });

/** What each command does; keys, buttons and menus all come here. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  confirm,
  unconfirm,
  nextSegment,
  previousSegment,
  nextUnconfirmed,
  nextIssue,
  settleIssue,
  comments,
  goTo,
  filter,
  replace,
  takeBack,
  insertMatch,
  nextMatch,
  previousMatch,
  insertStepped,
  insertTerm,
  addTerm,
  concordance,
  copySource,
  translate,
  clearTarget,
  nextCode,
  allCodes,
  save,
  documents,
  nextDocument,
  previousDocument,
  undo,
  redo,
  lineBreak,
  noBreakSpace,
  splitSegment,
  joinSegments,
  help,
};
