import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import type { NewUnit } from '../../../memory/model/unit.ts';
import { exhaustiveRetrieval } from '../../../memory/retrieval/exhaustive.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { actor, unit } from '../contract/samples.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** A store whose index closes its tail soon, so that few units fill several blocks. */
async function openStore(longestTail = 4): Promise<Store> {
  const store = await openSqliteStore(':memory:', { longestTail });
  open.push(store);
  return store;
}

/** Few words, so that texts often share some; with function words, numbers, dates, marks and forms of one stem. */
const WORDS = [
  ...['le', 'la', 'de', 'et', 'à', 'ne', 'pas', 'procès', 'juge', 'juges', 'journaliste', 'journalistes', 'accusé'],
  ...['accusée', 'accusés', '12', '13', '2021', '12 mars 2021', '13 mai 2020', '14 h 30', 'Paris', 'paris', ',', '.'],
];
const text = fc
  .oneof(
    { weight: 6, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 14 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('le', 'de', 'et'), { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom('juge', 'Paris', '!', '?', '…'), { minLength: 1, maxLength: 2 }) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...WORDS), { minLength: 300, maxLength: 320 }) },
  )
  .map((words) => words.join(' '));
const pair = fc.record({ fr: text, en: text, status: fc.constantFrom('draft', 'confirmed', 'reviewed', 'rejected') });

interface Storing {
  readonly kind: 'document' | 'units';
  readonly units: readonly NewUnit[];
}

interface Changing {
  readonly kind: 'change' | 'delete' | 'undo';
  readonly which: number;
  readonly fr: string;
}

type Step = Storing | Changing;

const units = (maxLength: number) =>
  fc.array(
    pair.map(({ fr, en, status }) => unit(fr, en, { status: status as NewUnit['status'] })),
    { minLength: 1, maxLength },
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom<Storing['kind']>('document', 'units'), units: units(12) }),
  fc.record({ kind: fc.constantFrom<Changing['kind']>('change', 'delete', 'undo'), which: fc.nat(20), fr: text }),
);

async function take(store: Store, memoryId: number, made: number[], step: Step): Promise<void> {
  if ('units' in step) {
    const stored =
      step.kind === 'units'
        ? await store.addUnits(memoryId, step.units, actor())
        : await store.addDocument(memoryId, { provenance: {}, units: step.units }, actor());
    made.push(...stored.unitIds);
    return;
  }
  const id = made[step.which % Math.max(1, made.length)];
  if (id === undefined) return;
  try {
    if (step.kind === 'undo') await store.undoUnit(id, actor());
    else {
      const { unit: present } = await store.getUnit(id);
      if (step.kind === 'delete') await store.deleteUnit(id, present.version, actor());
      else await store.changeUnit(id, present.version, { fr: { language: 'fr', content: [step.fr] } }, actor());
    }
  } catch {
    // Deleted already, nothing to undo, or another unit says the same: then nothing has changed.
  }
}

const LANGUAGES: readonly Language[] = ['fr', 'en'];

describe('the index', () => {
  it('finds the matches that looking at every unit finds, in the same order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.array(text, { minLength: 1, maxLength: 4 }),
        fc.option(text),
        fc.constantFrom(50, 55, 60, 70, 75, 85, 95, 100, 101),
        fc.constantFrom(1, 2, 5, 50),
        async (steps, queries, previous, minimumRate, limit) => {
          const store = await openStore();
          const first = await store.createMemory({ name: 'A' }, actor());
          const second = await store.createMemory({ name: 'B', penalty: 4, priority: 1 }, actor());
          const made: number[] = [];
          for (const [index, one] of steps.entries()) {
            await take(store, index % 3 === 0 ? second.id : first.id, made, one);
          }
          const indexed = indexedRetrieval(store);
          const exhaustive = exhaustiveRetrieval(store);
          const texts = [...queries, ...steps.flatMap((one) => ('fr' in one ? [one.fr] : []))];
          for (const [index, content] of texts.entries()) {
            const sourceLanguage = LANGUAGES[index % 2] ?? 'fr';
            const query = {
              content: [content],
              sourceLanguage,
              targetLanguage: sourceLanguage === 'fr' ? 'en' : 'fr',
              ...(previous !== null && { previous: [previous] }),
              memories: index % 3 === 0 ? [first] : [first, second],
              minimumRate,
              limit,
            } as const;
            const tiers = { matches: true, related: false };
            expect((await indexed.find(query, tiers)).matches).toEqual((await exhaustive.find(query, tiers)).matches);
          }
          await store.close();
          open.splice(open.indexOf(store), 1);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);
});
