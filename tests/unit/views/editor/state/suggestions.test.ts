import { describe, expect, it } from 'vitest';
import { sharedWords } from '../../../../../views/editor/state/suggestions.ts';

describe('the words that a stored text shares', () => {
  it('are marked in it wherever the other has them, short ones aside', () => {
    const { text, marks } = sharedWords([
      { op: 'equal', text: 'Le ferry ' },
      { op: 'delete', text: 'attend à ' },
      { op: 'insert', text: 'part demain de ' },
      { op: 'equal', text: 'Port-Lannec' },
      { op: 'delete', text: ', demain.' },
    ]);
    expect(text).toBe('Le ferry attend à Port-Lannec, demain.');
    expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['ferry', 'Port', 'Lannec', 'demain']);
  });
});
