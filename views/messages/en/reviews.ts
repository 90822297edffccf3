import { format } from './formats.ts';

/** The list of reviews, and the frame of one. */
export const reviews = {
  title: 'Reviews',
  lead: 'Articles that were aligned and not stored yet, or not wholly. Each can be left and come back to.',
  empty: 'No review is under way',
  emptyText: 'Bring both versions of an article: their sentences are aligned, and you decide what enters the memory.',
  article: 'Article',
  memory: 'Memory',
  decided: 'Decided',
  progress: (done: number, all: number) => `${format.number(done)} of ${format.counted(all, 'bead', 'beads')}`,
  state: 'State',
  states: { open: 'Under way', finished: 'Stored' },
  changed: 'Last changed',
  remove: 'Delete',
  removeText: 'The review goes with all that was decided in it. What it stored in the memory stays.',
  removeDo: 'Delete the review',
  untitled: (id: number) => `Review ${format.number(id)}`,
  opening: 'Opening the review…',
  noScript:
    'Beads are reviewed with a script. Allow scripts for this address, or store the article at once from the import page.',
};
