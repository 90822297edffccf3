import { oddBrackets, oddQuotes } from './brackets.ts';
import type { Check } from './check.ts';
import { addedCodes, disorderedCodes, missingCodes } from './codes.ts';
import { differingTranslation } from './consistency.ts';
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
import { forbiddenTerms, missingTerms } from './terms.ts';
import { misplacedSpaces, straightApostrophes, straightQuotes } from './typography.ts';
import { uneditedMatch } from './unedited.ts';
import { untranslatedWords } from './untranslated.ts';

/** Every check, once. House rules name them by their codes. */
export const CHECKS = [
  { code: 'empty', severity: 'error', find: emptyTarget },
  { code: 'codes-missing', severity: 'error', find: missingCodes },
  { code: 'codes-added', severity: 'error', find: addedCodes },
  { code: 'codes-order', severity: 'error', find: disorderedCodes },
  { code: 'identical', severity: 'warning', find: identicalTarget },
  { code: 'unedited-match', severity: 'warning', find: uneditedMatch },
  { code: 'numbers', severity: 'warning', find: differingNumbers },
  { code: 'number-format', severity: 'warning', find: foreignNumbers },
  { code: 'dates', severity: 'warning', find: differingDates },
  { code: 'times', severity: 'warning', find: differingTimes },
  { code: 'currencies', severity: 'warning', find: differingCurrencies },
  { code: 'names', severity: 'warning', find: lostNames },
  { code: 'negation', severity: 'warning', find: differingNegation },
  { code: 'term-forbidden', severity: 'warning', find: forbiddenTerms },
  { code: 'term-missing', severity: 'warning', find: missingTerms },
  { code: 'untranslated', severity: 'warning', find: untranslatedWords },
  { code: 'repeated-word', severity: 'warning', find: repeatedWords },
  { code: 'brackets', severity: 'warning', find: oddBrackets },
  { code: 'quotation-marks', severity: 'warning', find: oddQuotes },
  { code: 'end-mark', severity: 'warning', find: differingEndMark },
  { code: 'edge-spaces', severity: 'warning', find: edgeSpaces },
  { code: 'double-spaces', severity: 'warning', find: doubleSpaces },
  { code: 'mark-spacing', severity: 'warning', find: misplacedSpaces },
  { code: 'straight-apostrophes', severity: 'warning', find: straightApostrophes },
  { code: 'straight-quotes', severity: 'warning', find: straightQuotes },
  { code: 'bare-capitals', severity: 'warning', find: bareCapitals },
  { code: 'ligatures', severity: 'warning', find: missingLigatures },
  { code: 'consistency', severity: 'warning', find: differingTranslation },
  { code: 'length', severity: 'warning', find: oddLength },
] as const satisfies readonly Check[];

export type CheckCode = (typeof CHECKS)[number]['code'];
