import { describe, expect, it } from 'vitest';
import { endingCosts } from '../../../memory/alignment/brackets.ts';

const cut = (...texts: string[]) => [...endingCosts(texts)].map((cost) => cost < 0);

describe('endingCosts', () => {
  it('charges an end inside a bracket, over several pieces too', () => {
    expect(cut('It warms [Lee et al.', '2014].', 'Next.')).toEqual([true, false, false]);
    expect(cut('It warms [Lee et al.', '2014; Roy et al.', '2016].')).toEqual([true, true, false]);
  });

  it('does not mind brackets that are closed, or never are', () => {
    expect(cut('It warms (a little).', 'So (they say) it is.')).toEqual([false, false]);
    expect(cut('a) first', 'b) second')).toEqual([false, false]);
    expect(cut('It warms (a little.', 'Next.', 'Next.', 'Next.', 'Late).')).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(cut()).toEqual([]);
  });
});
