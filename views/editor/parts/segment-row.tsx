import type { VNode } from 'preact';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { Icon } from '../../components/icon.tsx';
import { StatusBadge } from '../../components/status-badge.tsx';
import type { Row } from '../state/row.ts';
import { Content } from './content.tsx';
import { useSurroundings } from './context.ts';
import { Findings } from './findings.tsx';
import { OriginBadge } from './origin-badge.tsx';
import { RowNotes } from './row-notes.tsx';
import { RowTools } from './row-tools.tsx';
import { TargetField } from './target-field.tsx';

interface SegmentRowProps {
  readonly row: Row;
  readonly active: boolean;
  /** It begins a paragraph of the document. */
  readonly opensParagraph: boolean;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
}

/** One segment: number, source, target, and where it stands. The active one can be written in. */
export function SegmentRow({ row, active, opensParagraph, sourceLanguage, targetLanguage }: SegmentRowProps): VNode {
  const { segments: said } = useSurroundings().messages;
  const number = row.index + 1;
  const classes = [
    'segment',
    active && 'segment-active',
    opensParagraph && 'segment-opens-paragraph',
    `is-${row.status}`,
  ];
  return (
    <li class={classes.filter(Boolean).join(' ')} data-index={row.index} {...(active && { 'aria-current': 'true' })}>
      <button type="button" class="segment-number" tabindex={-1} aria-label={said.segment(number)}>
        {number}
      </button>
      <Content content={row.segment.source} language={sourceLanguage} class="segment-source" />
      <div class="segment-target">
        {active ? (
          <TargetField key={row.segment.id} row={row} language={targetLanguage} />
        ) : (
          <Content content={row.target} language={targetLanguage} class="segment-text" />
        )}
        {active && <RowTools row={row} />}
        {active && <Findings row={row} />}
        <RowNotes row={row} language={targetLanguage} />
      </div>
      <div class="segment-state">
        <StatusBadge status={row.status} iconOnly />
        {row.segment.locked && <Mark icon="lock" label={said.locked} />}
        <OriginBadge origin={row.target.length === 0 ? undefined : row.source.origin} />
        {row.saving === 'held' && <Mark icon="alert" label={said.notSaved} />}
      </div>
    </li>
  );
}

function Mark({ icon, label }: { readonly icon: 'lock' | 'alert'; readonly label: string }): VNode {
  return (
    <span class={`segment-mark segment-mark-${icon}`} title={label}>
      <Icon name={icon} size={15} />
      <span class="for-readers">{label}</span>
    </span>
  );
}
