/** Terms in the editor. */
export const terms = {
  title: 'Terms',
  insert: (text: string) => `Insert “${text}” at the cursor`,
  inserted: (text: string) => `“${text}” inserted.`,
  none: (place: number) => `There is no term ${place}.`,
  statuses: { preferred: 'Preferred', admitted: 'Admitted', forbidden: 'Not to be used' },
  add: 'Add a term',
  inSource: 'Term in the source',
  inTarget: 'Term in the target',
  status: 'The term in the target is',
  definition: 'Definition',
  termbase: 'Termbase',
  usualTermbase: 'News',
  noTermbase: 'There is no termbase yet to add terms to. A reviewer can make one, under Terms.',
  submit: 'Add the term',
  added: (text: string) => `“${text}” is in the termbase.`,
};
