import type { VNode } from 'preact';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { Icon } from '../../components/icon.tsx';
import type { Row } from '../state/row.ts';
import { Conflict } from './conflict.tsx';
import { useSurroundings } from './context.ts';

/** What must be told of a row: a warning, a change that was refused, a conflict. */
export function RowNotes({ row, language }: { readonly row: Row; readonly language: LanguageTag }): VNode | null {
  const { segments } = useSurroundings().messages;
  if (row.theirs !== undefined) return <Conflict row={row} theirs={row.theirs} language={language} />;
  if (row.fault !== undefined) {
    return (
      <p class="row-note row-note-danger">
        <Icon name="alert" size={16} />
        <span>{segments.keptHere(row.fault)}</span>
      </p>
    );
  }
  if (row.warning === undefined) return null;
  return (
    <p class="row-note row-note-warn">
      <Icon name="alert" size={16} />
      <span>{row.warning}</span>
    </p>
  );
}
