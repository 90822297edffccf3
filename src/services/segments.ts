import { CalqueError } from '../../memory/model/errors.ts';
import { canonicalContent, contentText, type InlineContent, splitContent } from '../../memory/model/inline.ts';
import { type Language, languageOf } from '../../memory/model/language.ts';
import type { Segment, SegmentId, SegmentPart } from '../../memory/model/project.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import { countWords } from '../../memory/text/words.ts';

/** Splits and joins the segments of a document by hand. The choice is remembered for the project. */
export interface Segments {
  /**
   * @param at where, as a UTF-16 offset into the text of the source
   * @param targetAt where the target is split; its end when absent, so that it stays whole with the first part
   * @throws CalqueError `impossible-step` where a part would have no text
   */
  split(
    id: SegmentId,
    version: number,
    at: number,
    targetAt: number | undefined,
    actor: Actor,
  ): Promise<readonly Segment[]>;
  /**
   * Joins a segment with the next; both targets are kept, a space between.
   * @throws CalqueError `impossible-step` where there is none in its paragraph
   */
  join(id: SegmentId, version: number, nextVersion: number, actor: Actor): Promise<Segment>;
}

export function createSegments(store: Store): Segments {
  async function sourceLanguage({ documentId }: Segment): Promise<Language> {
    const { projectId } = await store.getProjectDocument(documentId);
    return languageOf((await store.getProject(projectId)).sourceLanguage);
  }

  return {
    async split(id, version, at, targetAt, actor) {
      const segment = await store.getSegment(id);
      const language = await sourceLanguage(segment);
      const source = trimmedSplit(segment.source, at);
      const first = contentText(source.head);
      const second = contentText(source.tail);
      if (first.trim() === '' || second.trim() === '') {
        throw new CalqueError('impossible-step', 'A segment is split inside its text, and each part needs some.', {
          where: 'body.at',
        });
      }
      const target = trimmedSplit(segment.target, targetAt ?? contentText(segment.target).length);
      const origin = segment.origin && { origin: segment.origin };
      const parts: readonly SegmentPart[] = [
        {
          before: segment.before,
          source: source.head,
          target: target.head,
          words: countWords(first, language),
          ...origin,
        },
        {
          before: source.gap,
          source: source.tail,
          target: target.tail,
          words: countWords(second, language),
          ...origin,
        },
      ];
      return store.resegment([{ id, version }], parts, { first, gap: source.gap, second, breaks: true }, actor);
    },

    async join(id, version, nextVersion, actor) {
      const segment = await store.getSegment(id);
      const { next } = await store.segmentNeighbours(id);
      if (next === undefined || next.paragraph !== segment.paragraph) {
        throw new CalqueError(
          'impossible-step',
          'The segment is the last of its paragraph: there is none to join it with.',
        );
      }
      const language = await sourceLanguage(segment);
      const source = canonicalContent([...segment.source, next.before, ...next.source]);
      const both = segment.target.length > 0 && next.target.length > 0;
      const origin = segment.origin ?? next.origin;
      const part: SegmentPart = {
        before: segment.before,
        source,
        target: canonicalContent([...segment.target, both ? ' ' : '', ...next.target]),
        words: countWords(contentText(source), language),
        ...(origin && { origin: both ? { kind: 'human' as const } : origin }),
      };
      const [first, second] = [contentText(segment.source), contentText(next.source)];
      const [joined] = await store.resegment(
        [
          { id, version },
          { id: next.id, version: nextVersion },
        ],
        [part],
        { first, gap: next.before, second, breaks: false },
        actor,
      );
      return joined ?? store.getSegment(id);
    },
  };
}

/** Content in two, the white space at the cut apart. */
function trimmedSplit(content: InlineContent, at: number) {
  const [head, tail] = splitContent(content, at);
  const last = head.at(-1);
  const first = tail[0];
  const kept = typeof last === 'string' ? last.trimEnd() : undefined;
  const left = typeof first === 'string' ? first.trimStart() : undefined;
  const gap =
    (typeof last === 'string' ? last.slice(kept?.length) : '') +
    (typeof first === 'string' ? first.slice(0, first.length - (left?.length ?? 0)) : '');
  return {
    head: kept === undefined ? head : canonicalContent([...head.slice(0, -1), kept]),
    gap,
    tail: left === undefined ? tail : canonicalContent([left, ...tail.slice(1)]),
  };
}
