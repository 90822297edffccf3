/** A stored unit, looked at from the panel of suggestions. */
export const unit = {
  open: 'Look at the unit, mend or flag it',
  look: 'Look at the unit',
  fixed: 'You may not change this memory: tell a reviewer what is wrong, or translate otherwise here.',
  title: (id: number, memory: string) => `Unit ${id} in ${memory}`,
  document: 'Its document in the memory',
  before: 'Before it',
  after: 'After it',
  sides: { fr: 'French', en: 'English' },
  hasCodes: 'has inline codes and cannot be written in here',
  save: 'Save the correction',
  mended: 'The unit was mended.',
  flag: 'Flag as wrong',
  flagHint: 'A unit that is flagged is not suggested any more. The memory keeps it, and its history brings it back.',
  flagged: 'The unit was flagged and is not suggested any more.',
};
