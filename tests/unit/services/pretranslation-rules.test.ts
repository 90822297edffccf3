import { describe, expect, it } from 'vitest';
import type { Match } from '../../../memory/model/match.ts';
import type { PretranslationRules } from '../../../src/services/pretranslation-rules.ts';
import { bandOf, fillingFor, PretranslationCount } from '../../../src/services/pretranslation-rules.ts';
import { match } from '../formats/xliff/support.ts';

const STRICT: PretranslationRules = { adapted: false, machine: false };
const machine = [{ engine: 'DeepL', target: ['Machine.'] }];

function filled(matches: readonly Match[], rules: Partial<PretranslationRules> = {}) {
  return fillingFor(['A'], { matches, machine }, { ...STRICT, ...rules })?.origin;
}

describe('what is filled', () => {
  it.each([
    ['context', 101, {}, true],
    ['exact', 100, {}, true],
    ['exact', 97, {}, false],
    ['exact', 97, { fuzzy: 95 }, true],
    ['adapted', 99, {}, false],
    ['adapted', 98, { adapted: true }, true],
    ['fuzzy', 85, {}, false],
    ['fuzzy', 85, { fuzzy: 85 }, true],
    ['fuzzy', 84, { fuzzy: 85 }, false],
  ] as const)('a match of kind %s at %i by the rules %j: %s', (kind, rate, rules, isFilled) => {
    const origin = filled([match({ kind, rate })], rules);
    expect(origin).toEqual(isFilled ? { kind: 'match', match: kind, rate, unitId: 1 } : undefined);
  });

  it('is the best match that the rules allow, and a machine translation only without one', () => {
    const matches = [match({ kind: 'adapted', rate: 99 }), match({ kind: 'fuzzy', rate: 90 })];
    expect(filled(matches, { fuzzy: 80 })).toMatchObject({ match: 'fuzzy', rate: 90 });
    expect(filled(matches, { fuzzy: 80, machine: true })).toMatchObject({ match: 'fuzzy' });
    expect(filled(matches, { machine: true })).toEqual({ kind: 'machine', engine: 'DeepL' });
    expect(filled([], {})).toBeUndefined();
  });

  it('has no codes that the segment has not', () => {
    const open = { form: 'open', id: '1' } as const;
    const close = { form: 'close', id: '1' } as const;
    const target = ['Un ', open, 'deux', close, { form: 'standalone', id: '9' }] as const;
    const filling = fillingFor(['One ', open, 'two', close], { matches: [match({ target })], machine: [] }, STRICT);
    expect(filling?.target).toEqual(['Un ', open, 'deux', close]);
  });
});

describe('the count', () => {
  it('has every band, the work by its best match', () => {
    expect([101, 100, 99, 95, 94, 85, 84, 75, 74, 50, 49].map((rate) => bandOf([{ rate: 0 }, { rate }]))).toEqual([
      'context',
      '100',
      '95–99',
      '95–99',
      '85–94',
      '85–94',
      '75–84',
      '75–84',
      '50–74',
      '50–74',
      'new',
    ]);
    const count = new PretranslationCount();
    count.segment('new', 7);
    count.segment('new', 2);
    count.filled({ target: [], origin: { kind: 'machine', engine: 'DeepL' } });
    const { bands, filled: by } = count.report();
    expect(bands).toHaveLength(9);
    expect(bands.find(({ band }) => band === 'new')).toEqual({ band: 'new', segments: 2, words: 9 });
    expect(by).toEqual({ context: 0, exact: 0, adapted: 0, fuzzy: 0, machine: 1 });
  });
});
