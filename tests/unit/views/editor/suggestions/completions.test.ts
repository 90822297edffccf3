import { describe, expect, it } from 'vitest';
import { completionOf } from '../../../../../views/editor/suggestions/completions.ts';

const OFFERED = ['the High Court', 'harbour authority', 'École normale', 'high command'];

describe('what completes the words being written', () => {
  it.each([
    ['It was har', 7, ['harbour authority']],
    ['the high', 0, ['the High Court']],
    ['a high', 2, ['high command']],
    ['Har', 0, ['Harbour authority']],
    ['an ecole nor', 3, ['École normale']],
  ])(
    'begins where they do, the longest beginning first, and keeps the capital that was written: %s',
    (before, from, texts) => {
      expect(completionOf(before, OFFERED)).toEqual({ from, texts });
    },
  );

  it.each(['', 'h', 'the ', 'xyz', 'harbour authority', 'upshar'])(
    'is nothing where nothing is begun, too little is written, or nothing would be left: %s',
    (before) => {
      expect(completionOf(before, OFFERED)).toBeUndefined();
    },
  );
});
