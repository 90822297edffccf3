import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import type { Action } from './actions.ts';
import { type Row, rowOf, sameContent, statusOfDraft } from './row.ts';
import { changeRow, type Rows } from './rows.ts';
import type { EditorState } from './state.ts';

export type RowAction = Extract<
  Action,
  {
    type:
      | 'restored'
      | 'takenBack'
      | 'changedTogether'
      | 'edited'
      | 'warned'
      | 'findingsAsked'
      | 'confirmed'
      | 'unconfirmed'
      | 'delivered'
      | 'conflicted'
      | 'refused'
      | 'confirmationRefused'
      | 'mineChosen'
      | 'theirsChosen'
      | 'othersMoved'
      | 'suggestionsFound';
  }
>;

/** The rows after an action on one or some of them. */
export function reduceRows({ rows, indexes }: EditorState, action: RowAction): Rows {
  const change = (segmentId: number, by: (row: Row) => Row) => changeRow(rows, indexes.get(segmentId) ?? -1, by);
  switch (action.type) {
    case 'restored':
    case 'takenBack':
      return action.changes.reduce<Rows>(
        (kept, { segmentId, target, status, source }) =>
          changeRow(kept, indexes.get(segmentId) ?? -1, (row) => ({
            ...withoutWarning(row),
            target,
            status,
            source,
            saving: held(row),
          })),
        rows,
      );
    case 'changedTogether':
      return action.edits.reduce<Rows>((kept, edit) => changeRow(kept, edit.index, (row) => edited(row, edit)), rows);
    case 'edited':
      return changeRow(rows, action.index, (row) => edited(row, action));
    case 'warned':
      return changeRow(rows, action.index, (row) => ({ ...row, warning: action.warning }));
    case 'findingsAsked':
      return changeRow(rows, action.index, (row) => (row.asked ? row : { ...row, asked: true }));
    case 'confirmed':
      return changeRow(rows, action.index, (row) => ({
        ...withoutWarning(row),
        status: 'confirmed',
        saving: held(row),
      }));
    case 'unconfirmed':
      return changeRow(rows, action.index, (row) => ({ ...row, status: 'draft', saving: held(row) }));
    case 'delivered':
      return change(action.segment.id, (row) => delivered(row, action));
    case 'conflicted':
      return change(action.segmentId, (row) => ({ ...row, saving: 'held', theirs: action.theirs }));
    case 'refused':
      return change(action.segmentId, (row) => ({ ...row, saving: 'held', fault: action.message }));
    case 'confirmationRefused':
      return change(action.segmentId, (row) => ({
        ...row,
        status: statusOfDraft(row.target),
        saving: 'kept',
        warning: action.message,
      }));
    case 'mineChosen':
      return change(action.segmentId, ({ theirs, fault: _, ...row }) => ({
        ...row,
        segment: theirs ?? row.segment,
        saving: 'kept',
      }));
    case 'othersMoved': {
      const unmarked = action.left.reduce<Rows>(
        (kept, id) => changeRow(kept, indexes.get(id) ?? -1, ({ elsewhere: _, ...row }) => row),
        rows,
      );
      return action.entered.reduce<Rows>(
        (kept, [id, elsewhere = '']) => changeRow(kept, indexes.get(id) ?? -1, (row) => ({ ...row, elsewhere })),
        unmarked,
      );
    }
    case 'theirsChosen':
      return change(action.segmentId, (row) => ({
        ...rowOf(row.theirs ?? row.segment, row.index),
        ...(row.terms && { terms: row.terms }),
      }));
    case 'suggestionsFound':
      return change(action.segmentId, (row) => withTerms(row, action.found.terms));
  }
}

function edited(row: Row, { target, source }: Pick<Row, 'target' | 'source'>): Row {
  return { ...withoutWarning(row), target, source, status: statusOfDraft(target), saving: held(row) };
}

/** A change to a row whose earlier change is held is held with it. */
function held(row: Row): Row['saving'] {
  return row.saving === 'held' ? 'held' : 'kept';
}

/** What was typed while the answer was on its way stays; else the row is as the server has it. */
function delivered(row: Row, { segment, latest }: Extract<RowAction, { type: 'delivered' }>): Row {
  if (!latest) return { ...row, segment };
  const fresh = rowOf(segment, row.index);
  const { inserted } = row.source;
  const { warning } = row;
  return {
    ...fresh,
    // The same content keeps its identity, so that an open editor is left alone.
    ...(sameContent(row.target, segment.target) && { target: row.target }),
    ...(inserted !== undefined && { source: { ...fresh.source, inserted } }),
    ...(warning !== undefined && { warning }),
    ...(row.asked && { asked: true as const }),
    ...(row.elsewhere !== undefined && { elsewhere: row.elsewhere }),
    ...(row.terms && { terms: row.terms }),
  };
}

function withoutWarning({ warning: _, ...row }: Row): Row {
  return row;
}

/** A row stays the same where nothing else is known of its terms, so that what was worked out of it stays too. */
function withTerms(row: Row, terms: readonly FoundTerm[]): Row {
  return JSON.stringify(row.terms ?? []) === JSON.stringify(terms) ? row : { ...row, terms };
}
