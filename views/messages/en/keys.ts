/** What each command does, as a menu and the list of keys say it. */
const commands = {
  confirm: 'Confirm and go to the next unconfirmed',
  unconfirm: 'Take the confirmation back',
  nextSegment: 'Next segment',
  previousSegment: 'Previous segment',
  nextUnconfirmed: 'Next unconfirmed segment',
  nextIssue: 'Next issue that the checks find',
  goTo: 'Go to a segment by number',
  filter: 'Filter the segments',
  replace: 'Find and replace in the targets',
  takeBack: 'Take back a change of several segments',
  splitSegment: 'Split the segment',
  joinSegments: 'Join with the next segment',
  save: 'Save the draft now',
  insertMatch: 'Insert suggestion 1–9',
  nextMatch: 'Step to the next suggestion',
  previousMatch: 'Step to the one before',
  insertStepped: 'Insert the one stepped to',
  copySource: 'Copy the source',
  insertTerm: 'Insert term 1–9',
  addTerm: 'Add a term from what is selected',
  translate: 'Have a machine translate the segment',
  concordance: 'Search inside the memories for the selection',
  clearTarget: 'Clear the target',
  nextCode: 'Insert the next missing code',
  allCodes: 'Insert all missing codes',
  undo: 'Undo',
  redo: 'Redo',
  lineBreak: 'Line break',
  noBreakSpace: 'No-break space; again: the narrow one',
  help: 'These keys',
};

export const keys = {
  title: 'Keys',
  commands,
  groups: { segments: 'Segments', suggestions: 'Suggestions', writing: 'Writing', help: 'Help' },
  to: ' to ',
  or: ' or ',
  /** Labels of keys that have a word on them. */
  names: { Space: 'Space', Delete: 'Del', Insert: 'Ins', Enter: 'Enter', Shift: 'Shift' } as Readonly<
    Record<string, string>
  >,
};
