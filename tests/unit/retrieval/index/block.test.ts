import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type IndexEntry,
  LARGEST_SUFFIX,
  packSide,
  packUnits,
  unpackSide,
  unpackUnits,
} from '../../../../memory/retrieval/index/block.ts';
import { entriesOf } from '../../../../memory/retrieval/index/block-entries.ts';
import { buildSide, buildUnits } from '../../../../memory/retrieval/index/build-block.ts';
import { placeOfStem } from '../../../../memory/retrieval/index/posting-range.ts';
import { stemOf, wordId } from '../../../../memory/retrieval/index/word-ids.ts';

const text = fc.record({
  words: fc
    .array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 })
    .map((stems) => Uint32Array.from(stems, (stem) => wordId(stem, 1))),
  numbers: fc
    .uniqueArray(fc.integer({ min: 100, max: 110 }), { maxLength: 3 })
    .map((stems) => Uint32Array.from(stems, (stem) => wordId(stem, 1)).sort()),
});
const entries = fc
  .array(fc.record({ memoryId: fc.integer({ min: 1, max: 3 }), fr: text, en: text }), { minLength: 1, maxLength: 30 })
  .map((some) => some.map((entry, index): IndexEntry => ({ unitId: index * 3 + 1, ...entry })));

describe('a block', () => {
  it('gives back what it was built from, also after it was packed', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const units = unpackUnits(packUnits(buildUnits(given)));
        const fr = unpackSide(packSide(buildSide(given, 'fr')));
        const en = unpackSide(packSide(buildSide(given, 'en')));
        expect(entriesOf(units, fr, en)).toEqual(given);
      }),
    );
  });

  it('can be unpacked from bytes that lie anywhere', () => {
    const given: IndexEntry = {
      unitId: 7,
      memoryId: 1,
      fr: { words: Uint32Array.of(wordId(3, 1)), numbers: new Uint32Array() },
      en: { words: Uint32Array.of(wordId(4, 2)), numbers: Uint32Array.of(wordId(9, 1)) },
    };
    const packed = packSide(buildSide([given], 'en'));
    const shifted = new Uint8Array(packed.length + 1);
    shifted.set(packed, 1);
    expect(unpackSide(shifted.subarray(1))).toEqual(buildSide([given], 'en'));
  });

  it('has its texts by length, and for every stem the texts that have it', () => {
    fc.assert(
      fc.property(entries, (given) => {
        const side = buildSide(given, 'fr');
        const texts = Array.from(side.slots, (slot) => given[slot]?.fr ?? { words: [], numbers: [] });
        const lengths = texts.map(({ words }) => words.length);
        expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
        for (let stem = 1; stem <= 110; stem++) {
          const having = texts.flatMap(({ words, numbers }, ordinal) =>
            [...words, ...numbers].some((word) => stemOf(word) === stem) ? [ordinal] : [],
          );
          const place = placeOfStem(side, stem);
          const postings = place < 0 ? [] : [...side.ordinals.subarray(side.starts[place], side.starts[place + 1])];
          expect(postings).toEqual(having);
        }
      }),
    );
  });

  it('knows how many words of a text are no rarer than a stem, up to 255', () => {
    const words = Uint32Array.from({ length: 300 }, (_, index) => wordId(index < 298 ? 1 : 2, 1));
    const entry: IndexEntry = {
      unitId: 1,
      memoryId: 1,
      fr: { words, numbers: new Uint32Array() },
      en: { words, numbers: new Uint32Array() },
    };
    const side = buildSide(
      [
        {
          ...entry,
          fr: {
            words: Uint32Array.of(wordId(5, 1), wordId(2, 1), wordId(2, 2)),
            numbers: Uint32Array.of(wordId(9, 1)),
          },
        },
      ],
      'fr',
    );
    expect([...side.stems]).toEqual([2, 5, 9]);
    expect([...side.suffixes]).toEqual([2, 3, 0]);
    expect([...buildSide([entry], 'en').suffixes]).toEqual([LARGEST_SUFFIX, LARGEST_SUFFIX]);
  });
});
