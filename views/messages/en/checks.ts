import type { CheckFix, Saying } from '../../../memory/checks/check.ts';
import type { CheckCode } from '../../../memory/checks/table.ts';
import { format } from './formats.ts';

type Words = readonly string[];

const MARKS: Readonly<Record<string, string>> = {
  '.': 'a full stop',
  '!': 'an exclamation mark',
  '?': 'a question mark',
  '…': 'an ellipsis',
  ':': 'a colon',
};
const mark = (sign: string) => MARKS[sign] ?? `“${sign}”`;
const { form, quoted } = format;

/** What the checks say. `about` are the words they speak of, `has` what the translation has instead. */
const sayings: Readonly<Record<Saying, (about: Words, has: string) => string>> = {
  'no-translation': () => 'There is no translation yet.',
  'code-missing': (about) =>
    `${form(about.length, 'The code', 'The codes')} ${quoted(about)} of the source ${form(about.length, 'is', 'are')} missing.`,
  'code-added': (about) =>
    `${form(about.length, 'The code', 'The codes')} ${quoted(about)} ${form(about.length, 'is', 'are')} more than the source has.`,
  'code-misplaced': (about) => `The closing code ${quoted(about)} stands in the wrong place.`,
  identical: () => 'The translation is the source itself.',
  'unedited-match': ([rate]) => `This is a ${rate}\u202F% match, as it was stored.`,
  'unedited-related': () => 'This is a related sentence, as it was stored.',
  'number-missing': (about) =>
    `${form(about.length, 'The number', 'The numbers')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing.`,
  'number-added': (about) => `The number ${quoted(about)} is not in the source.`,
  'number-differs': (about, has) => `The source has the number ${quoted(about)}, the translation “${has}”.`,
  'number-format': (about) => `${quoted(about)} is not how a number is written here.`,
  'date-missing': (about) =>
    `${form(about.length, 'The date', 'The dates')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing.`,
  'date-differs': (about, has) =>
    `${form(about.length, 'The date', 'The dates')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing. The translation has “${has}”.`,
  'time-missing': (about) =>
    `${form(about.length, 'The time', 'The times')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing.`,
  'time-differs': (about, has) =>
    `${form(about.length, 'The time', 'The times')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing. The translation has “${has}”.`,
  'currency-differs': (about, has) => `The source counts in ${quoted(about)}, the translation in “${has}”.`,
  'name-missing': (about) =>
    `${form(about.length, 'The name', 'The names')} ${quoted(about)} ${form(about.length, 'is', 'are')} missing.`,
  'negation-lost': (about) => `The source says ${quoted(about)}; the translation has no negation.`,
  'negation-added': (about) => `The translation says ${quoted(about)}; the source has no negation.`,
  'not-translated': (about) => `${quoted(about)} is not translated.`,
  'repeated-word': (about) => `${quoted(about)} stands twice.`,
  'no-other-half': (about) => `${quoted(about)} has no other half.`,
  'end-mark-added': (_, has) => `The translation ends with ${mark(has)}, the source does not.`,
  'end-mark-lost': ([wanted = '']) => `The source ends with ${mark(wanted)}, the translation with none.`,
  'end-mark-differs': ([wanted = ''], has) =>
    `The source ends with ${mark(wanted)}, the translation with ${mark(has)}.`,
  'space-at-start': () => 'There is a space at the start.',
  'space-at-end': () => 'There is a space at the end.',
  'several-spaces': () => 'There is more than one space in a row.',
  'space-wanted': (about) => `There must be a no-break space at ${quoted(about)}.`,
  'space-unwanted': (about) => `There must be no space before ${quoted(about)}.`,
  'straight-apostrophe': () => 'The apostrophe is a straight one.',
  'straight-quotes': () => 'The quotation marks are straight ones.',
  'bare-capital': (about) => `Capitals take their accents too: ${quoted(about)}.`,
  ligature: (about) => `œ is one letter: ${quoted(about)}.`,
  'too-long': () => 'The translation is much longer than the source.',
  'translated-differently': (about) => `The same source is translated elsewhere as ${quoted(about)}.`,
  'too-short': () => 'The translation is much shorter than the source.',
  'term-forbidden': (about) => `The termbase does not want ${quoted(about)}.`,
  'term-missing': (about, has) => `For “${has}” the termbase has ${quoted(about)}.`,
};

/** What settles a finding, as a button says it. */
const fixes: Readonly<Record<CheckFix['does'], (to: string) => string>> = {
  change: (to) => `Change to ${to}`,
  remove: () => 'Remove',
  'remove-one': () => 'Remove one',
  'leave-one': () => 'Leave one',
  'set-spaces': () => 'Set the spaces',
};

/** What each check looks for, as a list of house rules says it. */
const titles: Readonly<Record<CheckCode, string>> = {
  empty: 'No translation',
  'codes-missing': 'Inline codes missing',
  'codes-added': 'Inline codes that the source has not',
  'codes-order': 'Inline codes out of order',
  identical: 'The same as the source',
  'unedited-match': 'A fuzzy match left unedited',
  numbers: 'Numbers that differ',
  'number-format': 'Numbers written as in the source',
  dates: 'Dates that differ',
  times: 'Times that differ',
  currencies: 'Currencies that differ',
  names: 'Names lost',
  negation: 'Negation added or lost',
  'term-forbidden': 'Terms that are not to be used',
  'term-missing': 'Terms translated otherwise than in the termbase',
  untranslated: 'Words left untranslated',
  'repeated-word': 'Words repeated',
  brackets: 'Brackets without their other half',
  'quotation-marks': 'Quotation marks without their other half',
  'end-mark': 'Another mark at the end',
  'edge-spaces': 'Spaces at the start or the end',
  'double-spaces': 'Several spaces in a row',
  'mark-spacing': 'Spaces before : ; ! ? and inside « »',
  'straight-apostrophes': 'Straight apostrophes',
  'straight-quotes': 'Straight quotation marks',
  'bare-capitals': 'Capitals without their accent',
  ligatures: 'oe for œ',
  consistency: 'The same source translated differently',
  length: 'Length out of proportion',
};

export const checks = { sayings, fixes, titles, severities: { error: 'Error', warning: 'Warning' } };
