import { describe, expect, it } from 'vitest';
import { targetText } from '../../../memory/formats/plain.ts';

const segment = (before: string, source: string, target: string, after = '') => ({
  before,
  after,
  source: source === '' ? [] : [source],
  target: target === '' ? [] : [target],
});

describe('targetText', () => {
  it('puts the targets into the paragraphs and spaces of the source', () => {
    const segments = [
      segment('\n', 'Un.', 'One.'),
      segment(' ', 'Deux.', 'Two.'),
      segment('\r\n\r\n', 'Trois.', 'Three.', '\n'),
    ];
    expect(targetText(segments)).toBe('\nOne. Two.\r\n\r\nThree.\n');
  });

  it('keeps the source where there is no target', () => {
    expect(targetText([segment('', 'Un.', 'One.'), segment(' ', 'Deux.', '')])).toBe('One. Deux.');
  });

  it('gives the source text back whole when nothing is translated', () => {
    expect(targetText([segment(' date 2021-11\n', 'Un.', ''), segment('\n', 'Deux.', '', '\n\n')])).toBe(
      ' date 2021-11\nUn.\nDeux.\n\n',
    );
  });

  it('leaves inline codes out', () => {
    const code = { form: 'standalone', id: '1' } as const;
    expect(targetText([{ before: '', after: '', source: ['a'], target: ['b', code, 'c'] }])).toBe('bc');
    expect(targetText([{ before: '', after: '', source: ['a'], target: [code] }])).toBe('a');
  });

  it('is empty for no segments', () => {
    expect(targetText([])).toBe('');
  });
});
