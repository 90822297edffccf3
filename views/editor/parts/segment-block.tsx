import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { type Repetitions, repetitionOf } from '../filtering/repetitions.ts';
import type { Shown } from '../filtering/shown.ts';
import type { Comments } from '../state/comments.ts';
import type { Row } from '../state/row.ts';
import type { Place } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { SegmentRow } from './segment-row.tsx';

interface SegmentBlockProps {
  readonly rows: readonly Row[];
  /** The active row, where it is one of these. */
  readonly active: number | undefined;
  readonly place: Place;
  /** The row before the first, which tells whether that one opens a paragraph. */
  readonly before: Row | undefined;
  readonly repetitions: Repetitions;
  readonly comments: Comments;
  /** What the filter shows, where there is one. */
  readonly shown: Shown | undefined;
}

/** A run of segments. It is drawn anew only when one of its own rows changes. */
export function SegmentBlock({ rows, active, place, before, repetitions, comments, shown }: SegmentBlockProps): VNode {
  const { segments } = useSurroundings().messages;
  const paragraphBefore = before?.segment.paragraph;
  return useMemo(
    () => (
      <ol class="segment-block" aria-label={segments.run(numberOf(rows[0]), numberOf(rows.at(-1)))}>
        {rows.map((row, position) => (
          <SegmentRow
            key={row.segment.id}
            row={row}
            active={row.index === active}
            opensParagraph={row.segment.paragraph !== (rows[position - 1]?.segment.paragraph ?? paragraphBefore)}
            repetition={repetitionOf(row, repetitions)}
            comments={comments.get(row.segment.id)?.length ?? 0}
            aside={shown !== undefined && !shown.hits.has(row.index)}
            sourceLanguage={place.sourceLanguage}
            targetLanguage={place.targetLanguage}
          />
        ))}
      </ol>
    ),
    [rows, active, place, paragraphBefore, repetitions, comments, shown],
  );
}

function numberOf(row: Row | undefined): number {
  return (row?.index ?? 0) + 1;
}
