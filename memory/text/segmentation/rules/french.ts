import {
  FRENCH_DATES,
  FRENCH_LEADING,
  FRENCH_NAME_ENDS,
  FRENCH_NUMBERED,
  FRENCH_SHORTENED,
  FRENCH_STARTERS,
  FRENCH_TITLES,
} from '../abbreviations/french.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';
import { anyOf, COMMON_BREAKS, COMMON_KEEPS, wordOf } from './common.ts';

const STARTER = `\\s+[«“"(]?\\s?(?:${anyOf(FRENCH_STARTERS)}\\b|[LDCJSMNQ]['’]|Qu['’])`;

export const FRENCH_RULES: SegmentationRules = [
  ...COMMON_KEEPS,
  keepRule(`${wordOf(FRENCH_TITLES)}\\.`, '\\s'),
  keepRule(`${wordOf(FRENCH_LEADING)}\\.`, '\\s'),
  keepRule(`${wordOf(FRENCH_NUMBERED)}\\.`, '\\s+[\\p{Nd}IVXLC(]'),
  keepRule(`${wordOf(FRENCH_DATES)}\\.`, '\\s+\\p{Nd}'),
  keepRule(`${wordOf(FRENCH_SHORTENED)}\\.`, '\\s+\\p{Nd}'),
  breakRule(`${wordOf(FRENCH_NAME_ENDS)}\\.`, STARTER),
  keepRule(`${wordOf(FRENCH_NAME_ENDS)}\\.`, '\\s'),
  // Initials and acronyms with stops (J.-C., O.N.U.) go on unless a word follows that begins sentences.
  breakRule('\\b(?:\\p{Lu}\\.[ -]?){1,8}', STARTER),
  keepRule('\\b(?:\\p{Lu}\\.[ -]?){1,8}', '\\s'),
  ...COMMON_BREAKS,
  breakRule('\\p{Ll}{2}[.!?]', '\\p{Lu}\\p{Ll}'),
];
