import { describe, expect, it } from 'vitest';
import { netRate, penaltiesOf } from '../../../memory/match/penalties.ts';
import type { Origin, Status } from '../../../memory/model/origin.ts';

const human: Origin = { kind: 'human' };
const of = (origin: Origin, status: Status, original?: 'fr' | 'en', memory = 0) =>
  penaltiesOf({ origin, status }, original, { penalty: memory }, 'en');

describe('penaltiesOf', () => {
  it('takes nothing from what people wrote and confirmed', () => {
    expect(of(human, 'confirmed')).toEqual([]);
    expect(of(human, 'reviewed', 'fr')).toEqual([]);
    expect(of({ kind: 'import', source: 'a.tmx' }, 'confirmed')).toEqual([]);
    expect(of({ kind: 'alignment', confidence: 0.2 }, 'confirmed')).toEqual([]);
  });

  it('names each reason', () => {
    expect(of(human, 'draft', 'en', 5)).toEqual([
      { name: 'memory', points: 5 },
      { name: 'reverse', points: 1 },
      { name: 'draft', points: 3 },
    ]);
    expect(of({ kind: 'machine', engine: 'x' }, 'draft')).toEqual([{ name: 'machine', points: 10 }]);
    expect(of({ kind: 'machine', engine: 'x' }, 'confirmed')).toEqual([{ name: 'machine', points: 2 }]);
    expect(of({ kind: 'machine', engine: 'x' }, 'reviewed')).toEqual([]);
  });

  it.each([
    [1, 1],
    [0.5, 6],
    [0, 10],
    [-1, 10],
    [7, 1],
  ])('takes from an alignment of confidence %d as a draft %d points', (confidence, points) => {
    expect(of({ kind: 'alignment', confidence }, 'draft')).toEqual([{ name: 'alignment', points }]);
  });
});

describe('netRate', () => {
  it('is never under nothing', () => {
    expect(netRate(101, [])).toBe(101);
    expect(netRate(100, of(human, 'draft', 'en', 5))).toBe(91);
    expect(netRate(3, [{ name: 'memory', points: 30 }])).toBe(0);
  });
});
