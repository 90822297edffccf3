import type { Language } from '../../model/language.ts';
import { type CompiledRules, compileRules } from './compile.ts';
import { ENGLISH_RULES } from './rules/english.ts';
import { FRENCH_RULES } from './rules/french.ts';
import type { SegmentationRules } from './rules.ts';

/** A piece of a text that is translated as one: mostly a sentence, a headline, a caption, a list item. */
export interface TextSegment {
  /** The text from `start` to `end`; it neither begins nor ends with white space. */
  readonly text: string;
  /** UTF-16 offsets into the text that was segmented. */
  readonly start: number;
  readonly end: number;
  /** 0-based number of its line, counting those that are not blank. */
  readonly paragraph: number;
}

/** A line break, or a gap so wide that no rule sees across it (patterns look no further than 100 characters). */
const LINE_BREAK = /[\n\r\v\f\u2028\u2029]+|\s{101,}/g;

/** The rules a language has when a house brings none. */
export function defaultRules(language: Language): SegmentationRules {
  return language === 'fr' ? FRENCH_RULES : ENGLISH_RULES;
}

/**
 * Cuts a text into segments. A line break ends a segment; within a line the rules decide. Between two segments there is
 * white space or nothing, so the text is given back exactly by the segments and what lies between them.
 * Takes time linear in the length of the text.
 * @param rules instead of those of the language
 * @throws CalqueError `ill-formed-file` for a pattern in `rules` that cannot be read
 */
export function segmentText(
  text: string,
  language: Language,
  rules: SegmentationRules = defaultRules(language),
): readonly TextSegment[] {
  const compiled = compileRules(rules);
  const segments: TextSegment[] = [];
  let paragraph = 0;
  for (const [lineStart, lineEnd] of lines(text)) {
    const line = text.slice(lineStart, lineEnd);
    const before = segments.length;
    let from = 0;
    for (const to of [...breaks(line, compiled), line.length]) {
      const slice = line.slice(from, to);
      const start = lineStart + from + (slice.length - slice.trimStart().length);
      const trimmed = slice.trim();
      if (trimmed !== '') segments.push({ text: trimmed, start, end: start + trimmed.length, paragraph });
      from = to;
    }
    if (segments.length > before) paragraph += 1;
  }
  return segments;
}

function* lines(text: string): Generator<readonly [number, number]> {
  let start = 0;
  for (const lineBreak of text.matchAll(LINE_BREAK)) {
    yield [start, lineBreak.index];
    start = lineBreak.index + lineBreak[0].length;
  }
  yield [start, text.length];
}

/** Offsets in a line at which a segment ends. */
function* breaks(line: string, { candidates, verdicts }: CompiledRules): Generator<number> {
  if (!candidates) return;
  candidates.lastIndex = 0;
  for (let found = candidates.exec(line); found; found = candidates.exec(line)) {
    const offset = found.index;
    for (const { breaks: ends, pattern } of verdicts) {
      pattern.lastIndex = offset;
      if (!pattern.test(line)) continue;
      if (ends) yield offset;
      break;
    }
    const width = (line.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
    candidates.lastIndex = offset + width;
  }
}
