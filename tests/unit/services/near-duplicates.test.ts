import { expect, it, onTestFinished } from 'vitest';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import { nearDuplicates, Together } from '../../../src/services/management/near-duplicates.ts';

const ACTOR = { by: 'test', at: '2026-01-02T03:04:05.000Z' };

it('puts units together that were found in pairs', () => {
  const together = new Together();
  for (const [one, other] of [
    [9, 4],
    [2, 7],
    [7, 9],
    [5, 6],
    [4, 2],
  ] as const)
    together.add(one, other);
  expect(together.groups()).toEqual([
    [2, 4, 7, 9],
    [5, 6],
  ]);
});

it.each([
  ['an inflection', 'Les navires quittaient le port de Marseille.', 'The ship leaves the port of Marseille.', true],
  ['a typing error', 'Les navires quittent le porr de Marseille.', 'The ships leave the port of Marseille.', true],
  ['case and marks', 'les navires quittent le port de Marseille !', 'The ships leave the port of Marseille!', true],
  ['a name', 'Les navires quittent le port de Toulon.', 'The ships leave the port of Toulon.', false],
  [
    'a negation',
    'Les navires ne quittent pas le port de Marseille.',
    'The ships do not leave the port of Marseille.',
    false,
  ],
  ['the translation', 'Les navires quittent le port de Marseille.', 'Vessels depart from Marseille.', false],
  [
    'nothing but spaces in numbers',
    'Les navires quittent le port de  Marseille.',
    'The ships leave the port of Marseille.',
    true,
  ],
])('takes a unit for the same, or not, that differs by %s', async (_, fr, en, isSame) => {
  const store = await openSqliteStore(':memory:');
  onTestFinished(() => store.close());
  const memory = await store.createMemory({ name: 'Port', penalty: 20 }, ACTOR);
  const unit = (french: string, english: string) => ({
    fr: { language: 'fr', content: [french] } as const,
    en: { language: 'en', content: [english] } as const,
    origin: { kind: 'human' } as const,
    status: 'confirmed' as const,
  });
  const first = unit('Les navires quittent le port de Marseille.', 'The ships leave the port of Marseille.');
  await store.addUnits(memory.id, [first, unit(fr, en)], ACTOR);
  const find = nearDuplicates(indexedRetrieval(store), memory);
  expect(await find((await store.getUnit(1)).unit)).toEqual(isSame ? [2] : []);
});
