import { describe, expect, it } from 'vitest';
import { findingsOf, shownFindings } from '../../../../../views/editor/state/findings.ts';
import { type Row, rowOf } from '../../../../../views/editor/state/row.ts';
import { segment } from '../segments.ts';

const PLACE = { projectId: 1, documentId: 1, sourceLanguage: 'fr', targetLanguage: 'en' } as const;
const row = (target: string, given: Partial<Row> = {}): Row => ({
  ...rowOf(segment(1, { source: ['Les 12 ports sont fermés.'], target: [target], status: 'draft' }), 0),
  ...given,
});
const shown = (given: Row) => shownFindings(given, PLACE).map(({ code }) => code);

describe('findings of a row', () => {
  it('are none where there is no target', () => {
    expect(findingsOf(rowOf(segment(1), 0), PLACE)).toEqual([]);
  });

  it('are worked out once for a row', () => {
    const given = row('The the ports');
    expect(findingsOf(given, PLACE)).toBe(findingsOf(given, PLACE));
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
});
