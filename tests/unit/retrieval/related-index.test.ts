import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';

const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };

function unit(fr: string, en: string): NewUnit {
  return {
    fr: { language: 'fr', content: [fr] },
    en: { language: 'en', content: [en] },
    origin: { kind: 'human' },
    status: 'confirmed',
  };
}

describe('related sentences through the index', () => {
  let store: Store;
  let memory: Memory;
  beforeEach(async () => {
    store = await openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    memory = await store.createMemory({ name: 'Port' }, ACTOR);
  });

  const find = (text: string, limit = 5) =>
    indexedRetrieval(store).find(
      {
        content: [text],
        sourceLanguage: 'fr',
        targetLanguage: 'en',
        memories: [memory],
        minimumRate: 100,
        minimumConfidence: 0,
        limit,
      },
      { matches: true, related: true },
    );

  it('are not pushed out by a sentence that the memory holds a thousand times', async () => {
    const copies = Array.from({ length: 1000 }, (_, at) =>
      unit('Le port ferme ce soir.', `The port closes tonight (version ${at}).`),
    );
    await store.addUnits(
      memory.id,
      [...copies, unit('Ce soir, le quai du port sera fermé.', 'Closed: the quay.')],
      ACTOR,
    );
    const { related } = await find('Le port ne ferme que ce soir.');
    expect(related.map(({ source }) => source)).toEqual([
      ['Le port ferme ce soir.'],
      ['Ce soir, le quai du port sera fermé.'],
    ]);
  });

  it('are given with a confidence that never rises from one to the next', async () => {
    const words = ['port', 'quai', 'maire', 'budget', 'vote', 'grève', 'soir', 'bateau'];
    const units = words.flatMap((one, at) =>
      words.slice(at + 1).map((other) => unit(`Le ${one} attend, le ${other} aussi.`, `The ${at} waits for ${other}.`)),
    );
    await store.addUnits(memory.id, units, ACTOR);
    for (const text of ['Le port attend le vote du budget.', 'Une grève, ce soir ?', 'Le bateau est à quai.']) {
      const confidences = (await find(text, 20)).related.map(({ confidence }) => confidence);
      expect(confidences.length).toBeGreaterThan(1);
      expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
    }
  });

  it('are found by a name that only the other side has', async () => {
    await store.addUnits(
      memory.id,
      [unit('Il a refusé de signer.', 'Kervadec refused to sign.'), unit('Il a accepté.', 'The mayor accepted.')],
      ACTOR,
    );
    const { related } = await find('Kervadec ne veut pas.');
    expect(related[0]?.target).toEqual(['Kervadec refused to sign.']);
  });
});
