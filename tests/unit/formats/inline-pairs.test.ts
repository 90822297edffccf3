import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nestingPairs, pairCodes } from '../../../memory/formats/inline-pairs.ts';
import type { InlineCode } from '../../../memory/model/inline.ts';

const code = fc.record({
  form: fc.constantFrom<InlineCode['form']>('open', 'close', 'standalone'),
  id: fc.constantFrom('1', '2', '3'),
});

describe('pairCodes', () => {
  it('pairs an open code with a later close of its id, each once', () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 12 }), (content) => {
        for (const [place, partner] of pairCodes(content)) {
          expect(pairCodes(content).get(partner)).toBe(place);
          expect(content[partner]?.id).toBe(content[place]?.id);
          const [first, second] = [Math.min(place, partner), Math.max(place, partner)];
          expect([content[first]?.form, content[second]?.form]).toEqual(['open', 'close']);
        }
      }),
    );
  });

  it('leaves out what has no partner', () => {
    const content: InlineCode[] = [
      { form: 'close', id: '1' },
      { form: 'open', id: '1' },
      { form: 'open', id: '1' },
      { form: 'close', id: '1' },
      { form: 'standalone', id: '2' },
    ];
    expect([...pairCodes(content)]).toEqual([
      [2, 3],
      [3, 2],
    ]);
  });
});

describe('nestingPairs', () => {
  it('never crosses', () => {
    fc.assert(
      fc.property(fc.array(code, { maxLength: 16 }), (content) => {
        const pairs = pairCodes(content);
        const nesting = nestingPairs(content, pairs);
        const open: number[] = [];
        for (const place of [...nesting].toSorted((a, b) => a - b)) {
          if (content[place]?.form === 'open') open.push(place);
          else expect(open.pop()).toBe(pairs.get(place));
        }
        expect(open).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
