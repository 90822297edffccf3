import { describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../memory/model/inline.ts';
import { editContent } from '../../../memory/text/replace.ts';

describe('edits to a content', () => {
  const open = { form: 'open', id: '1' } as const;
  const close = { form: 'close', id: '1' } as const;

  it('keep its codes, also where one stands inside what is replaced', () => {
    const content: InlineContent = ['The ', open, 'old', close, ' port, the old port.'];
    expect(editContent(content, [{ start: 4, end: 7, text: 'new' }])).toEqual([
      'The ',
      open,
      'new',
      close,
      ' port, the old port.',
    ]);
    expect(editContent(content, [{ start: 2, end: 6, text: 'X' }])).toEqual([
      'ThX',
      open,
      'd',
      close,
      ' port, the old port.',
    ]);
  });

  it('are made in their places, however many', () => {
    const edits = [
      { start: 0, end: 1, text: 'long' },
      { start: 2, end: 3, text: '' },
    ];
    expect(editContent(['a-b'], edits)).toEqual(['long-']);
  });
});
