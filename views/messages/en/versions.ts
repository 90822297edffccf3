/** The versions of a segment. */
export const versions = {
  title: (number: number) => `Versions of segment ${number}`,
  by: (person: string, moment: string) => `${person}, ${moment}`,
  same: 'What stands there now.',
  restore: 'Bring back',
  restored: 'The earlier version is back; undo takes it away again.',
};
