import { escapeLiteral } from '../pattern.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';

/** A mark that ends a sentence. */
const STOP = '[.!?…‼⁇⁈⁉]';

/** What may close behind the mark: brackets and quotation marks, in French with a space, then calls of notes. */
const CLOSER = '[\\p{Pe}\\p{Pf}"\'»›*_`]';
const CLOSERS = `(?:\\s?[»›]|${CLOSER}){0,4}`;
const OMISSION = '[\\[(](?:\\.\\.\\.|…)[\\])]';
const NOTE_CALLS = '(?:\\s?\\[[\\d,;–\\- ]{1,12}\\]|[¹²³⁰⁴-⁹]{1,3}){0,6}';

/** What may open before the first word of a sentence. */
const OPENERS = '(?:[\\p{Ps}\\p{Pi}"\'«‹„¿¡*_`#>•–—-]\\s{0,3}){0,4}';

/** What counts the items of a list: "(a)", "ii)", "3.", "1.)", "B)"; not "B.", which is more often an initial. */
const ENUMERATOR = '(?:\\(?(?:\\d{1,3}|\\p{Ll}|[ivx]{1,5})(?:\\.\\)|[.)])|\\(?[A-Z]\\))';

/** White space and the beginning of a sentence, as far as its form shows one. */
export const SENTENCE_START = `\\s+(?:${OPENERS}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{Nd}\\p{No}@$€£]|[=_*~-]{3}|https?:|www\\.|\\(?\\p{Ll}{1,3}\\)\\s)`;

/** A quotation that a straight mark has opened and one printed behind a space is about to close: '" Bonjour ! "'. */
const QUOTED = `(?:^|[\\s(])"(?:[^\\s",.;:)]|\\s\\p{Lu})[^"]{1,200}${STOP}`;

const BULLET = '[•⁃*–—-]\\s?';

/** The first item of a list set in one line, up to some word of it. */
const LIST_ITEM = `^\\s*(?:${BULLET})?${ENUMERATOR}\\s.{0,100}[^\\s•⁃*–—-]`;

/** A full stop behind what is not cut short: a word of some length, a year, a closing mark. */
export const WHOLE_WORD_STOP = '(?:\\p{Ll}{3}|\\d{3}|[\\p{Pe}\\p{Pf}"»])\\.';

/** A number that follows an abbreviation, in figures or Roman; a single "I" is more often the pronoun. */
export const NUMBER = "\\s+(?:[\\p{Nd}(]|(?:[IVXLC]{2,7}|[VXLC])\\b(?!['’]))";

/** White space and a dash that sets off an item of a list. */
export const DASH = '\\s+[–—•-]\\s+\\S';

/** Small letters that may begin a sentence, bare, behind a dash or in quotation marks or brackets. */
export const SMALL_START = '\\s+(?:[–—•-]\\s+|[«“]\\s?|["\'(])?\\p{Ll}';

/** A small letter or a number, by which a sentence goes on behind a word cut short. */
export const GOES_ON = '\\s+(?:[–—•-]\\s+|[«“]\\s?|["\'(])?[\\p{Nd}\\p{Ll}]';

/** A pattern for any of these texts. */
export function anyOf(texts: readonly string[]): string {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map(escapeLiteral).join('|')})`;
}

/** A pattern for any of these words and its full stop at the end of what is before, not inside a longer word. */
export function stopped(words: readonly string[]): string {
  return `(?:^|[^\\p{L}\\p{N}])${anyOf(words)}\\s?\\.`;
}

/** Places that end nothing in either language. */
export const COMMON_KEEPS: SegmentationRules = [
  // An address ends at white space, whatever stops and capitals are in it.
  keepRule('(?:https?://|www\\.)\\S{0,200}', '\\S'),
  keepRule('\\S{1,60}@\\S{0,60}', '\\S'),
  keepRule('[\\p{L}\\d]\\.', '(?:\\S{1,60}@|(?:Com|Net|Org|Fr|Uk|Js|Html?)\\b)'),
  // The number of a list item or a heading belongs to it.
  keepRule(`^\\s*(?:${BULLET})?(?:${ENUMERATOR}|(?:\\p{Lu}|[IVX]{1,5}|\\d{1,2}(?:\\.\\d{1,2}){1,4})\\.)`, '\\s'),
  keepRule(`\\p{Ll}{5}[.!?]\\s+(?:${ENUMERATOR}|[IVX]{1,5}\\.)`, '\\s'),
  keepRule(`${LIST_ITEM}\\s+(?:${BULLET})?${ENUMERATOR}`, '\\s'),
  // "One. [...] Two.": the mark of an omission belongs to the sentence before it.
  keepRule(`${STOP}["»”]?`, `\\s${OMISSION}`),
  // "gas. [1][2] It is": the call of a note belongs to the sentence before it.
  keepRule(`${STOP}${CLOSER}{0,2}(?:\\s?\\[\\d{1,3}\\]){0,6}`, '\\s?\\[\\d{1,3}[\\],–-]'),
  // '… nothing!" (Smith 55)': a source in brackets belongs to the quotation before it.
  keepRule('["”»]', '\\s\\(\\p{Lu}\\p{L}{1,30},?\\s\\d{1,4}\\)'),
  // A full stop right behind an opening bracket or mark ends nothing.
  keepRule(`[\\p{Ps}«‹]\\s?${STOP}{1,20}`, '\\s'),
  // Inside brackets a full stop before a small letter is that of an abbreviation.
  keepRule('[\\p{Ps}][^\\p{Ps}\\p{Pe}]{0,60}\\p{L}\\.', '\\s\\p{Ll}[^\\p{Ps}\\p{Pe}]{0,60}\\p{Pe}'),
  // Marks printed with gaps are one: ". . .", "? !", "! »".
  keepRule(STOP, `\\s+(?:${STOP}|[»›])`),
  keepRule(QUOTED, '\\s"\\s'),
  keepRule(STOP, "\\s''\\s"),
  keepRule(STOP, '\\s*[,;:]'),
  // An ellipsis before a number is a pause.
  keepRule('\\.{3}|…', '\\s+\\p{Nd}'),
  // Names written with a mark.
  keepRule('\\b(?:Yahoo|Jeopardy|Yum|Oliver|Wham|Accor)!', '\\s'),
];

/** Places that end a segment in any language written with capitals, where no rule before these says otherwise. */
export const COMMON_BREAKS: SegmentationRules = [
  // A date header at the head of an article: "date 2021-11 Selon …", "2021-11-25 Selon …".
  breakRule('^\\s*(?:date\\s+\\d{4}-\\d{2}(?:-\\d{2})?|\\d{4}-\\d{2}-\\d{2})', `\\s+${OPENERS}\\p{Lu}`),
  // Items of a list that was set in one line, when the line begins with the first of them.
  breakRule(LIST_ITEM, `\\s+(?:${BULLET})?${ENUMERATOR}\\s+\\p{L}`),
  breakRule(`${STOP}{1,20}${CLOSERS}${NOTE_CALLS}`, SENTENCE_START),
  breakRule(`${QUOTED}\\s"`, SENTENCE_START),
  breakRule(`${STOP}["»”]?\\s${OMISSION}`, SENTENCE_START),
  // East Asian stops have their space in them.
  breakRule('[。．！？]', '[^\\s\\p{P}]'),
  // The space behind the stop was forgotten.
  breakRule('\\p{L}\\p{Ll}[.!?]', '\\p{Lu}\\p{Ll}'),
  breakRule('\\d{3}\\.', '\\p{Lu}\\p{Ll}{2}'),
  breakRule('\\p{Ll}(?:\\.{3,4}|…|[!?]{2,4})', '\\p{Lu}'),
];
