import type { ComponentChildren, VNode } from 'preact';

export interface Column<Row> {
  readonly label: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** `heading` names the row; `number` is set flush right. */
  readonly kind?: 'heading' | 'number';
}

interface TableProps<Row> {
  readonly caption: string;
  /** The caption is only for readers, because a heading says it already. */
  readonly captionHidden?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string | number;
}

/** A table that becomes labelled blocks on a narrow screen. */
export function Table<Row>({ caption, captionHidden = false, columns, rows, rowKey }: TableProps<Row>): VNode {
  return (
    <table class="table">
      <caption class={captionHidden ? 'for-readers' : undefined}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, kind }) => (
            <th key={label} scope="col" class={kind === 'number' ? 'number' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ label, cell, kind }) =>
              kind === 'heading' ? (
                <th key={label} scope="row">
                  {cell(row)}
                </th>
              ) : (
                <td key={label} data-label={label} class={kind}>
                  {cell(row)}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
