import type { Penalty, Warning } from '../../../memory/model/match.ts';
import type { MatchKind } from '../../../memory/model/match-kind.ts';
import type { Status } from '../../../memory/model/origin.ts';
import { format } from './formats.ts';
import { shared } from './shared.ts';

const kinds: Readonly<Record<MatchKind, string>> = {
  context: 'same context',
  exact: 'exact',
  adapted: 'adapted',
  fuzzy: 'fuzzy',
};

const penalties: Readonly<Record<Penalty['name'], string>> = {
  memory: 'this memory counts less',
  alignment: 'the sentences were paired by the program, unseen',
  machine: 'it was translated by a machine',
  reverse: 'the stored translation goes the other way round',
  draft: 'nobody has confirmed it',
  age: 'it is old',
  codes: 'the inline codes differ',
};

const warned: Readonly<Record<Warning['kind'], string>> = {
  negation: 'Negation',
  number: 'Number',
  date: 'Date',
  name: 'Name',
};

/** What the memories suggest, and why. */
export const suggestions = {
  title: 'Suggestions',
  forSegment: (number: number) => ` for segment ${number}`,
  tiers: {
    matches: 'Matches',
    related: 'Related',
    fragments: 'Fragments',
    file: 'From the file',
    machine: 'Machine translation',
  },
  missing: 'Part of the memories cannot be reached',
  notAmong: (databases: readonly string[]) => `What is kept in ${databases.join(', ')} is not among what is shown.`,
  kinds,
  insert: 'Insert; of a sentence, what is selected of it',
  insertFragment: (place: number, translation: string) => `Insert suggestion ${place}, “${translation}”, at the cursor`,
  insertNumber: (place: number) => `Insert suggestion ${place}`,
  part: (place: number) =>
    `Translation of suggestion ${place}. Select a part with Shift and the arrows; Enter inserts it.`,
  machine: {
    ask: (engine: string) => `Have ${engine} translate it`,
    asked: (engine: string) => `${engine} is asked…`,
    hint: 'Sends the segment, and for context the one before it, to the service',
    cost: (characters: number) => `costs ${format.counted(characters, 'character', 'characters')}`,
    failed: (engine: string) => `${engine} gave no translation`,
    unseen: 'By a machine: nobody has read it, and it is stored nowhere unless you confirm it.',
  },
  whyRate: 'Why this rate',
  about: 'About this sentence',
  unit: (id: number, memory: string, status: Status, changed: string) =>
    `Unit ${id} in ${memory}, ${shared.unitStatuses[status]}, changed ${changed}.`,
  textsAlone: 'Texts alone',
  rate: 'Rate',
  penalties,
  adapted: 'Adapted:',
  warning: ({ kind, inQuery, inStored }: Warning) => {
    if (inStored.length === 0) return `${warned[kind]}: ${format.quoted(inQuery)} is not in what is stored.`;
    if (inQuery.length === 0) return `${warned[kind]}: ${format.quoted(inStored)} is only in what is stored.`;
    return `${warned[kind]} differs: here ${format.quoted(inQuery)}, stored ${format.quoted(inStored)}.`;
  },
  failed: 'No suggestions could be had',
  looking: 'Looking the segment up…',
  none: 'Nothing like this is in the memories yet. What you confirm here will be found the next time something similar comes.',
};
