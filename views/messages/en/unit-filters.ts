import { format } from './formats.ts';

/** What units are kept to, wherever they are searched. */
export const unitFilters = {
  title: 'Filters',
  set: (count: number) => `Filters (${format.number(count)} set)`,
  any: 'Any',
  memory: 'Memory',
  text: 'On either side',
  fr: 'In the French',
  en: 'In the English',
  status: 'Status',
  origin: 'Origin',
  flagged: 'Flag',
  flags: { yes: 'Flagged', no: 'Not flagged' },
  originalLanguage: 'Original in',
  publication: 'Publication',
  translator: 'Translator',
  partHint: 'A part of the name is enough.',
  publishedFrom: 'Published from',
  publishedTo: 'Published until',
  changedFrom: 'Unit changed from',
  changedTo: 'Unit changed until',
  dateHint: '2021-11-25, 2021-11 or 2021',
  wrongDate: (field: string) => `“${field}” is no date. Write 2021-11-25, 2021-11 or 2021.`,
};
