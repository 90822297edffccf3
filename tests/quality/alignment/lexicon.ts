import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Lexicon, learnLexicon } from '../../../memory/alignment/lexicon.ts';
import { sharedPath } from '../../support/shared.ts';

/** A lexicon learnt from about so many pairs, evenly drawn from the prose of ../shared, as a memory would teach it. */
export function lexiconOfProse(count: number): Lexicon {
  const lines = gunzipSync(readFileSync(sharedPath('corpora', 'prose.tsv.gz')))
    .toString('utf8')
    .split('\n');
  const step = Math.floor(lines.length / count);
  const pairs = lines
    .filter((_, line) => line % step === 0)
    .map((line) => line.split('\t'))
    .map(([en = '', fr = '']) => ({ fr, en }));
  return learnLexicon(pairs);
}
