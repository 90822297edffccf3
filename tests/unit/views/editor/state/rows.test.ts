import { describe, expect, it } from 'vitest';
import { BLOCK_SIZE, changeRow, countRows, findRow, rowAt, rowsOf } from '../../../../../views/editor/state/rows.ts';
import { segments } from '../segments.ts';

describe('rows', () => {
  it('are found by index across blocks, and counted', () => {
    const rows = rowsOf(segments(2 * BLOCK_SIZE + 3));
    expect(rows).toHaveLength(3);
    expect(countRows(rows)).toBe(2 * BLOCK_SIZE + 3);
    for (const index of [0, BLOCK_SIZE - 1, BLOCK_SIZE, 2 * BLOCK_SIZE + 2]) {
      expect(rowAt(rows, index)?.segment.id).toBe(index + 1);
      expect(rowAt(rows, index)?.index).toBe(index);
    }
    expect(rowAt(rows, -1)).toBeUndefined();
    expect(rowAt(rows, 2 * BLOCK_SIZE + 3)).toBeUndefined();
  });

  it('count a last block that is full, and none', () => {
    expect(countRows(rowsOf(segments(BLOCK_SIZE)))).toBe(BLOCK_SIZE);
    expect(countRows(rowsOf([]))).toBe(0);
  });

  it('change one block and keep the others as they are', () => {
    const rows = rowsOf(segments(3 * BLOCK_SIZE));
    const changed = changeRow(rows, BLOCK_SIZE + 1, (row) => ({ ...row, status: 'draft' }));
    expect(rowAt(changed, BLOCK_SIZE + 1)?.status).toBe('draft');
    expect(rowAt(rows, BLOCK_SIZE + 1)?.status).toBe('untranslated');
    expect(changed[0]).toBe(rows[0]);
    expect(changed[1]).not.toBe(rows[1]);
    expect(changed[2]).toBe(rows[2]);
  });

  it('stay the same where nothing changes', () => {
    const rows = rowsOf(segments(3));
    expect(changeRow(rows, 1, (row) => row)).toBe(rows);
    expect(changeRow(rows, 7, (row) => ({ ...row, status: 'draft' }))).toBe(rows);
    expect(changeRow(rows, -1, (row) => ({ ...row, status: 'draft' }))).toBe(rows);
  });

  it('are searched in both directions', () => {
    const rows = rowsOf(segments(5));
    const even = ({ index }: { readonly index: number }) => index % 2 === 0;
    expect(findRow(rows, 1, 1, even)).toBe(2);
    expect(findRow(rows, 3, -1, even)).toBe(2);
    expect(findRow(rows, 5, 1, even)).toBeUndefined();
    expect(findRow(rows, -1, -1, even)).toBeUndefined();
  });
});
