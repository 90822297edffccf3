import { format } from './formats.ts';

/** The bar, the segments and the dialogs of the editor. */
export const segments = {
  completions: 'Completions',
  notOpened: 'The document could not be opened',
  nothing: 'Nothing to translate',
  nothingText: 'The document has no segments.',

  documentProgress: 'Progress of the document',
  signInAgain: 'Sign in again',
  saved: 'Saved',
  saving: 'Saving…',
  toDecide: (count: number, durable: boolean) =>
    `${format.counted(count, 'segment', 'segments')} to decide on, ${kept(durable)}`,
  isOffline: 'Offline',
  notSent: (why: string, count: number, durable: boolean) =>
    `${why} – ${format.counted(count, 'segment', 'segments')} ${kept(durable)}`,
  splitTitle: 'Split the segment',
  splitHint:
    'Put the cursor where the segment is to end, and press Enter. The same text is cut so in this project from then on.',
  splitSource: 'Source',
  splitTarget: 'Target',
  splitDo: 'Split',
  join: 'Join with next',
  split: (number: number) => `Segment ${format.number(number)} split. Undoing takes that back.`,
  joined: (number: number) => `Segment ${format.number(number)} joined with the next. Undoing takes that back.`,
  cutTakenBack: 'The segments are cut as they were before.',
  noNext: 'This is the last segment of its paragraph.',
  saveFirst: 'The server must have everything before segments are split or joined, and cannot be reached.',
  goTo: 'Go to a segment',
  goToNumber: (count: number) => `Number, 1 to ${format.number(count)}`,
  goToFault: (count: number) => `There are segments 1 to ${format.number(count)}.`,
  go: 'Go',

  segment: (number: number) => `Segment ${number}`,
  run: (first: number, last: number) => `Segments ${first} to ${last}`,
  translationOf: (number: number) => `Translation of segment ${number}`,
  locked: 'Locked',
  /** @param by who else is there; empty for another window of the same person */
  elsewhere: (by: string) => (by === '' ? 'Open elsewhere too' : `${by} is on it too`),
  notSaved: 'Not saved on the server',
  keptHere: (fault: string) => `${fault} Your text is kept on this device: copy it from here if you need it elsewhere.`,
  issues: (count: number) => format.counted(count, 'issue', 'issues'),
  issuesOf: (number: number) => `Issues of segment ${number}`,

  confirm: 'Confirm',
  confirmTip: 'Confirm and go on',
  unconfirm: 'Unconfirm',
  unconfirmTip: 'Take the confirmation back',
  copySource: 'Source',
  copySourceTip: 'Copy the source',
  clear: 'Clear',
  clearTip: 'Clear the target',

  missingCodes: 'Codes still missing',
  characters: 'Characters',
  versions: 'Versions',
  codes: { open: 'Opening code', close: 'Closing code', standalone: 'Code' },
  spaces: { noBreak: 'No-break space', narrow: 'Narrow no-break space', thin: 'Thin space' },

  orphans: {
    title: (count: number) =>
      count === 1
        ? 'You wrote this for a segment that is no longer there'
        : `You wrote this for ${format.number(count)} segments that are no longer there`,
    text: 'It is kept on this device. Copy it if you need it, then let it go.',
    copy: 'Copy',
    copied: 'The text is in the clipboard.',
    letGo: 'Let go',
  },

  conflict: {
    label: (number: number) => `Two versions of segment ${number}`,
    title: 'This segment was changed elsewhere too',
    yours: 'Yours',
    theirs: (person: string) => `The other, by ${person}`,
    difference: 'From the other to yours',
    onlyStatus: 'The texts are the same; only the status differs.',
    keepMine: 'Keep mine',
    takeTheirs: 'Take the other',
  },
};

function kept(durable: boolean): string {
  return durable ? 'kept here' : 'kept while this page is open';
}
