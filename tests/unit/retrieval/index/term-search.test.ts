import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, otherLanguage } from '../../../../memory/model/language.ts';
import type { IndexEntry } from '../../../../memory/retrieval/index/block.ts';
import { buildSide, buildUnits } from '../../../../memory/retrieval/index/build-block.ts';
import type { IndexBlock } from '../../../../memory/retrieval/index/index-port.ts';
import { SMALL, StemDirectory } from '../../../../memory/retrieval/index/stem-directory.ts';
import { TermSearch } from '../../../../memory/retrieval/index/term-search.ts';
import { wordId } from '../../../../memory/retrieval/index/word-ids.ts';

const DEAD = 3;

function blockOf(entries: readonly IndexEntry[]): IndexBlock {
  const units = buildUnits(entries);
  const sides = { fr: buildSide(entries, 'fr'), en: buildSide(entries, 'en') };
  const bySlot = (language: Language) => {
    const places = new Uint16Array(entries.length);
    for (const [ordinal, slot] of sides[language].slots.entries()) places[slot] = ordinal;
    return places;
  };
  const places = { fr: bySlot('fr'), en: bySlot('en') };
  const ordinals = (language: Language) => places[language];
  return {
    ...units,
    ...sides,
    ordinals,
    counterparts: (language) =>
      sides[language].slots.map((slot) => ordinals(otherLanguage(language))[slot] ?? Number.NaN),
    isDead: (slot) => units.units[slot] === DEAD,
  };
}

const text = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 4, maxLength: 6 })
  .map((stems) => ({ words: Uint32Array.from(stems, (stem) => wordId(stem, 1)), numbers: new Uint32Array() }));
const entry = fc.record({ memoryId: fc.integer({ min: 1, max: 2 }), fr: text, en: text });
const blocks = fc
  .array(fc.array(entry, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 4 })
  .map((lists) => {
    let unitId = 0;
    return lists.map((list) => list.map((one): IndexEntry => ({ unitId: ++unitId, ...one })));
  });
const terms = fc
  .uniqueArray(fc.integer({ min: 1, max: 14 }), { minLength: 1, maxLength: 5 })
  .map((stems) => stems.map((stem) => ({ stem, weight: 1 + stem / 7 })));

/** BM25 as it is defined, by looking at every text. */
function totalsOf(
  all: readonly IndexEntry[],
  wanted: Record<'fr' | 'en', readonly { stem: number; weight: number }[]>,
) {
  return all.map((one) => {
    const sum = (['fr', 'en'] as const).reduce((total, side) => {
      const mean = all.reduce((words, other) => words + other[side].words.length, 0) / all.length;
      const { words } = one[side];
      const factor = 2.2 / (1 + 1.2 * (1 - 0.75 + (0.75 * words.length) / mean));
      const has = (stem: number) => words.some((word) => word >>> 8 === stem);
      return total + wanted[side].reduce((part, { stem, weight }) => part + (has(stem) ? weight * factor : 0), 0);
    }, 0);
    return { one, sum };
  });
}

describe('a search for terms', () => {
  it('gives the living units of the memories that come to most, as looking at every text does', () => {
    const search = new TermSearch();
    fc.assert(
      fc.property(blocks, terms, terms, fc.integer({ min: 1, max: 6 }), (lists, fr, en, limit) => {
        const found = lists.map(blockOf);
        const stems = {
          fr: new StemDirectory(found.map((block) => block.fr)),
          en: new StemDirectory(found.map((block) => block.en)),
        };
        const query = { language: 'fr', words: 5, terms: { fr, en }, memories: new Set([1]), limit } as const;
        const got = search.search({ blocks: found, stems }, query).map(({ total }) => total);
        const all = lists.flat();
        const same = new Set<string>();
        const expected = totalsOf(all, { fr, en })
          .filter(({ one, sum }) => sum > 0 && one.memoryId === 1 && one.unitId !== DEAD)
          .filter(({ one }) => {
            const words = `${one.fr.words.join(' ')} | ${one.en.words.join(' ')}`;
            return !same.has(words) && same.add(words);
          })
          .map(({ sum }) => sum)
          .sort((a, b) => b - a)
          .slice(0, limit);
        expect(got).toHaveLength(expected.length);
        for (const [rank, total] of got.entries()) expect(total).toBeCloseTo(expected[rank] ?? 0, 4);
      }),
    );
  });

  it('finds what is added behind large blocks, and no more what has died in them, as if it had found nothing before', () => {
    const many = (from: number, count: number) =>
      Array.from({ length: count }, (_, at): IndexEntry => {
        const words = (other: number) =>
          Uint32Array.from({ length: 5 }, (__, n) => wordId(1 + ((at * 7 + n * other) % 97), 1));
        const side = (other: number) => ({ words: words(other), numbers: new Uint32Array() });
        return { unitId: from + at, memoryId: 1, fr: side(3 + (at % 11)), en: side(5 + (at % 13)) };
      });
    const large = blockOf(many(DEAD + 1, SMALL));
    const found = (blocks: readonly IndexBlock[], search: TermSearch) => {
      const stems = {
        fr: new StemDirectory(blocks.map((block) => block.fr)),
        en: new StemDirectory(blocks.map((block) => block.en)),
      };
      const terms = { fr: [{ stem: 8, weight: 2 }], en: [{ stem: 21, weight: 3 }] };
      const query = { language: 'fr', words: 5, terms, memories: new Set([1]), limit: 5 } as const;
      return search.search({ blocks, stems }, query).map(({ block, slot }) => block.units[slot] ?? 0);
    };
    const search = new TermSearch();
    const before = found([large, blockOf(many(SMALL * 2, 40))], search);
    expect(before).toEqual(found([large, blockOf(many(SMALL * 2, 40))], new TermSearch()));

    const added = blockOf([...many(SMALL * 2, 40), ...many(SMALL * 3, 200)]);
    const [first = 0] = before;
    const isDead = (slot: number) => large.units[slot] === first;
    for (const blocks of [
      [large, added],
      [{ ...large, isDead }, added],
      [blockOf(many(DEAD + 2, SMALL)), added],
    ]) {
      const now = found(blocks, search);
      expect(now).toHaveLength(5);
      expect(now).toEqual(found(blocks, new TermSearch()));
    }
    expect(before).toContain(first);
    expect(found([{ ...large, isDead }, added], search)).not.toContain(first);
  });
});
