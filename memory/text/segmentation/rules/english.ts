import {
  ENGLISH_DATES,
  ENGLISH_LEADING,
  ENGLISH_NAME_ENDS,
  ENGLISH_NUMBERED,
  ENGLISH_SAYING,
  ENGLISH_SHORTENED,
  ENGLISH_STARTERS,
  ENGLISH_TITLES,
} from '../abbreviations/english.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';
import {
  anyOf,
  COMMON_BREAKS,
  COMMON_KEEPS,
  GOES_ON,
  NUMBER,
  SENTENCE_START,
  SMALL_START,
  stopped,
  WHOLE_WORD_STOP,
} from './common.ts';

/** White space and a word that begins a sentence. */
const STARTER = `\\s+["“‘'(]?(?=\\p{Lu})${anyOf(ENGLISH_STARTERS)}\\b(?!\\.)`;

/** Who said it, behind a quotation: "she asked", "asked Mrs Brown"; a name or "I" only where the quotation is marked. */
const SAYS = `${anyOf(ENGLISH_SAYING)}\\b`;
const SHE_SAYS = `\\s+(?:(?:he|she|they|we|it|one)\\s(?:\\p{Ll}{1,12}\\s)?)?${SAYS}`;
const NAME_SAYS = `\\s+(?:\\p{Lu}[\\p{L}.’'-]{0,20}\\s){1,3}${SAYS}`;

const CLOCK = '\\b[AaPp]\\.\\s?[Mm]\\.';
const ZONE = '\\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[A-Z]{2,4}|Eastern|Pacific|Central|Greenwich)\\b';
const ERA = '(?:B\\.C\\.(?:E\\.)?|A\\.D\\.|C\\.E\\.)';
const DEGREE = '(?:Ph\\.D|[BM]\\.?A|[BM]\\.Sc?|M\\.B\\.A|LL\\.[BMD]|J\\.D|M\\.D|D\\.D\\.S)\\.';

/** The rules for English. */
export const ENGLISH_RULES: SegmentationRules = [
  ...COMMON_KEEPS,
  keepRule(stopped(ENGLISH_TITLES), ''),
  keepRule(stopped(ENGLISH_LEADING), '\\s'),
  keepRule(stopped(ENGLISH_NUMBERED), NUMBER),
  keepRule('\\b(?:Vol|Ch|Chap|Bk|Pt|Art|Sec)\\.', "\\s+I\\b(?!['’])"),
  // "6 in. 4 of oak": words but for the number before them.
  keepRule('\\d\\s?(?:in|gal)\\.', GOES_ON),
  keepRule(stopped(ENGLISH_DATES), GOES_ON),
  keepRule(stopped(ENGLISH_SHORTENED), GOES_ON),
  // An ellipsis may be a pause; "I" has its capital anywhere.
  keepRule('(?:\\.\\s?){2,4}\\.|…', '\\s+I\\b'),
  // A quotation mark with gaps on both sides is a closing one here.
  keepRule('[.!?]', '\\s["\']\\s'),
  // A question or an exclamation goes on with who uttered it, even where its quotation marks were lost.
  keepRule('[?!]["”’\']?', SHE_SAYS),
  keepRule('[?!]["”’\']', NAME_SAYS),
  // The call of a note printed as a plain number: no sentence begins with "4 Even".
  keepRule('[\\p{Ll})]\\.["”]?', `\\s\\d{1,3}${STARTER}`),
  breakRule('[\\p{Ll})]\\.["”]?\\s?\\d{1,3}', STARTER),
  breakRule('[.!?]\\s["\']{1,2}', SENTENCE_START),
  // What may end a sentence does so before a word that begins sentences, and nowhere else.
  breakRule(stopped(ENGLISH_NAME_ENDS), STARTER),
  breakRule('\\b(?:\\p{L}\\.\\s?){1,8}', STARTER),
  breakRule('\\band I\\.', '\\s+\\p{Lu}'),
  breakRule('°\\s?[CF]\\.', `${SENTENCE_START}|${SMALL_START}`),
  keepRule(stopped(ENGLISH_NAME_ENDS), '\\s'),
  // A time ends a sentence before any capital, but not before a day or a zone, nor as the first words of a sentence.
  keepRule(CLOCK, ZONE),
  keepRule(`(?:^|[.!?:;]\\s)(?:At|at|By|Around|From|Until)\\s(?:about\\s|around\\s)?[\\d:]{1,5}\\s?${CLOCK}`, '\\s'),
  keepRule(`(?:^|[.!?:;]\\s)(?:In|By|Around|Since|From|Until)\\s(?:about\\s|around\\s)?[\\d,]{1,6}\\s?${ERA}`, '\\s'),
  breakRule(`${CLOCK}|\\d\\s?${ERA}`, '\\s+["“]?\\p{Lu}'),
  breakRule(`\\b(?:an?|her|his|my|their)\\s${DEGREE}`, '\\s+["“]?\\p{Lu}'),
  keepRule('\\b(?:\\p{L}{1,2}\\.\\s?){1,7}\\p{L}\\.', '\\s'),
  keepRule('\\b\\p{Lu}\\.', '\\s'),
  ...COMMON_BREAKS,
  // Sentences of those who write without capitals.
  breakRule(WHOLE_WORD_STOP, SMALL_START),
  breakRule('\\b(?:it|of|me|us|so|up|do|go|is|be|to|we|on|as|he|by)\\.', SMALL_START),
  breakRule('[\\p{L}\\p{N}]\\?{1,4}', '\\s+\\p{Ll}'),
];
