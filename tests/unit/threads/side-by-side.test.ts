import { expect, it, onTestFinished } from 'vitest';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Tiers, Took } from '../../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { sideBySide } from '../../../src/threads/side-by-side.ts';
import { query } from '../retrieval/units.ts';

const ACTOR = { by: 'test', at: '2026-01-02T03:04:05.000Z' };
const TEXTS = [
  ['Le port ferme ce soir.', 'The port closes tonight.'],
  ['Le port ferme demain soir.', 'The port closes tomorrow night.'],
  ['Ce soir, le quai du port sera fermé.', 'Tonight the quay of the port will be closed.'],
  ['Ce soir, le quai du port sera fermé !', 'Tonight the quay of the port will be closed!'],
  ['Le maire refuse la fermeture du port.', 'The mayor rejects the closing of the port.'],
  ['Une tout autre phrase.', 'Another sentence altogether.'],
] as const;

async function newsroom() {
  const store = await openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  const { id } = await store.createMemory({ name: 'Port' }, ACTOR);
  const units = TEXTS.map(([fr, en]) => ({
    fr: { language: 'fr', content: [fr] } as const,
    en: { language: 'en', content: [en] } as const,
    origin: { kind: 'human' } as const,
    status: 'confirmed' as const,
  }));
  await store.addDocument(id, { provenance: {}, units }, ACTOR);
  return { store, memories: await store.listMemories() };
}

it('finds what one search after the other finds, in every set of tiers', async () => {
  const { store, memories } = await newsroom();
  const alone = indexedRetrieval(store);
  let related = 0;
  for (const [text, previous] of [
    ...TEXTS.map(([fr]) => [fr, 'Le maire ferme le port.']),
    ['Le port.', ''],
    ['', 'x'],
  ]) {
    for (let set = 0; set < 8; set++) {
      const tiers: Tiers = { matches: (set & 1) > 0, related: (set & 2) > 0, fragments: (set & 4) > 0 };
      for (const limit of [1, 5]) {
        const asked = query(text ?? '', { memories, limit, minimumConfidence: 0, previous: [previous ?? ''] });
        const found = await alone.find(asked, tiers);
        expect(await sideBySide(alone).find(asked, tiers)).toEqual(found);
        related += found.related.length;
      }
    }
  }
  expect(related).toBeGreaterThan(0);
});

it('tells how long each tier took, and of related sentences once', async () => {
  const { store, memories } = await newsroom();
  let now = 0;
  const alone = indexedRetrieval(store, () => now++ * 1_000);
  const told: (readonly [string, number])[] = [];
  const took: Took = (tier, seconds) => void told.push([tier, seconds]);
  const asked = query('Le port ferme ce soir.', { memories, minimumConfidence: 0 });
  await sideBySide(alone).find(asked, { matches: true, related: true, fragments: true }, took);
  expect(told.map(([tier]) => tier).sort()).toEqual(['fragments', 'matches', 'related']);
  for (const [, seconds] of told) expect(seconds).toBeGreaterThan(0);
  told.length = 0;
  await sideBySide(alone).find(asked, { matches: true, related: false }, took);
  expect(told).toEqual([['matches', 1]]);
});
