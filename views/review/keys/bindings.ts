import type { Chord } from '../../editor/keys/chord.ts';

/** What can be done by key. */
export type CommandName =
  | 'nextBead'
  | 'previousBead'
  | 'french'
  | 'english'
  | 'firstBead'
  | 'lastBead'
  | 'nextDoubtful'
  | 'previousDoubtful'
  | 'englishOrder'
  | 'accept'
  | 'acceptAbove'
  | 'delete'
  | 'reopen'
  | 'join'
  | 'pair'
  | 'split'
  | 'takePrevious'
  | 'givePrevious'
  | 'takeNext'
  | 'giveNext'
  | 'edit'
  | 'keep'
  | 'leave'
  | 'cut'
  | 'undo'
  | 'redo'
  | 'help';

export interface Binding {
  readonly command: CommandName;
  readonly group: 'moving' | 'deciding' | 'shaping' | 'writing' | 'help';
  /** Any of these; the first is the one that is shown. */
  readonly chords: readonly Chord[];
  /** Where it works: on the beads, while a sentence is written in, or wherever no text is written. */
  readonly place: 'beads' | 'sentence' | 'page';
}

/**
 * Every key of the review, once: bindings, help and tooltips are all read off this table. Letters alone work on the
 * beads only, so that they disturb neither typing nor the keys of a screen reader.
 */
export const BINDINGS: readonly Binding[] = [
  { command: 'nextBead', group: 'moving', chords: ['ArrowDown'], place: 'beads' },
  { command: 'previousBead', group: 'moving', chords: ['ArrowUp'], place: 'beads' },
  { command: 'french', group: 'moving', chords: ['ArrowLeft'], place: 'beads' },
  { command: 'english', group: 'moving', chords: ['ArrowRight'], place: 'beads' },
  { command: 'firstBead', group: 'moving', chords: ['Mod+Home', 'Home'], place: 'beads' },
  { command: 'lastBead', group: 'moving', chords: ['Mod+End', 'End'], place: 'beads' },
  { command: 'nextDoubtful', group: 'moving', chords: ['F9', 'n'], place: 'page' },
  { command: 'previousDoubtful', group: 'moving', chords: ['Shift+F9', 'p'], place: 'page' },
  { command: 'englishOrder', group: 'moving', chords: ['g'], place: 'beads' },

  { command: 'accept', group: 'deciding', chords: ['Mod+Enter', 'a'], place: 'page' },
  { command: 'acceptAbove', group: 'deciding', chords: ['Shift+a'], place: 'beads' },
  { command: 'delete', group: 'deciding', chords: ['Delete'], place: 'beads' },
  { command: 'reopen', group: 'deciding', chords: ['Mod+Shift+Enter', 'u'], place: 'page' },

  { command: 'join', group: 'shaping', chords: ['j'], place: 'beads' },
  { command: 'pair', group: 'shaping', chords: ['m'], place: 'beads' },
  { command: 'split', group: 'shaping', chords: ['s'], place: 'beads' },
  { command: 'takePrevious', group: 'shaping', chords: ['Alt+ArrowUp'], place: 'beads' },
  { command: 'givePrevious', group: 'shaping', chords: ['Alt+ArrowDown'], place: 'beads' },
  { command: 'takeNext', group: 'shaping', chords: ['Shift+ArrowDown'], place: 'beads' },
  { command: 'giveNext', group: 'shaping', chords: ['Shift+ArrowUp'], place: 'beads' },

  { command: 'edit', group: 'writing', chords: ['Enter', 'F2'], place: 'beads' },
  { command: 'keep', group: 'writing', chords: ['Enter'], place: 'sentence' },
  { command: 'leave', group: 'writing', chords: ['Escape'], place: 'sentence' },
  { command: 'cut', group: 'writing', chords: ['Alt+Enter'], place: 'sentence' },
  { command: 'undo', group: 'writing', chords: ['Mod+z'], place: 'page' },
  { command: 'redo', group: 'writing', chords: ['Mod+y', 'Mod+Shift+z'], place: 'page' },

  { command: 'help', group: 'help', chords: ['F1', 'Shift+?', '?'], place: 'page' },
];
