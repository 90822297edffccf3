import type { VNode } from 'preact';
import { memo } from '../../components/memo.ts';
import { type Repetitions, repetitionOf } from '../filtering/repetitions.ts';
import type { Shown } from '../filtering/shown.ts';
import { type Comments, countUnread, type ReadComments } from '../state/comments.ts';
import type { IssueCounts } from '../state/issues.ts';
import type { Row } from '../state/row.ts';
import type { Place } from '../state/state.ts';
import { useSurroundings } from './context.ts';
import { SegmentRow } from './segment-row.tsx';

export interface SegmentBlockProps {
  readonly rows: readonly Row[];
  /** The active row, where it is one of these. */
  readonly active: number | undefined;
  readonly place: Place;
  /** The paragraph of the row before the first, which tells whether that one opens a paragraph. */
  readonly paragraphBefore: number | undefined;
  readonly repetitions: Repetitions;
  readonly comments: Comments;
  readonly readComments: ReadComments;
  readonly issues: IssueCounts;
  /** What the filter shows, where there is one. */
  readonly shown: Shown | undefined;
}

/** A run of segments. It is drawn anew only when one of its own rows changes, and then only that row. */
export const SegmentBlock = memo((props: SegmentBlockProps): VNode => {
  const { rows, active, place, paragraphBefore, repetitions, comments, readComments, issues, shown } = props;
  const { segments, filtering } = useSurroundings().messages;
  const sayRepetition = (row: Row) => {
    const found = repetitionOf(row, repetitions);
    return found && filtering.repetition(found.place, found.count);
  };
  const unreadOn = ({ segment: { id } }: Row) => {
    const said = comments.get(id);
    return said === undefined ? 0 : countUnread(said, readComments.get(id), place.person);
  };
  return (
    <ol class="segment-block" aria-label={segments.run(numberOf(rows[0]), numberOf(rows.at(-1)))}>
      {rows.map((row, position) => (
        <SegmentRow
          key={row.segment.id}
          row={row}
          active={row.index === active}
          opensParagraph={row.segment.paragraph !== (rows[position - 1]?.segment.paragraph ?? paragraphBefore)}
          repetition={sayRepetition(row)}
          comments={comments.get(row.segment.id)?.length ?? 0}
          unread={unreadOn(row)}
          issues={issues.get(row.segment.id)}
          aside={shown !== undefined && !shown.hits.has(row.index)}
          sourceLanguage={place.sourceLanguage}
          targetLanguage={place.targetLanguage}
        />
      ))}
    </ol>
  );
});

function numberOf(row: Row | undefined): number {
  return (row?.index ?? 0) + 1;
}
