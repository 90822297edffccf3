import { describe, expect, it } from 'vitest';
import { repetitionsOf } from '../../../../../views/editor/filtering/repetitions.ts';
import { findingsOf, shownFindings } from '../../../../../views/editor/state/findings.ts';
import { type Row, rowOf } from '../../../../../views/editor/state/row.ts';
import { rowAt, rowsOf } from '../../../../../views/editor/state/rows.ts';
import { PLACE, segment } from '../segments.ts';

const ALONE = { place: PLACE, rows: [], repetitions: new Map() } as const;
const row = (target: string, given: Partial<Row> = {}): Row => ({
  ...rowOf(segment(1, { source: ['Les 12 ports sont fermés.'], target: [target], status: 'draft' }), 0),
  ...given,
});
const shown = (given: Row) => shownFindings(given, ALONE).map(({ code }) => code);

describe('findings of a row', () => {
  it('are none where there is no target', () => {
    expect(findingsOf(rowOf(segment(1), 0), ALONE)).toEqual([]);
  });

  it('are worked out once for a row', () => {
    const given = row('The the ports');
    expect(findingsOf(given, ALONE)).toBe(findingsOf(given, ALONE));
  });

  it('are shown in part while it is written, and all once they were asked for or it is confirmed', () => {
    expect(shown(row('The the ports'))).toEqual(['repeated-word']);
    expect(shown(row('The the ports', { asked: true }))).toEqual(
      expect.arrayContaining(['repeated-word', 'numbers', 'end-mark']),
    );
    expect(shown(row('The ports', { status: 'confirmed' }))).toEqual(expect.arrayContaining(['numbers', 'end-mark']));
  });

  it('wait in a long target until it is saved', () => {
    const long = `The the ports ${'are closed '.repeat(400)}`;
    expect(shown(row(long, { saving: 'kept' }))).toEqual([]);
    expect(shown(row(long))).toContain('repeated-word');
  });

  it('name another translation of the same source, as soon as that one is confirmed', () => {
    const source = ['Le port est fermé.'];
    const rowsWith = (status: 'draft' | 'confirmed') =>
      rowsOf([
        segment(1, { source, target: ['The port is closed.'], status }),
        segment(2, { source, target: ['The harbour is closed.'], status: 'draft' }),
      ]);
    const rows = rowsWith('draft');
    const second = rowAt(rows, 1) ?? row('');
    const found = (all: typeof rows) =>
      findingsOf(second, { place: PLACE, rows: all, repetitions: repetitionsOf(all) }).map(({ code }) => code);
    expect(found(rows)).not.toContain('consistency');
    expect(found(rowsWith('confirmed'))).toContain('consistency');
  });
});
