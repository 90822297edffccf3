import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { DistinctStems } from '../../../../memory/retrieval/index/distinct-stems.ts';
import { wordId } from '../../../../memory/retrieval/index/word-ids.ts';

const text = fc.array(fc.integer({ min: 0, max: 2 ** 24 - 1 }), { maxLength: 300 });

it('gives the stems of each text once, in their order, however long the texts before were', () => {
  const distinct = new DistinctStems();
  fc.assert(
    fc.property(text, fc.nat({ max: 300 }), (stems, from) => {
      const words = Uint32Array.from([...stems, ...stems], (stem, at) => wordId(stem, at % 256));
      distinct.begin(words.length);
      distinct.add(words, Math.min(from, words.length), words.length);
      const expected = new Set([...stems, ...stems].slice(from));
      expect([...distinct.stems.subarray(0, distinct.size)]).toEqual([...expected]);
    }),
  );
});
