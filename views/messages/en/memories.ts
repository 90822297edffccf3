import { format } from './formats.ts';

/** The list of memories, and one with its documents and units. */
export const memories = {
  title: 'Memories',
  lead: 'Units from published articles, from files and from your own confirmed translations.',
  importArticle: 'Import an article',
  empty: {
    title: 'No memory yet',
    text: 'The first one is made when an article or a TMX file is imported, or a segment is confirmed.',
  },
  memory: 'Memory',
  units: 'Units',
  priority: 'Priority',
  penalty: 'Penalty',
  made: 'Made',
  importTmx: {
    title: 'Import a TMX file',
    failed: 'The file was not imported',
    file: 'TMX file',
    memoryHint: 'It is made when there is none of that name.',
    submit: 'Import',
    done: (file: string, memory: string) => `${file} was imported into “${memory}”`,
    added: (added: number, merged: number) =>
      `${format.counted(added, 'unit is', 'units are')} new, ${format.number(merged)} the memory held already.`,
    refused: (count: number) => `${format.counted(count, 'entry', 'entries')} gave no unit`,
    line: (line: number) => `Line ${line}:`,
  },
  one: {
    unnamedDocument: (id: number) => `Document ${id}`,
    unitCount: (count: number) => format.counted(count, 'unit', 'units'),
    documents: (count: number) => `Documents (${format.number(count)})`,
    document: 'Document',
    stored: 'Stored',
    search: 'Units with the text',
    searchSubmit: 'Search',
    more: 'More units',
    none: 'No units yet',
    noneText: 'Import an article or a TMX file, or confirm a segment.',
    notFound: 'Nothing found',
    notFoundText: (text: string) => `No unit has “${text}” in its French or its English.`,
    french: 'French',
    english: 'English',
    from: 'From',
  },
};
