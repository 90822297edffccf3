import { format } from './formats.ts';

/** The search inside the memories, in the editor. */
export const search = {
  title: 'Concordance',
  text: 'Search inside the memories',
  submit: 'Search',
  back: 'Back to the suggestions',
  ask: 'Select words in the source or the target, or write some here.',
  looking: 'Searching…',
  found: (count: number) => format.counted(count, 'unit has it', 'units have it'),
  foundAtLeast: (count: number) => `At least ${format.counted(count, 'unit has it', 'units have it')}`,
  inAnyForm: (found: string) => `Not as a phrase. As words in any form: ${found}`,
  none: 'No unit has all these words.',
  failed: 'The memories could not be searched',
  unreachable: 'The server did not answer.',
  insert: (place: number) => `Insert what is selected of hit ${place}, else all of it`,
  insertTip: 'Insert what is selected, else all of it',
  part: (place: number) => `Translation of hit ${place}. Select a part with Shift and the arrows; Enter inserts it.`,
};
