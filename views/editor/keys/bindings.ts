import type { EditorMessages } from '../../messages/editor.ts';
import type { Chord } from './chord.ts';

/** What can be done by key; the table of messages names each. */
export type CommandName = keyof EditorMessages['keys']['commands'];

export interface Binding {
  readonly command: CommandName;
  readonly group: keyof EditorMessages['keys']['groups'];
  /** Any of these; the first is the one that is shown. */
  readonly chords: readonly Chord[];
  /** Only while the cursor stands in a target. */
  readonly writing?: true;
}

/** Digits 1 to 9, one chord each: the n-th inserts the n-th suggestion. */
const DIGITS: readonly Chord[] = Array.from({ length: 9 }, (_, place) => `Ctrl+Digit${place + 1}`);

/** The same for terms. */
const TERM_DIGITS: readonly Chord[] = Array.from({ length: 9 }, (_, place) => `Ctrl+Shift+Digit${place + 1}`);

/** Whether the keys of a command are the digits, each for another place, and not several for the same. */
export function isDigits({ chords }: Binding): boolean {
  return chords.length === DIGITS.length && chords.every((chord) => /Digit\d$/.test(chord));
}

/** Every key of the editor, once: bindings, help and tooltips are all read off this table. */
export const BINDINGS: readonly Binding[] = [
  { command: 'confirm', group: 'segments', chords: ['Mod+Enter'] },
  { command: 'unconfirm', group: 'segments', chords: ['Mod+Shift+Enter'] },
  { command: 'nextSegment', group: 'segments', chords: ['Mod+ArrowDown'] },
  { command: 'previousSegment', group: 'segments', chords: ['Mod+ArrowUp'] },
  { command: 'nextUnconfirmed', group: 'segments', chords: ['F9'] },
  { command: 'nextIssue', group: 'segments', chords: ['F4'] },
  { command: 'settleIssue', group: 'segments', chords: ['F2'] },
  { command: 'comments', group: 'segments', chords: ['Shift+F2'] },
  { command: 'goTo', group: 'segments', chords: ['Mod+g'] },
  { command: 'filter', group: 'segments', chords: ['Mod+Shift+f'] },
  { command: 'replace', group: 'segments', chords: ['Mod+h'] },
  { command: 'takeBack', group: 'segments', chords: ['Mod+Shift+Backspace'] },
  { command: 'splitSegment', group: 'segments', chords: ['Alt+Enter'] },
  { command: 'joinSegments', group: 'segments', chords: ['Mod+j'] },
  { command: 'save', group: 'segments', chords: ['Mod+s'] },
  { command: 'documents', group: 'segments', chords: ['Mod+o'] },
  { command: 'nextDocument', group: 'segments', chords: ['Alt+PageDown'] },
  { command: 'previousDocument', group: 'segments', chords: ['Alt+PageUp'] },

  { command: 'insertMatch', group: 'suggestions', chords: DIGITS },
  { command: 'nextMatch', group: 'suggestions', chords: ['Mod+Shift+ArrowDown'] },
  { command: 'previousMatch', group: 'suggestions', chords: ['Mod+Shift+ArrowUp'] },
  { command: 'insertTerm', group: 'suggestions', chords: TERM_DIGITS },
  { command: 'addTerm', group: 'suggestions', chords: ['Mod+e'] },
  { command: 'insertStepped', group: 'suggestions', chords: ['Enter'], writing: true },
  { command: 'concordance', group: 'suggestions', chords: ['Mod+k'] },
  { command: 'copySource', group: 'suggestions', chords: ['Mod+Insert', 'Mod+Shift+s'] },
  { command: 'translate', group: 'suggestions', chords: ['Mod+Shift+m'] },

  { command: 'clearTarget', group: 'writing', chords: ['Alt+Delete'] },
  { command: 'nextCode', group: 'writing', chords: ['F8'] },
  { command: 'allCodes', group: 'writing', chords: ['Mod+Shift+F8'] },
  { command: 'undo', group: 'writing', chords: ['Mod+z'], writing: true },
  { command: 'redo', group: 'writing', chords: ['Mod+y', 'Mod+Shift+z'], writing: true },
  { command: 'lineBreak', group: 'writing', chords: ['Shift+Enter'], writing: true },
  { command: 'noBreakSpace', group: 'writing', chords: ['Mod+Shift+Space'], writing: true },

  { command: 'help', group: 'help', chords: ['F1'] },
];
