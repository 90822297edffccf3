import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { openPostgresStore } from '../../../memory/store/postgres/open.ts';
import type { StoreLimits } from '../../../memory/store/sql/assemble.ts';
import { newDatabase } from '../../support/database.ts';
import { loadProse, readCorpus } from '../../support/prose.ts';
import { needsShared } from '../../support/shared.ts';
import { Both, type Other, some, storeReal, without } from '../answers.ts';
import { actor, makeMemory, unit } from '../contract/samples.ts';

async function openOther(limits: StoreLimits): Promise<Other> {
  const database = await newDatabase();
  const store = await openPostgresStore(database.url, limits);
  const close = async () => {
    await store.close();
    await database.release();
  };
  return { store, retrieval: indexedRetrieval(store), close };
}

const WORDS = [
  ...['le', 'la', 'de', 'et', 'à', 'ne', 'pas', 'procès', 'juge', 'juges', 'journaliste', 'journalistes', 'accusé'],
  ...['œuvre', 'accusée', '12', '13', '2021', '12 mars 2021', '14 h 30', 'Paris', 'paris', ',', '.', 'l’État', '😀'],
];
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const units: fc.Arbitrary<readonly NewUnit[]> = fc.array(
  fc
    .record({
      fr: text,
      en: text,
      status: fc.constantFrom('draft' as const, 'confirmed' as const, 'rejected' as const),
    })
    .map(({ fr, en, status }) => unit(fr, en, { status })),
  { minLength: 4, maxLength: 30 },
);

describe('SQLite and PostgreSQL', () => {
  it('answer the same from generated memories, units changed and deleted in them', async () => {
    const both = await Both.open(openOther, { longestTail: 4 });
    let number = 0;
    await fc.assert(
      fc.asyncProperty(units, units, fc.array(text, { minLength: 3, maxLength: 6 }), async (first, more, texts) => {
        await both.each(async (store) => {
          for (const { id } of await store.listMemories()) await store.deleteMemory(id);
          const { id } = await makeMemory(store, `Presse ${number}`);
          const stored = await store.addDocument(id, { provenance: { title: 'Un' }, units: first }, actor(1));
          await store.addUnits(id, more, actor(2));
          const [changed = 0, deleted = 0] = new Set(stored.unitIds);
          await store.changeUnit(changed, 1, { fr: { language: 'fr', content: [`${number} procès`] } }, actor(3));
          if (deleted > 0) await store.deleteUnit(deleted, (await store.getUnit(deleted)).unit.version, actor(4));
        });
        number++;
        for (const [place, one] of texts.entries()) {
          const [here, there] = await both.find(one, place % 2 === 0 ? 'fr' : 'en', 50, texts[place - 1]);
          expect(there).toEqual(here);
        }
      }),
      { numRuns: 5 },
    );
    await both.close();
  }, 60_000);

  describe(
    'of real texts',
    needsShared('corpora/fuzzy-dev.tsv', 'corpora/related-dev.tsv', 'corpora/prose.tsv.gz'),
    () => {
      /** Units of prose beside those of the samples; none in the usual run. */
      const PROSE = Number(process.env['CALQUE_QUALITY_UNITS'] ?? 0);
      const TEXTS = Number(process.env['CALQUE_QUALITY_TEXTS'] ?? 25);
      let both: Both;
      let memories: readonly Memory[];

      beforeAll(async () => {
        both = await Both.open(openOther);
        memories = await both.each(async (store) =>
          storeReal(store, PROSE > 0 ? await loadProse(store, PROSE) : await makeMemory(store)),
        );
      }, 600_000);
      afterAll(() => both.close());

      it('hold the same', () => expect(memories[1]).toEqual(memories[0]));

      it('answer the same to samples of fuzzy-dev.tsv', async () => {
        let matches = 0;
        for (const row of some(readCorpus('fuzzy-dev.tsv'), TEXTS)) {
          for (const [column, language] of [[1, 'fr'] as const, [0, 'en'] as const]) {
            const [here, there] = await both.find(without(row[column] ?? ''), language, 50);
            expect(there).toEqual(here);
            matches += here?.matches.length ?? 0;
          }
        }
        expect(matches).toBeGreaterThan(0);
      }, 600_000);

      it('answer the same to the other translations of related-dev.tsv, alone and after the one before', async () => {
        let related = 0;
        const texts = readCorpus('related-dev.tsv').map((row) => row[2] ?? '');
        for (const one of some(texts, TEXTS)) {
          for (const previous of [undefined, texts[texts.indexOf(one) - 1]]) {
            const [here, there] = await both.find(one, 'fr', 70, previous);
            expect(there).toEqual(here);
            related += here?.related.length ?? 0;
          }
        }
        expect(related).toBeGreaterThan(TEXTS);
      }, 600_000);
    },
  );
});
