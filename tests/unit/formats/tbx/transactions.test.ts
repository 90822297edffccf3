import { describe, expect, it } from 'vitest';
import { statedTransactions, withTransactions } from '../../../../memory/formats/tbx/transactions.ts';
import type { Concept, Fact } from '../../../../memory/model/concept.ts';

const transaction = (kind: string, date: string, by: string): Fact => ({
  element: 'transac',
  type: 'transactionType',
  text: kind,
  about: [
    { element: 'transacNote', type: 'responsibility', text: by },
    { element: 'date', text: date },
  ],
});

const CONCEPT: Concept = {
  facts: [transaction('origination', '2024-04-15', 'Ada'), transaction('modification', 'soon', 'Eve')],
  languages: [
    {
      language: 'fr',
      facts: [],
      terms: [{ text: 'chapeau', facts: [transaction('modification', '2024-05-07T14:45:27', 'Bob')] }],
    },
  ],
};

describe('the transactions of a concept', () => {
  it('are its first and last, at whatever level they are stated', () => {
    expect(statedTransactions(CONCEPT)).toEqual({
      createdAt: '2024-04-15T00:00:00.000Z',
      createdBy: 'Ada',
      changedAt: '2024-05-07T14:45:27.000Z',
      changedBy: 'Bob',
    });
    expect(statedTransactions({ facts: [], languages: [] })).toEqual({});
  });

  it('tell of a change made here, once', () => {
    const entry = { id: 1, termbaseId: 1, createdAt: '', createdBy: '', changedBy: 'desk', concept: CONCEPT };
    const changedAt = '2026-01-02T03:04:05.000Z';
    expect(withTransactions({ ...entry, version: 1, changedAt })).toBe(CONCEPT);
    const written = withTransactions({ ...entry, version: 2, changedAt });
    expect(statedTransactions(written)).toMatchObject({ changedAt, changedBy: 'desk' });
    expect(withTransactions({ ...entry, concept: written, version: 2, changedAt })).toBe(written);
  });
});
