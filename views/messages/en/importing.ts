import type { ReadingWarning } from '../../../memory/model/document.ts';
import { format } from './formats.ts';

/** Bringing what was published: an article in both languages, and where it comes from. */
export const importing = {
  title: 'Import an article',
  section: 'Import',
  lead: 'Give both language versions. Their sentences are aligned, the credit note and the date are read from the text, and you decide what enters the memory.',
  failed: 'The article was not imported',
  frText: 'French text',
  frFile: 'Or a French file',
  enText: 'English text',
  enFile: 'Or an English file',
  fileHint: 'Text, Markdown, a saved web page (HTML), DOCX, ODT or PDF.',
  many: 'Import many articles at once',
  warnings: 'How the documents were read',
  /** Each is a sentence that says all there is to say. */
  warning: (_code: ReadingWarning['code'], message: string): string => message,
  read: {
    lead: 'It was read, and is ready. Something was decided on the way: see whether it is right.',
    toEditor: 'Open in the editor',
    toProject: 'To the project',
    toReview: 'Review the beads',
  },
  batch: {
    title: 'Import many articles',
    lead: 'Give a ZIP archive of articles in both languages. They are imported in the background, each by itself; what is in the memory already is found and not doubled.',
    failed: 'The articles were not imported',
    file: 'ZIP archive',
    fileHint:
      'Paired by name: port.fr.html and port.en.docx, or fr/port.txt and en/port.txt. Or a pairs.csv with the columns fr, en and, if known, title, publication, url, date, author, translator, rights.',
    submit: 'Import',
    another: 'Import others',
    reload: 'See how far it is',
    outcomes: 'What became of each article',
    article: 'Article',
    outcome: 'Outcome',
    what: 'What was done',
    outcomeNames: { taken: 'Taken', known: 'Already there', refused: 'Refused' },
    counts: (added: number, merged: number, alone: number) =>
      `${format.counted(added, 'unit', 'units')} added, ${format.number(merged)} held already, ${format.counted(alone, 'sentence', 'sentences')} without a partner.`,
    summary: (taken: number, known: number, refused: number) =>
      `${format.counted(taken, 'article', 'articles')} taken, ${format.number(known)} already there, ${format.number(refused)} refused`,
  },
  memory: 'Memory',
  memoryHint: 'It is made when there is none of that name.',
  review: 'Align and review',
  submit: 'Align and store at once',
  submitHint: 'What is stored at once nobody has looked at: its units are drafts, with a penalty by confidence.',
  provenance: {
    legend: 'Where it comes from (optional)',
    title: 'Title',
    publication: 'Publication',
    date: 'Date',
    dateHint: '2021-11-25, 2021-11 or 2021',
    url: 'Web address',
  },
  done: {
    title: 'Article imported',
    startNew: 'New translation',
    stored: (units: number) => `${format.counted(units, 'unit', 'units')} stored`,
    merged: (units: number) => `${format.counted(units, 'unit', 'units')} the memory held already.`,
    see: 'See them in the memory',
    frAlone: 'French without a partner, not stored',
    enAlone: 'English without a partner, not stored',
    beads: 'Beads',
    french: 'French',
    english: 'English',
    bead: 'Bead',
    confidence: 'Confidence',
  },
};
