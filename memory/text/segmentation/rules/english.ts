import {
  ENGLISH_DATES,
  ENGLISH_LEADING,
  ENGLISH_NAME_ENDS,
  ENGLISH_NUMBERED,
  ENGLISH_SHORTENED,
  ENGLISH_STARTERS,
  ENGLISH_TITLES,
} from '../abbreviations/english.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';
import { anyOf, COMMON_BREAKS, COMMON_KEEPS, wordOf } from './common.ts';

const STARTER = `\\s+["“‘(]?${anyOf(ENGLISH_STARTERS)}\\b`;

export const ENGLISH_RULES: SegmentationRules = [
  ...COMMON_KEEPS,
  keepRule(`${wordOf(ENGLISH_TITLES)}\\s?\\.`, '\\s'),
  keepRule(`${wordOf(ENGLISH_LEADING)}\\.`, '\\s'),
  keepRule(`${wordOf(ENGLISH_NUMBERED)}\\.`, '\\s+[\\p{Nd}IVXLC(]'),
  keepRule(`${wordOf(ENGLISH_DATES)}\\.`, '\\s+\\p{Nd}'),
  keepRule(`${wordOf(ENGLISH_SHORTENED)}\\.`, '\\s+\\p{Nd}'),
  breakRule(`${wordOf(ENGLISH_NAME_ENDS)}\\.`, STARTER),
  keepRule(`${wordOf(ENGLISH_NAME_ENDS)}\\.`, '\\s'),
  // Clock times end a sentence before a capital, but not before a day, a month or a time zone.
  keepRule(
    '\\b[AaPp]\\.\\s?[Mm]\\.',
    '\\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}\\b|on\\b|(?:Eastern|Pacific|Central|Mountain|Greenwich)\\b)',
  ),
  breakRule('\\b[AaPp]\\.\\s?[Mm]\\.', '\\s+["“]?\\p{Lu}'),
  // Acronyms with stops, and initials, go on unless a word follows that begins sentences.
  breakRule('\\b(?:\\p{L}\\.){2,8}', STARTER),
  keepRule('\\b(?:\\p{L}\\.){2,8}', '\\s'),
  breakRule('\\band I\\.', '\\s+\\p{Lu}'),
  breakRule('\\b\\p{Lu}\\.', STARTER),
  keepRule('\\b\\p{Lu}\\.', '\\s'),
  ...COMMON_BREAKS,
  // The space behind the stop was forgotten.
  breakRule('\\p{Ll}{2}[.!?]', '\\p{Lu}\\p{Ll}'),
];
