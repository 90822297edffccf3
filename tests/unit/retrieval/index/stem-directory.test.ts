import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BlockSide } from '../../../../memory/retrieval/index/block.ts';
import { buildSide } from '../../../../memory/retrieval/index/build-block.ts';
import { placeOfStem } from '../../../../memory/retrieval/index/posting-range.ts';
import { StemDirectory } from '../../../../memory/retrieval/index/stem-directory.ts';
import { wordId } from '../../../../memory/retrieval/index/word-ids.ts';

const LAST = 30;
const texts = fc.array(fc.array(fc.integer({ min: 1, max: LAST }), { maxLength: 6 }), { minLength: 1, maxLength: 5 });

function sideOf(stems: readonly (readonly number[])[]): BlockSide {
  const none = { words: new Uint32Array(), numbers: new Uint32Array() };
  const entries = stems.map((text, unitId) => ({
    ...{ unitId, memoryId: 1, en: none },
    fr: { words: Uint32Array.from(text, (stem) => wordId(stem, 1)), numbers: new Uint32Array() },
  }));
  return buildSide(entries, 'fr');
}

/** Where each block has the stem, by looking into each. */
function bySearching(sides: readonly BlockSide[], stem: number) {
  return sides.flatMap((side, block) => {
    const place = placeOfStem(side, stem);
    return place < 0 ? [] : [{ block, from: side.starts[place], to: side.starts[place + 1] }];
  });
}

function byDirectory(directory: StemDirectory, stem: number) {
  const postings = directory.postingsOf(stem);
  return directory.sides.flatMap((_, block) =>
    postings.goTo(block) ? [{ block, from: postings.from, to: postings.to }] : [],
  );
}

function expectRight(directory: StemDirectory): void {
  for (let stem = 0; stem <= LAST + 1; stem++) {
    const expected = bySearching(directory.sides, stem);
    expect(byDirectory(directory, stem)).toEqual(expected);
    expect(directory.frequency(stem)).toBe(expected.reduce((sum, { from = 0, to = 0 }) => sum + to - from, 0));
  }
  expect(directory.texts).toBe(directory.sides.reduce((sum, { slots }) => sum + slots.length, 0));
  expect(directory.postings).toBe(directory.sides.reduce((sum, { ordinals }) => sum + ordinals.length, 0));
}

describe('a directory of stems', () => {
  it('knows what looking into every block finds', () => {
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 14 }), (blocks) => expectRight(new StemDirectory(blocks.map(sideOf)))),
    );
  });

  it('knows it still when the last blocks have become others', () => {
    const blocks = fc.array(texts, { maxLength: 12 });
    fc.assert(
      fc.property(blocks, blocks, fc.nat({ max: 12 }), (earlier, later, kept) => {
        const before = earlier.map(sideOf);
        const after = [...before.slice(0, kept), ...later.map(sideOf)];
        expectRight(new StemDirectory(after, new StemDirectory(before)));
      }),
    );
  });

  it('goes on to a block over those between', () => {
    const directory = new StemDirectory(Array.from({ length: 12 }, () => sideOf([[1, 2]])));
    const postings = directory.postingsOf(2);
    expect([0, 3, 11].map((block) => postings.goTo(block))).toEqual([true, true, true]);
    expect(directory.postingsOf(3).goTo(5)).toBe(false);
  });
});
