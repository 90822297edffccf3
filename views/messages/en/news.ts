import { format } from './formats.ts';

/** What is told as it happens: read out by screen readers, shown in the bar. `number` is a segment's, as it is shown. */
export const news = {
  restored: 'What was not sent at your last visit is here, and is being sent now.',
  unreachable: 'The server cannot be reached. Load the page again when it is back; what you wrote is kept here.',
  noAnswer: 'The server did not answer. Suggestions come back with the connection.',
  offline: 'The server cannot be reached. What you write is kept here and sent when it is back.',
  inTrouble: (what: string) =>
    `The server cannot save: ${what}. What you write is kept here and sent when that is mended. Tell whoever runs Calque.`,
  signedOut:
    'You are signed out. What you write is kept here: sign in again, here or in another window, and it is sent.',
  gone: 'What you are working on was deleted, or split elsewhere: copy your text before you load the page again.',
  tooLong: 'A translation of more than 20,000 characters is not taken: split the segment, or shorten it.',
  online: 'The connection is back.',
  changedElsewhere: (number: number) => `Segment ${number} was changed elsewhere too. Choose which version stays.`,
  notSaved: (number: number, why: string) => `Segment ${number} was not saved: ${why}`,
  staysDraft: (number: number, why: string) => `Segment ${number} stays a draft: ${why}`,
  mineStays: 'Your version stays.',
  theirsStays: 'The other version stays.',

  place: (number: number, count: number) => `Segment ${number} of ${format.number(count)}.`,
  allConfirmed: 'Every segment is confirmed.',
  shownConfirmed: 'Every segment that is shown is confirmed.',
  filterOff: 'All segments are shown.',
  filtered: (count: number) => `${format.counted(count, 'segment is', 'segments are')} shown.`,
  confirmedAndFilled: (number: number, count: number) =>
    `Segment ${number} confirmed, ${format.counted(count, 'repetition', 'repetitions')} filled.`,
  replaced: (count: number) => `${format.counted(count, 'segment', 'segments')} changed.`,
  takenBack: (count: number, all: number) =>
    count === all
      ? `${format.counted(count, 'segment is', 'segments are')} as before.`
      : `${format.number(count)} of ${format.counted(all, 'segment is', 'segments are')} as before; the others were changed since.`,
  nothingToTakeBack: 'There is no change of several segments to take back.',
  first: 'This is the first segment.',
  last: 'This is the last segment.',
  onlyDocument: 'This is the only document of the project.',
  lastDocument: 'This is the last document of the project.',
  firstDocument: 'This is the first document of the project.',
  locked: (number: number) => `Segment ${number} is locked.`,

  confirmed: (number: number) => `Segment ${number} confirmed.`,
  notConfirmed: (why: string) => `Not confirmed. ${why}`,
  notYetConfirmed: (number: number) => `Segment ${number} is not confirmed.`,
  draftAgain: (number: number, count: number) => `Segment ${number} of ${format.number(count)} is a draft again.`,
  chooseFirst: (number: number) => `Segment ${number} was changed elsewhere too: choose a version first.`,
  empty: (number: number) => `Segment ${number} has no translation yet: there is nothing to confirm.`,
  askAgain: 'Confirm once more if it is right as it stands.',
  andMore: (count: number) => `And ${format.number(count)} more.`,

  noIssues: 'The checks find nothing in this document.',
  issue: (number: number, message: string) => `Segment ${number}: ${message}`,
  nothingToSettle: 'The checks propose nothing here.',
  settled: (message: string) => `Settled: ${message}`,

  noSuggestion: (place: number) => `There is no suggestion ${place}.`,
  noSuggestions: 'There are no suggestions.',
  onTheirWay: 'The suggestions are still on their way.',
  holdShift: 'To break the line, hold Shift.',
  inserted: (place: number) => `Suggestion ${place} inserted.`,
  steppedTo: (place: number, count: number, rate: string, text: string) =>
    `Suggestion ${place} of ${count}, ${rate}: ${text}`,
  file: 'from the file',
  fragment: 'fragment',
  machine: 'by a machine',
  related: 'related',
  partInserted: 'What was selected is inserted.',
  noMachine: 'No machine translation is set up here.',
  machineAsked: (engine: string) => `${engine} is asked for a translation.`,
  machineFound: (engine: string) => `The translation by ${engine} is there.`,
  machineFailed: (engine: string) => `${engine} gave no translation.`,
  hitInserted: 'Inserted at the cursor.',
  sourceCopied: 'Source copied.',

  noCodeMissing: 'No code is missing.',
  codesInserted: (count: number) => `${format.counted(count, 'code', 'codes')} inserted.`,
  insertedUnasked: (rate: number) => `A match of ${format.percent(rate)} was inserted; undo takes it away.`,
  cleared: 'Target cleared.',
  allSaved: 'Everything is saved.',
  savingNow: 'Saving now.',
  nothingToUndo: 'There is nothing to undo.',
  nothingToRedo: 'There is nothing to redo.',
  noBreakSpace: 'No-break space.',
  narrowSpace: 'Narrow no-break space.',
};
