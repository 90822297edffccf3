import { describe, expect, it } from 'vitest';
import { byRank, type Ranked } from '../../../memory/match/ranking.ts';

const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-02-01T00:00:00.000Z';

const match = (unitId: number, given: Partial<Ranked> = {}): Ranked => ({
  unitId,
  rate: 90,
  kind: 'fuzzy',
  status: 'confirmed',
  changedAt: EARLY,
  provenance: {},
  memory: { id: 1, name: 'one' },
  ...given,
});

describe('byRank', () => {
  it('goes by rate, context, standing, publication, memory, date and id, in that order', () => {
    const best = [
      match(9, { rate: 101, kind: 'context' }),
      match(8, { rate: 95, kind: 'context' }),
      match(7, { rate: 95, status: 'reviewed' }),
      match(6, { rate: 95, provenance: { publication: 'Gazette' } }),
      match(5, { rate: 95, memory: { id: 2, name: 'two' } }),
      match(4, { rate: 95, changedAt: LATE }),
      match(2, { rate: 95 }),
      match(3, { rate: 95 }),
      match(1, { rate: 95, status: 'draft', memory: { id: 2, name: 'two' }, changedAt: LATE }),
      match(0, { status: 'reviewed' }),
    ];
    const memories = [
      { id: 1, priority: 0 },
      { id: 2, priority: 3 },
    ];
    expect([...best].reverse().sort(byRank(memories, 'Gazette'))).toEqual(best);
    expect([...best.slice(3), ...best.slice(0, 3)].sort(byRank(memories, 'Gazette'))).toEqual(best);
  });

  it('looks at no publication when none is asked for, and takes a memory it does not know for the lowest', () => {
    const order = byRank([]);
    expect(order(match(1), match(2, { provenance: { publication: 'Gazette' } }))).toBeLessThan(0);
    expect(order(match(1), match(1))).toBe(0);
  });
});
