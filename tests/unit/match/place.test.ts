import { describe, expect, it } from 'vitest';
import { choosePlace } from '../../../memory/match/place.ts';
import type { UnitPlace } from '../../../memory/model/unit.ts';

const neighbour = (text: string) => ({ fr: text, en: `${text} (en)` });
const place = (documentId: number, given: Partial<UnitPlace> = {}): UnitPlace => ({
  documentId,
  position: 0,
  provenance: {},
  ...given,
});

const middle = place(1, { previous: neighbour('avant'), next: neighbour('après') });
const first = place(2, { next: neighbour('après') });
const alone = place(3, { provenance: { title: 'Un titre' } });

describe('choosePlace', () => {
  it('chooses the place whose neighbours are the same', () => {
    expect(choosePlace([first, alone, middle], { previous: ['avant'], next: ['après'] }, 'fr')).toEqual({
      place: middle,
      inContext: true,
    });
    expect(choosePlace([middle, first], { next: ['après'] }, 'fr')).toEqual({ place: first, inContext: true });
    expect(choosePlace([middle], { previous: ['avant (en)'], next: ['après (en)'] }, 'en').inContext).toBe(true);
  });

  it('compares letter for letter', () => {
    expect(choosePlace([middle], { previous: ['Avant'], next: ['après'] }, 'fr').inContext).toBe(false);
    expect(choosePlace([middle], { previous: ['avant'] }, 'fr').inContext).toBe(false);
  });

  it('sees no context where the query names no neighbour', () => {
    expect(choosePlace([place(1)], {}, 'fr').inContext).toBe(false);
  });

  it('else chooses the first place with provenance, else the first, else none', () => {
    expect(choosePlace([first, alone], {}, 'fr').place).toBe(alone);
    expect(choosePlace([first, middle], {}, 'fr').place).toBe(first);
    expect(choosePlace([], {}, 'fr')).toEqual({ inContext: false });
  });
});
