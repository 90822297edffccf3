import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NONE, StemTable } from '../../../../memory/retrieval/index/stem-table.ts';
import { LAST_STEM, UNKNOWN } from '../../../../memory/retrieval/index/word-ids.ts';

const stem = fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: LAST_STEM }));

describe('a table by stems', () => {
  it('says of each stem what it was given, and of no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(stem, { maxLength: 200 }), fc.array(stem), (stems, others) => {
        const table = new StemTable(stems.map((one, place) => [one, place]));
        for (const one of [...stems, ...others]) expect(table.get(one)).toBe(stems.indexOf(one));
        expect(table.get(UNKNOWN)).toBe(NONE);
      }),
    );
  });
});
