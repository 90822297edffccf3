import {
  FRENCH_DATES,
  FRENCH_LEADING,
  FRENCH_NAME_ENDS,
  FRENCH_NUMBERED,
  FRENCH_SAYING,
  FRENCH_SHORTENED,
  FRENCH_STARTERS,
  FRENCH_TITLES,
} from '../abbreviations/french.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';
import {
  anyOf,
  COMMON_BREAKS,
  COMMON_KEEPS,
  DASH,
  GOES_ON,
  NUMBER,
  SENTENCE_START,
  SMALL_START,
  stopped,
  WHOLE_WORD_STOP,
} from './common.ts';

/** White space and a word that begins a sentence. */
const STARTER = `\\s+[«“"(]?\\s?(?=\\p{Lu})(?:${anyOf(FRENCH_STARTERS)}\\b(?!\\.)|(?:[LDCJSMN]|Qu)['’])`;

/** The rules for French. */
export const FRENCH_RULES: SegmentationRules = [
  ...COMMON_KEEPS,
  keepRule(stopped(FRENCH_TITLES), ''),
  keepRule(stopped(FRENCH_LEADING), '\\s'),
  keepRule(stopped(FRENCH_NUMBERED), NUMBER),
  keepRule(stopped(FRENCH_NUMBERED), '\\s+I\\b'),
  keepRule(stopped(FRENCH_DATES), GOES_ON),
  keepRule(stopped(FRENCH_SHORTENED), GOES_ON),
  // A quotation goes on with who uttered it, even behind a full stop: "… ». a déclaré M. Dupont".
  keepRule('[»”"]\\.', `\\s+(?:(?:a|ont|avait|avaient)\\s(?:\\p{Ll}{1,12}\\s)?)?${anyOf(FRENCH_SAYING)}\\b`),
  keepRule('[»”"]\\.', '\\s+\\p{Ll}{1,20}-(?:t-)?(?:il|elle|on|ils|elles)\\b'),
  // What may end a sentence does so before a word that begins sentences, and nowhere else: names of firms, numbers of
  // pages in a reference ("1 500 p. Paris, 1997"), initials and abbreviations with several stops (J.-C., O.N.U.).
  breakRule(stopped(FRENCH_NAME_ENDS), STARTER),
  breakRule('\\d\\s?p\\.', STARTER),
  breakRule('\\b(?:\\p{Lu}\\.[ -]?){1,8}', STARTER),
  breakRule('°\\s?[CF]\\.', `${SENTENCE_START}|${SMALL_START}`),
  keepRule(stopped(FRENCH_NAME_ENDS), '\\s'),
  keepRule('\\d\\s?p\\.', '\\s'),
  keepRule('\\b(?:\\p{Lu}\\.[ -]?){1,8}', '\\s'),
  keepRule('\\b(?:\\p{L}{1,2}\\.\\s?){1,7}\\p{L}\\.', '\\s'),
  ...COMMON_BREAKS,
  // Sentences of those who write without capitals, or without an accent on them: "existait. à peu près".
  breakRule(WHOLE_WORD_STOP, SMALL_START),
  breakRule('(?:\\p{Ll}{2}|\\d{2}|[\\p{Pe}\\p{Pf}"»])\\.', DASH),
];
