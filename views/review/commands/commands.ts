import type { CommandName } from '../keys/bindings.ts';
import type { Command } from './command.ts';
import { accept, acceptAbove, remove, reopen } from './deciding.ts';
import {
  english,
  englishOrder,
  firstBead,
  french,
  lastBead,
  nextBead,
  nextDoubtful,
  previousBead,
  previousDoubtful,
} from './moving.ts';
import { giveNext, givePrevious, join, pair, split, takeNext, takePrevious } from './shaping.ts';
import { cut, edit, keep, leave, redo, undo } from './writing.ts';

const help: Command = (session) => session.dispatch({ type: 'dialogChanged', dialog: 'help' });

/** What each command does; keys and buttons all come here. */
export const COMMANDS: Readonly<Record<CommandName, Command>> = {
  nextBead,
  previousBead,
  french,
  english,
  firstBead,
  lastBead,
  nextDoubtful,
  previousDoubtful,
  englishOrder,
  accept,
  acceptAbove,
  delete: remove,
  reopen,
  join,
  pair,
  split,
  takePrevious,
  givePrevious,
  takeNext,
  giveNext,
  edit,
  keep,
  leave,
  cut,
  undo,
  redo,
  help,
};
