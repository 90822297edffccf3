import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Findings } from '../../../memory/retrieval/retrieval.ts';
import type { StoreLimits } from '../../../memory/store/sql/assemble.ts';
import { openSharded } from '../../../src/threads/sharded.ts';
import { newDatabase } from '../../support/database.ts';
import { readCorpus } from '../../support/prose.ts';
import { needsShared } from '../../support/shared.ts';
import { Both, type Other, some, storeReal, without } from '../answers.ts';
import { makeMemory } from '../contract/samples.ts';

async function openOther(limits: StoreLimits): Promise<Other> {
  const uses = ['coordinator of three', 'shard 1 of three', 'shard 2 of three', 'shard 3 of three'];
  const databases = await Promise.all(uses.map((use) => newDatabase(use)));
  const [coordinator = '', ...urls] = databases.map(({ url }) => url);
  const { store, retrieval } = await openSharded(coordinator, { urls, required: true }, limits);
  const close = async () => {
    await store.close();
    await Promise.all(databases.map((database) => database.release()));
  };
  return { store, retrieval, close };
}

/** What is shown first to last. Numbers of rows tell the shard, and confidences differ in the last places. */
function shown({ matches, related, fragments }: Findings) {
  return {
    matches: matches.map(({ rate, kind, source, target }) => [rate, kind, source, target]),
    related: related.map(({ source, target }) => [source, target]),
    fragments: fragments.map(({ text, translation, range }) => [text, translation, range]),
  };
}

/**
 * What is learnt from a memory as small as this has many ties, which are broken by the numbers of words, and these by the
 * order in which texts came: so many of the texts may show something else beside the same matches.
 */
const TIED = 0.05;
const TEXTS = 40;

describe('an installation on three shards', needsShared('corpora/fuzzy-dev.tsv', 'corpora/related-dev.tsv'), () => {
  let both: Both;
  beforeAll(async () => {
    both = await Both.open(openOther);
    await both.each(async (store) => storeReal(store, await makeMemory(store)));
  }, 120_000);
  afterAll(() => both.close());

  it('shows what one database does: the five best matches, related sentences and fragments', async () => {
    const reworded = some(readCorpus('related-dev.tsv'), TEXTS).map((row) => row[2] ?? '');
    const similar = some(readCorpus('fuzzy-dev.tsv'), TEXTS).map((row) => without(row[1] ?? ''));
    const texts = [...reworded, ...similar];
    const count = { matches: 0, related: 0, fragments: 0 };
    let others = 0;
    for (const [place, text] of texts.entries()) {
      const [here, there] = await both.find(text, 'fr', 50, texts[place - 1]);
      if (here === undefined || there === undefined) throw new Error('one of them did not answer');
      const [wanted, found] = [shown(here), shown(there)];
      expect(found.matches).toEqual(wanted.matches);
      others += Number(JSON.stringify(found) !== JSON.stringify(wanted));
      count.matches += wanted.matches.length;
      count.related += wanted.related.length;
      count.fragments += wanted.fragments.length;
    }
    expect(Math.min(count.matches, count.related, count.fragments)).toBeGreaterThan(TEXTS / 2);
    expect(others / texts.length).toBeLessThanOrEqual(TIED);
  }, 120_000);
});
