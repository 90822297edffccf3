import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { beadsOf } from '../../../memory/alignment/article.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { readerHere } from '../../../src/services/article-reader.ts';
import { learntWords } from '../../../src/services/learnt-words.ts';
import { learnLexicon } from '../../../src/services/lexicon.ts';
import { DOUBTFUL, teach } from '../../support/doubtful.ts';

let store: Store;
beforeEach(async () => {
  const opened = await openSqliteStore(':memory:');
  onTestFinished(() => opened.close());
  store = opened;
});

const train = () => learnLexicon(store, undefined, () => {}, Date.now);

const given = (text: string) => ({ name: 'A text', where: 'text', text });

async function aligned(fr: string, en: string): Promise<{ beads: readonly string[]; alone: readonly string[] }> {
  const { bitext } = await readerHere(store).align({ fr: given(fr), en: given(en) });
  const { beads, unaligned } = beadsOf(bitext);
  return { beads: beads.map((bead) => `${bead.fr} | ${bead.en}`), alone: unaligned.fr };
}

describe('learntWords', () => {
  it('are none where nothing was learnt', async () => {
    expect(await learntWords(store, DOUBTFUL.fr, DOUBTFUL.en)).toEqual({});
    await teach(store);
    expect(await learntWords(store, DOUBTFUL.fr, DOUBTFUL.en)).toEqual({});
  });

  it('are those of the two texts, with how likely they are in both directions', async () => {
    await teach(store);
    await train();
    const { lexicon } = await learntWords(store, 'Le loup dort.', 'The wolf and the horse sleep.');
    const [wolf] = lexicon?.translations('loup') ?? [];
    expect(wolf).toMatchObject({ fr: 'loup', en: 'wolf' });
    expect(wolf?.enGivenFr).toBeGreaterThan(0.5);
    expect(wolf?.frGivenEn).toBeGreaterThan(0.5);
    expect([...(lexicon?.translations('cheval') ?? [])]).toEqual([]);
    expect(await learntWords(store, 'Rien de connu.', 'Nothing known.')).toEqual({});
  });

  it('give a doubtful sentence to the one it translates', async () => {
    const { right, wrong } = DOUBTFUL;
    await teach(store);
    const before = await aligned(DOUBTFUL.fr, DOUBTFUL.en);
    expect(before.beads).toContain(wrong);
    await train();
    const after = await aligned(DOUBTFUL.fr, DOUBTFUL.en);
    expect(after.beads).toContain(right);
    expect(after.alone).toEqual([DOUBTFUL.alone]);
    expect(await aligned(DOUBTFUL.en, DOUBTFUL.fr)).toEqual(after);
  });
});
