import { format } from './formats.ts';

/** The list of projects, a new one, and one with its documents. */
export const projects = {
  title: 'Projects',
  lead: (units: number) => `The memories hold ${format.counted(units, 'unit', 'units')} to translate with.`,
  startNew: 'New translation',
  importArticle: 'Import an article',
  empty: {
    title: 'Nothing to translate yet',
    text: 'Paste a French or English text: it is cut into segments, and what the memories know of each is shown beside it. Articles that are out in both languages can be imported first, so that there is more to know.',
  },
  create: {
    title: 'New translation',
    lead: 'Paste the new coverage, or choose a file. It is cut into segments, and every sentence the memories know is suggested.',
    failed: 'The translation was not started',
    text: 'Text',
    file: 'Or a file',
    name: 'Name',
    nameHint: 'The first words of the text, if left empty.',
    submit: 'Start translating',
    direction: 'Direction',
    detect: 'As the text shows',
    fromFrench: 'French to English',
    fromEnglish: 'English to French',
  },
  documents: 'Documents',
  document: 'Document',
  segments: 'Segments',
  progress: 'Progress',
  asText: 'Text',
  asOriginal: 'The file as it came, with its targets',
  fileHint: 'Plain text in UTF-8, or XLIFF of any CAT tool, which is given back with nothing changed but its targets.',
  memories: 'Memories',
  writtenTo: ', which confirmed segments go to',
  add: {
    title: 'Add a document',
    failed: 'The document was not added',
    name: 'Name',
    text: 'Text',
    file: 'Or a file',
    submit: 'Add',
  },
  remove: {
    title: 'Delete this project',
    text: 'Its documents and drafts are deleted. What was confirmed stays in the memory.',
    submit: (name: string) => `Delete “${name}”`,
  },
};
