import type { VNode } from 'preact';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { Icon } from '../../components/icon.tsx';
import { memo } from '../../components/memo.ts';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Issues } from '../state/issues.ts';
import { fieldKey, isCuttable, isDone, isEmpty, isOpen, type Row } from '../state/row.ts';
import { CharacterRow } from './character-row.tsx';
import { Content } from './content.tsx';
import { useSurroundings } from './context.ts';
import { Findings } from './findings.tsx';
import { MissingCodes } from './missing-codes.tsx';
import { OriginBadge } from './origin-badge.tsx';
import { RowNotes } from './row-notes.tsx';
import { RowTools } from './row-tools.tsx';
import { TargetField } from './target-field.tsx';

interface SegmentRowProps {
  readonly row: Row;
  readonly active: boolean;
  /** It begins a paragraph of the document. */
  readonly opensParagraph: boolean;
  /** Which of how many that say the same it is, where there are several. */
  readonly repetition: string | undefined;
  /** How many comments there are on it. */
  readonly comments: number;
  /** How many of these somebody else has written since they were last read here. */
  readonly unread: number;
  /** What the checks find in it, where they find anything. */
  readonly issues: Issues | undefined;
  /** Only shown because it stands beside one that the filter found. */
  readonly aside: boolean;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
}

/** One segment: number, source, target, and where it stands. The active one can be written in. */
export const SegmentRow = memo((props: SegmentRowProps): VNode => {
  const { row, active, opensParagraph, repetition, comments, unread, issues, aside } = props;
  const { sourceLanguage, targetLanguage } = props;
  const { segments: said, comments: commented } = useSurroundings().messages;
  const number = row.index + 1;
  const classes = [
    'segment',
    active && 'segment-active',
    opensParagraph && 'segment-opens-paragraph',
    aside && 'segment-aside',
    `is-${row.status}`,
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')} data-index={row.index} {...(active && { 'aria-current': 'true' })}>
      <button type="button" class="segment-number" tabindex={-1} aria-label={said.segment(number)}>
        {number}
      </button>
      <Content
        content={row.segment.source}
        language={sourceLanguage}
        class="segment-source"
        {...(row.terms && { terms: row.terms })}
      />
      <div class="segment-target">
        {active ? (
          <TargetField key={fieldKey(row)} row={row} language={targetLanguage} />
        ) : (
          <Content content={row.target} language={targetLanguage} class="segment-text" />
        )}
        {active && isOpen(row) && <MissingCodes row={row} />}
        {active && (
          <RowTools
            index={row.index}
            open={isOpen(row)}
            done={isDone(row)}
            empty={isEmpty(row)}
            cuttable={isCuttable(row)}
            comments={comments}
            unread={unread}
          />
        )}
        {active && isOpen(row) && <CharacterRow language={targetLanguage} />}
        {active && <Findings row={row} />}
        <RowNotes row={row} language={targetLanguage} />
      </div>
      <div class="segment-state">
        <StatusBadge status={row.status} iconOnly />
        {repetition && <Mark icon="repeat" label={repetition} />}
        {comments > 0 && <Mark icon="comment" label={commented.open(comments, unread)} fresh={unread > 0} />}
        {row.segment.locked && <Mark icon="lock" label={said.locked} />}
        {row.elsewhere !== undefined && <Mark icon="pencil" label={said.elsewhere(row.elsewhere)} />}
        {issues && !active && <IssuesMark issues={issues} label={said.issues(issues.count)} />}
        <OriginBadge origin={row.target.length === 0 ? undefined : row.source.origin} />
        {row.saving === 'held' && <Mark icon="alert" label={said.notSaved} />}
      </div>
    </li>
  );
});

/** How much there is to be looked at, which the active row says in full. */
function IssuesMark({
  issues: { count, severity },
  label,
}: {
  readonly issues: Issues;
  readonly label: string;
}): VNode {
  return (
    <span class={`segment-mark segment-issues segment-issues-${severity}`} title={label}>
      <Icon name={severity === 'error' ? 'cross' : 'alert'} size={15} />
      <span aria-hidden="true">{count}</span>
      <span class="for-readers">{label}</span>
    </span>
  );
}

interface MarkProps {
  readonly icon: 'lock' | 'alert' | 'pencil' | 'repeat' | 'comment';
  readonly label: string;
  /** There is something new in it. */
  readonly fresh?: boolean;
}

function Mark({ icon, label, fresh = false }: MarkProps): VNode {
  return (
    <span class={`segment-mark segment-mark-${icon}${fresh ? ' segment-mark-fresh' : ''}`} title={label}>
      <Icon name={icon} size={15} />
      <span class="for-readers">{label}</span>
    </span>
  );
}
