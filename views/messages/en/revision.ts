import { format } from './formats.ts';

/** Revising in a word processor, and what came back. */
export const revision = {
  word: 'Revise in Word',
  explained:
    'A table with a row for each segment, for a reviser without a CAT tool. Edits come back by segment, as drafts; what was changed here meanwhile stays and is shown.',
  download: 'Download the bilingual Word file',
  file: 'The revised file',
  submit: 'Take the edits',
  title: 'Revision',
  lead: (file: string, changed: number, unchanged: number) =>
    `${file}: ${format.counted(changed, 'segment has', 'segments have')} the reviser’s text now, ${format.number(unchanged)} as before.`,
  conflicts: 'Changed by the reviser and here; left as they are here',
  segment: 'Segment',
  revised: 'The reviser’s text',
  present: 'Here now',
  refused: 'Rows that were not taken',
  row: (row: number) => `Row ${format.number(row)}:`,
};
