import type { Language } from '../model/language.ts';
import type { PartialDate } from '../model/provenance.ts';
import { readDateLine } from '../text/date-line.ts';
import { segmentText, type TextSegment } from '../text/segmentation/segmentation.ts';

/** One version of an article, segmented. */
export interface ArticleSide {
  readonly language: Language;
  readonly text: string;
  /** Every segment of the text; a date header is one of its own even where text follows on its line. */
  readonly segments: readonly TextSegment[];
  /** The date of the header, where the text has one. */
  readonly publishedOn?: PartialDate;
}

export function readSide(text: string, language: Language): ArticleSide {
  const header = readDateLine(text);
  if (header === undefined) return { language, text, segments: segmentText(text, language) };
  const { start, end, date } = header;
  const head = { text: text.slice(start, end), start, end, paragraph: 0 };
  const body = segmentText(text.slice(end), language).map((segment) => ({
    text: segment.text,
    start: segment.start + end,
    end: segment.end + end,
    paragraph: segment.paragraph + 1,
  }));
  return { language, text, segments: [head, ...body], publishedOn: date };
}
