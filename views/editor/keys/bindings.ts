import type { Chord } from './chord.ts';

/** What can be done by key. */
export type CommandName =
  | 'confirm'
  | 'unconfirm'
  | 'nextSegment'
  | 'previousSegment'
  | 'nextUnconfirmed'
  | 'nextIssue'
  | 'goTo'
  | 'insertMatch'
  | 'nextMatch'
  | 'previousMatch'
  | 'insertStepped'
  | 'copySource'
  | 'clearTarget'
  | 'save'
  | 'undo'
  | 'redo'
  | 'lineBreak'
  | 'noBreakSpace'
  | 'help';

export interface Binding {
  readonly command: CommandName;
  readonly group: 'Segments' | 'Suggestions' | 'Writing' | 'Help';
  /** What it does, as a menu would say it. */
  readonly label: string;
  /** Any of these; the first is the one that is shown. */
  readonly chords: readonly Chord[];
  /** Only while the cursor stands in a target. */
  readonly writing?: true;
}

/** Digits 1 to 9, one chord each: the n-th inserts the n-th suggestion. */
const DIGITS: readonly Chord[] = Array.from({ length: 9 }, (_, place) => `Ctrl+Digit${place + 1}`);

/** Every key of the editor, once: bindings, help and tooltips are all read off this table. */
export const BINDINGS: readonly Binding[] = [
  { command: 'confirm', group: 'Segments', label: 'Confirm and go to the next unconfirmed', chords: ['Mod+Enter'] },
  { command: 'unconfirm', group: 'Segments', label: 'Take the confirmation back', chords: ['Mod+Shift+Enter'] },
  { command: 'nextSegment', group: 'Segments', label: 'Next segment', chords: ['Mod+ArrowDown'] },
  { command: 'previousSegment', group: 'Segments', label: 'Previous segment', chords: ['Mod+ArrowUp'] },
  { command: 'nextUnconfirmed', group: 'Segments', label: 'Next unconfirmed segment', chords: ['F9'] },
  { command: 'nextIssue', group: 'Segments', label: 'Next issue that the checks find', chords: ['F4'] },
  { command: 'goTo', group: 'Segments', label: 'Go to a segment by number', chords: ['Mod+g'] },
  { command: 'save', group: 'Segments', label: 'Save the draft now', chords: ['Mod+s'] },

  { command: 'insertMatch', group: 'Suggestions', label: 'Insert suggestion 1–9', chords: DIGITS },
  { command: 'nextMatch', group: 'Suggestions', label: 'Step to the next suggestion', chords: ['Mod+Shift+ArrowDown'] },
  { command: 'previousMatch', group: 'Suggestions', label: 'Step to the one before', chords: ['Mod+Shift+ArrowUp'] },
  {
    command: 'insertStepped',
    group: 'Suggestions',
    label: 'Insert the one stepped to',
    chords: ['Enter'],
    writing: true,
  },
  { command: 'copySource', group: 'Suggestions', label: 'Copy the source', chords: ['Mod+Insert', 'Mod+Shift+s'] },

  { command: 'clearTarget', group: 'Writing', label: 'Clear the target', chords: ['Alt+Delete'] },
  { command: 'undo', group: 'Writing', label: 'Undo', chords: ['Mod+z'], writing: true },
  { command: 'redo', group: 'Writing', label: 'Redo', chords: ['Mod+y', 'Mod+Shift+z'], writing: true },
  { command: 'lineBreak', group: 'Writing', label: 'Line break', chords: ['Shift+Enter'], writing: true },
  {
    command: 'noBreakSpace',
    group: 'Writing',
    label: 'No-break space; again: the narrow one',
    chords: ['Mod+Shift+Space'],
    writing: true,
  },

  { command: 'help', group: 'Help', label: 'These keys', chords: ['F1'] },
];
