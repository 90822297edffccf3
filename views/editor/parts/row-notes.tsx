import type { VNode } from 'preact';
import type { LanguageTag } from '../../../memory/model/language.ts';
import { Icon } from '../../components/icon.tsx';
import type { Row } from '../state/row.ts';
import { useSurroundings } from './context.ts';
import { Later } from './later.tsx';
import { LATER } from './later-parts.ts';

/** What must be told of a row: a warning, a change that was refused, a conflict. */
export function RowNotes({ row, language }: { readonly row: Row; readonly language: LanguageTag }): VNode | null {
  const { segments } = useSurroundings().messages;
  if (row.theirs !== undefined) return <Later load={LATER.conflict} props={{ row, theirs: row.theirs, language }} />;
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
