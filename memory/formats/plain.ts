import type { InlineContent } from '../model/inline.ts';
import { contentText } from '../model/inline.ts';
import type { Segment } from '../model/project.ts';

/**
 * The text of a document in the target language, with the paragraphs and spaces of the source.
 *
 * A segment without target stands there in the source language: the text stays whole, what is still to be translated
 * is seen at its place, and nothing slips. Inline codes, which plain text has none of, are left out.
 *
 * @param segments all segments of the document, in order
 */
export function targetText(segments: Iterable<Pick<Segment, 'before' | 'after' | 'source' | 'target'>>): string {
  let text = '';
  for (const { before, source, target, after } of segments) {
    text += before + contentText(isEmpty(target) ? source : target) + after;
  }
  return text;
}

function isEmpty(content: InlineContent): boolean {
  return contentText(content) === '';
}
