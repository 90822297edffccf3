import { oddBrackets, oddQuotes } from './brackets.ts';
import type { Check } from './check.ts';
import { addedCodes, disorderedCodes, missingCodes } from './codes.ts';
import { differingCurrencies } from './currencies.ts';
import { differingDates, differingTimes } from './dates.ts';
import { differingEndMark } from './end-mark.ts';
import { bareCapitals, missingLigatures } from './french-letters.ts';
import { oddLength } from './length.ts';
import { lostNames } from './names.ts';
import { differingNegation } from './negation.ts';
import { foreignNumbers } from './number-format.ts';
import { differingNumbers } from './numbers.ts';
import { emptyTarget, identicalTarget } from './presence.ts';
import { repeatedWords } from './repeated.ts';
import { doubleSpaces, edgeSpaces } from './spaces.ts';
import { misplacedSpaces, straightApostrophes, straightQuotes } from './typography.ts';
import { uneditedMatch } from './unedited.ts';
import { untranslatedWords } from './untranslated.ts';

/** Every check, once. House rules name them by their codes. */
export const CHECKS = [
  { code: 'empty', severity: 'error', title: 'No translation', find: emptyTarget },
  { code: 'codes-missing', severity: 'error', title: 'Inline codes missing', find: missingCodes },
  { code: 'codes-added', severity: 'error', title: 'Inline codes that the source has not', find: addedCodes },
  { code: 'codes-order', severity: 'error', title: 'Inline codes out of order', find: disorderedCodes },
  { code: 'identical', severity: 'warning', title: 'The same as the source', find: identicalTarget },
  { code: 'unedited-match', severity: 'warning', title: 'A fuzzy match left unedited', find: uneditedMatch },
  { code: 'numbers', severity: 'warning', title: 'Numbers that differ', find: differingNumbers },
  { code: 'number-format', severity: 'warning', title: 'Numbers written as in the source', find: foreignNumbers },
  { code: 'dates', severity: 'warning', title: 'Dates that differ', find: differingDates },
  { code: 'times', severity: 'warning', title: 'Times that differ', find: differingTimes },
  { code: 'currencies', severity: 'warning', title: 'Currencies that differ', find: differingCurrencies },
  { code: 'names', severity: 'warning', title: 'Names lost', find: lostNames },
  { code: 'negation', severity: 'warning', title: 'Negation added or lost', find: differingNegation },
  { code: 'untranslated', severity: 'warning', title: 'Words left untranslated', find: untranslatedWords },
  { code: 'repeated-word', severity: 'warning', title: 'Words repeated', find: repeatedWords },
  { code: 'brackets', severity: 'warning', title: 'Brackets without their other half', find: oddBrackets },
  { code: 'quotation-marks', severity: 'warning', title: 'Quotation marks without their other half', find: oddQuotes },
  { code: 'end-mark', severity: 'warning', title: 'Another mark at the end', find: differingEndMark },
  { code: 'edge-spaces', severity: 'warning', title: 'Spaces at the start or the end', find: edgeSpaces },
  { code: 'double-spaces', severity: 'warning', title: 'Several spaces in a row', find: doubleSpaces },
  { code: 'mark-spacing', severity: 'warning', title: 'Spaces before : ; ! ? and inside « »', find: misplacedSpaces },
  { code: 'straight-apostrophes', severity: 'warning', title: 'Straight apostrophes', find: straightApostrophes },
  { code: 'straight-quotes', severity: 'warning', title: 'Straight quotation marks', find: straightQuotes },
  { code: 'bare-capitals', severity: 'warning', title: 'Capitals without their accent', find: bareCapitals },
  { code: 'ligatures', severity: 'warning', title: 'oe for œ', find: missingLigatures },
  { code: 'length', severity: 'warning', title: 'Length out of proportion', find: oddLength },
] as const satisfies readonly Check[];

export type CheckCode = (typeof CHECKS)[number]['code'];
