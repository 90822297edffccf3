import { format } from './formats.ts';

/** Pairs of terms that memories show, to be taken into a termbase or not. */
export const candidates = {
  title: 'Candidates',
  lead: 'Words that a memory shows to translate each other again and again. Take them into the termbase as they are or corrected, or have them never shown again.',
  memory: 'Look for terms in the memory',
  look: 'Look for terms',
  noMemory: 'There is no memory that you may look into.',
  states: { open: 'To decide', rejected: 'Rejected', accepted: 'Accepted' },
  statesLabel: 'Which candidates',
  none: { open: 'Nothing to decide', rejected: 'Nothing was rejected', accepted: 'Nothing was accepted' },
  noneText:
    'Choose a memory above. It is looked through in the background; what is in the termbase already, and what was decided before, does not come again.',
  french: 'French',
  english: 'English',
  units: (fr: number, en: number, both: number) =>
    `French in ${format.counted(fr, 'unit', 'units')}, English in ${format.number(en)}, both in ${format.number(both)}.`,
  score: (percent: number) =>
    `Of the units that have either, at least ${format.percent(percent)} have both (95\u202F% certain).`,
  from: (name: string) => `from “${name}”`,
  accept: 'Take in',
  acceptPair: (fr: string, en: string) => `Take in A: ${fr} – ${en}`,
  reject: 'Reject',
  rejectPair: (fr: string, en: string) => `Reject R: ${fr} – ${en}`,
  reopen: 'Decide again',
  reopenPair: (fr: string, en: string) => `Decide again: ${fr} – ${en}`,
  entry: 'Its entry',
  keys: 'Keys: ↓ and ↑ go from pair to pair; A takes it in, R rejects it; U takes the last decision back.',
  undo: 'Take the last decision back',
  more: 'More of them',
  failed: 'Nothing was decided',
};
