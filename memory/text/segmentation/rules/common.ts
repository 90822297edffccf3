import { escapeLiteral } from '../pattern.ts';
import { breakRule, keepRule, type SegmentationRules } from '../rules.ts';

/** Marks that end a sentence; East Asian ones come with quotations and names. */
export const STOP = '[.!?…。．！？‼⁇⁈⁉]';

/** What may stand between the mark that ends a sentence and the white space behind it. */
const CLOSER = '[\\p{Pe}\\p{Pf}"\'”’»›*_`]';

/** Calls of notes behind a sentence: [1], [2–4], or a small raised number. */
const NOTE_CALL = '(?:\\s?\\[[\\d,;–\\- ]{1,12}\\]|[¹²³⁰⁴-⁹]{1,3})';

/** What may stand before the first word of a sentence. */
const OPENER = '(?:[\\p{Ps}\\p{Pi}"\'“‘«‹„¿¡*_`#•–—\\-][\\s]{0,3})';

/** The end of a sentence, closing marks and calls of notes included. */
export const SENTENCE_END = `${STOP}{1,20}(?:\\s?[»›]|${CLOSER}){0,4}${NOTE_CALL}{0,6}`;

/** The beginning of a sentence, as far as its form shows one. */
export const SENTENCE_START = `\\s+${OPENER}{0,4}[\\p{Lu}\\p{Lt}\\p{Lo}\\p{Nd}@$€£]`;

/** A pattern for any of these texts, as whole words. */
export function anyOf(texts: readonly string[]): string {
  const longestFirst = [...new Set(texts)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return `(?:${longestFirst.map(escapeLiteral).join('|')})`;
}

/** A pattern for any of these words at the end of what is before, not inside a longer word. */
export function wordOf(texts: readonly string[]): string {
  return `(?:^|[^\\p{L}\\p{N}.’'])${anyOf(texts)}`;
}

/** Keeps whole what looks like an address, a list number at the head of a line, a note call behind its sentence. */
export const COMMON_KEEPS: SegmentationRules = [
  // An address in running text ends at white space, whatever stops and capitals are in it.
  keepRule('(?:https?://|www\\.)\\S{0,200}', '\\S'),
  keepRule('\\S{1,60}@\\S{0,60}', '\\S'),
  // "1. The first item": the number belongs to the item.
  keepRule('^\\s*[•*–—-]?\\s*\\(?(?:\\d{1,3}|\\p{L}|[ivxIVX]{1,5})(?:\\.\\)|[.)])', '\\s'),
  // "gas. [1][2] It is": the call is part of the sentence before it.
  keepRule(STOP, '\\s?\\[\\d'),
  // A stop behind an opening mark, "( ... )", "« … pas »", ends nothing.
  keepRule(`[\\p{Ps}«“‹]\\s?${STOP}{1,20}`, '\\s'),
  // "... ?" and "! !" are one mark, printed with gaps.
  keepRule(STOP, `\\s+${STOP}`),
  keepRule(STOP, '\\s*[,;:]'),
];

/** Ends what looks like a sentence in any language written with capitals. */
export const COMMON_BREAKS: SegmentationRules = [
  // A date header at the head of an article: " date 2021-11 D'après …".
  breakRule('^\\s*date\\s+\\d{4}(?:-\\d{2}){1,2}', '\\s+\\S'),
  breakRule(SENTENCE_END, SENTENCE_START),
];
