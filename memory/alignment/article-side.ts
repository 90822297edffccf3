import type { BlockKind, ReadDocument } from '../model/document.ts';
import type { Language } from '../model/language.ts';
import type { PartialDate } from '../model/provenance.ts';
import { blockKindsOf } from '../text/block-kinds.ts';
import { readDateLine } from '../text/date-line.ts';
import { pageFurniture } from '../text/page-furniture.ts';
import { segmentText, type TextSegment } from '../text/segmentation/segmentation.ts';

/** A segment of one version of an article. */
export interface ArticleSegment extends TextSegment {
  /** What the block it stands in is there for; absent where the document does not mark its blocks. */
  readonly block?: BlockKind;
  /** It is part of the page and not of the article. */
  readonly furniture?: true;
}

/** One version of an article, segmented. */
export interface ArticleSide {
  readonly language: Language;
  readonly document: ReadDocument;
  /** Every segment of the text; a date header is one of its own even where text follows on its line. */
  readonly segments: readonly ArticleSegment[];
  /** The date of the header, where the text has one. */
  readonly publishedOn?: PartialDate;
}

export function readSide(document: ReadDocument, language: Language): ArticleSide {
  const { text } = document;
  const header = readDateLine(text);
  if (header === undefined) return { language, document, segments: inBlocks(segmentText(text, language), document) };
  const { start, end, date } = header;
  const head = { text: text.slice(start, end), start, end, paragraph: 0 };
  const body = segmentText(text.slice(end), language).map((segment) => ({
    text: segment.text,
    start: segment.start + end,
    end: segment.end + end,
    paragraph: segment.paragraph + 1,
  }));
  return { language, document, segments: inBlocks([head, ...body], document), publishedOn: date };
}

/** Each segment with the kind of its block, and whether it is furniture. */
function inBlocks(segments: readonly TextSegment[], document: ReadDocument): readonly ArticleSegment[] {
  const kindAt = blockKindsOf(document);
  const furniture = pageFurniture(segments);
  return segments.map((segment, place) => {
    const block = kindAt(segment.start);
    return { ...segment, ...(block && { block }), ...(furniture.has(place) && { furniture: true }) };
  });
}
