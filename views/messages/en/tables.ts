/** What is said of files that are imported: where something stands in them, and what the columns of a table hold. */
export const tables = {
  place: (line: number, column?: number) =>
    column === undefined ? `Line ${line}:` : `Line ${line}, column ${column}:`,
  /** While the columns of a table are named. */
  mapper: {
    title: 'What the columns hold',
    column: 'Column',
    named: 'The first row names the columns.',
    remembered: 'As you said it for a table like this.',
    failed: 'The table cannot be shown; name its columns from the left.',
  },
  units: {
    roles: { '-': 'Nothing of interest', fr: 'French', en: 'English', origin: 'Document it is from', note: 'Note' },
    missing: 'Say which column is French and which English.',
  },
  terms: {
    roles: {
      '-': 'Nothing of interest',
      fr: 'French terms',
      en: 'English terms',
      'fr status': 'Status of the French terms',
      'en status': 'Status of the English terms',
      partOfSpeech: 'Part of speech',
      subject: 'Subject',
      definition: 'Definition',
      note: 'Note',
      source: 'Source',
    },
    missing: 'Say which column holds the French or the English terms.',
  },
};
