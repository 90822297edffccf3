import { format } from './formats.ts';
import { shared } from './shared.ts';

/** Filtering the segments, and finding and replacing in their targets. */
export const filtering = {
  filter: {
    label: 'Filter',
    anything: 'Any',
    status: 'Status',
    statuses: { 'to-do': 'To do', ...shared.statuses, locked: 'Locked' },
    origin: 'Origin',
    origins: {
      human: 'By hand',
      match: 'From a match',
      related: 'From a related sentence',
      machine: 'Machine translation',
      alignment: 'Aligned',
      import: 'Imported',
    },
    band: 'Match rate',
    bands: { '101': 'Same context', '100': '100', '95': '95–99', '85': '85–94', '75': '75–84', '50': '50–74' },
    issue: 'Issue',
    issues: { any: 'Any issue', error: 'Errors', warning: 'Warnings' },
    repetition: 'Repetition',
    repetitions: {
      repeated: 'Repeated',
      first: 'First of its repetitions',
      further: 'Further repetitions',
      unique: 'Not repeated',
    },
    by: 'Changed by',
    source: 'In the source',
    target: 'In the target',
    neighbours: 'With the segments around',
    counted: (name: string, count: number) => `${name} (${format.number(count)})`,
    clear: 'Show all',
    again: 'Filter again',
    shown: (count: number, all: number) =>
      `${format.number(count)} of ${format.counted(all, 'segment', 'segments')} shown`,
    none: 'No segment passes the filter',
    noneText: 'Choose something else, or show all segments again.',
  },
  repetition: (place: number, count: number) => `Repetition ${place} of ${count}`,
  replace: {
    title: 'Find and replace',
    find: 'Find in the targets',
    replacement: 'Replace with',
    matchCase: 'Exactly as written: case, apostrophes, spaces',
    wholeWords: 'Whole words',
    pattern: 'Regular expression',
    badPattern: 'This is not a regular expression.',
    found: (count: number) => `Found in ${format.counted(count, 'segment', 'segments')}`,
    nothing: 'Found in no segment.',
    shownFirst: (count: number) => `The first ${format.number(count)} are listed; all are replaced.`,
    becomesDraft: 'confirmed; will be a draft again',
    submit: (count: number) => `Replace in ${format.counted(count, 'segment', 'segments')}`,
  },
  together: {
    replaced: (count: number) => `Replaced in ${format.counted(count, 'segment', 'segments')}.`,
    propagated: (count: number) =>
      `${format.counted(count, 'repetition', 'repetitions')} filled with what you confirmed.`,
    inserted: (count: number) => `${format.counted(count, 'segment', 'segments')} filled from the memory.`,
    takeBack: 'Take back',
    dismiss: 'Dismiss',
  },
};
