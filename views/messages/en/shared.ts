import { format } from './formats.ts';

/** What components say that stand on pages and in the editor alike. */
export const shared = {
  breadcrumb: 'Where you are',
  close: 'Close',
  directionTo: 'to',
  statuses: {
    untranslated: 'Untranslated',
    draft: 'Draft',
    confirmed: 'Confirmed',
    reviewed: 'Reviewed',
    rejected: 'Rejected',
  },
  progress: {
    of: (name: string) => `Progress of ${name}`,
    confirmed: (percent: number) => `${format.percent(percent)} confirmed`,
    words: (done: number, all: number) => `${format.number(done)} of ${format.counted(all, 'word', 'words')}`,
    segments: (done: number, all: number) => `${format.number(done)} of ${format.counted(all, 'segment', 'segments')}`,
  },
  provenance: {
    label: 'Where it comes from',
    title: (title: string) => `“${title}”`,
    author: (name: string) => `by ${name}`,
    blocks: {
      headline: 'headline',
      heading: 'heading',
      paragraph: 'paragraph',
      caption: 'caption',
      'list-item': 'list item',
      quotation: 'quotation',
    },
    original: { fr: 'original in French', en: 'original in English' },
    translator: (name: string) => `translated by ${name}`,
    article: 'article',
    articleAt: (place: string) => ` at ${place}, in a new tab`,
  },
  rate: {
    match: 'percent match',
    related: 'percent sure to be related',
    machine: 'machine translation',
    machineShort: 'MT',
    machineBy: (engine: string) => `Machine translation by ${engine}`,
  },
  origins: {
    human: 'by hand',
    match: 'from a match',
    machine: 'machine translation',
    import: 'imported',
    alignment: 'aligned',
    aligned: (confidence: number) => `aligned, confidence ${confidence.toFixed(2)}`,
  },
  unitStatuses: {
    untranslated: 'untranslated',
    draft: 'draft',
    confirmed: 'confirmed',
    reviewed: 'reviewed',
    rejected: 'rejected',
  },
};
