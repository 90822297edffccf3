import type { AlignmentOptions } from '../../../memory/alignment/sentences.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { learntWords } from '../../../src/services/learnt-words.ts';
import { learnLexicon } from '../../../src/services/lexicon.ts';
import { loadProse } from '../../support/prose.ts';

/** What a memory of about so many pairs teaches for the words of two texts, once `calque train` has been run on it. */
export async function trainedOnProse(count: number): Promise<(fr: string, en: string) => Promise<AlignmentOptions>> {
  const store = await openSqliteStore(':memory:');
  await loadProse(store, count);
  await learnLexicon(store, undefined, () => {}, Date.now);
  return (fr, en) => learntWords(store, fr, en);
}
