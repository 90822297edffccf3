import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { exhaustiveRetrieval } from '../../../memory/retrieval/exhaustive.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Query } from '../../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import { actor, unit } from '../contract/samples.ts';
import { newDatabasePath } from './place.ts';

const open: Store[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

/** A store whose index closes its tail soon, so that few units fill several blocks. */
async function openStore(longestTail = 4): Promise<Store> {
  const store = await openSqliteStore(':memory:', { longestTail, portion: 7 });
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

/** Builds the index anew until so many units are done. */
interface Rebuilding {
  readonly kind: 'reindex';
  readonly most: number;
}

type Step = Storing | Changing | Rebuilding;

const units = (maxLength: number) =>
  fc.array(
    pair.map(({ fr, en, status }) => unit(fr, en, { status: status as NewUnit['status'] })),
    { minLength: 1, maxLength },
  );
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom<Storing['kind']>('document', 'units'), units: units(12) }),
  fc.record({ kind: fc.constantFrom<Changing['kind']>('change', 'delete', 'undo'), which: fc.nat(20), fr: text }),
  fc.record({ kind: fc.constant<Rebuilding['kind']>('reindex'), most: fc.nat(80) }),
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
  if ('most' in step) {
    const cutOff = new Error('cut off');
    const report = (done: number) => {
      if (done > step.most) throw cutOff;
    };
    await store.reindex(report).catch((error: unknown) => expect(error).toBe(cutOff));
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
          expect((await store.checkIndex()).wrong).toEqual([]);
          await store.close();
          open.splice(open.indexOf(store), 1);
        },
      ),
      { numRuns: 150 },
    );
  }, 120_000);

  it('has few blocks, however many small lots units come in', async () => {
    const store = await openStore();
    const memory = await store.createMemory({ name: 'A' }, actor());
    for (let lot = 0; lot < 30; lot++) {
      const units = Array.from({ length: 10 }, (_, at) => unit(`Procès ${lot} du juge ${at}`, `Trial ${lot} of ${at}`));
      await store.addUnits(memory.id, units, actor());
    }
    expect(await store.indexSize()).toMatchObject({ inBlocks: 300, waiting: 0 });
    expect((await store.indexSize()).blocks).toBeLessThanOrEqual(8);
    expect((await store.checkIndex()).wrong).toEqual([]);
  });

  it('orders many that are equally alike as looking at every unit does', async () => {
    const tied = fc.record({
      fr: fc.constantFrom(
        'Le vote 12 est clos.',
        'Le vote 13 est clos.',
        'le vote 12 est clos',
        'Les votes 12 sont clos.',
      ),
      status: fc.constantFrom('draft', 'confirmed', 'reviewed', 'rejected'),
      origin: fc.constantFrom<NewUnit['origin']>(
        ...[{ kind: 'human' } as const, { kind: 'machine', engine: 'DeepL' } as const],
        ...[0.2, 0.9].map((confidence) => ({ kind: 'alignment', confidence }) as const),
      ),
      changedAt: fc.constantFrom('2021-01-01T00:00:00.000Z', '2022-01-01T00:00:00.000Z'),
    });
    const provenance = fc.record(
      { publication: fc.constantFrom('Le Port', 'Le Phare'), originalLanguage: fc.constantFrom<Language>('fr', 'en') },
      { requiredKeys: [] },
    );
    const given = fc.array(fc.tuple(fc.array(tied, { minLength: 10, maxLength: 25 }), provenance), {
      minLength: 3,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(
        given,
        fc.constantFrom(undefined, 'Le Phare'),
        fc.boolean(),
        async (documents, publication, beside) => {
          const store = await openStore(20);
          const memory = await store.createMemory({ name: 'A', penalty: 2 }, actor());
          for (const [number, [some, from]] of documents.entries()) {
            const units = some.map(({ fr, status, origin, changedAt }, index) =>
              unit(fr, `Vote ${number} ${index}`, {
                status: status as NewUnit['status'],
                origin,
                changedAt,
                createdAt: changedAt,
              }),
            );
            await store.addDocument(memory.id, { provenance: from, units }, actor());
          }
          for (const text of ['Le vote 12 est clos.', 'Le vote 99 est clos.', 'Le vote est clos.']) {
            const query = {
              content: [text],
              sourceLanguage: 'fr',
              targetLanguage: 'en',
              memories: [memory],
              minimumRate: 60,
              limit: 5,
              ...(publication !== undefined && { publication }),
              ...(beside && { previous: ['Le vote 13 est clos.'], next: ['Le vote 12 est clos.'] }),
            } as const;
            const tiers = { matches: true, related: false };
            const { matches } = await exhaustiveRetrieval(store).find(query, tiers);
            expect((await indexedRetrieval(store).find(query, tiers)).matches).toEqual(matches);
          }
          await store.close();
          open.splice(open.indexOf(store), 1);
        },
      ),
      { numRuns: 40 },
    );
  }, 120_000);

  const AT = actor();
  const ask = (memories: readonly Memory[], text: string) =>
    ({
      content: [text],
      sourceLanguage: 'fr',
      targetLanguage: 'en',
      memories,
      minimumRate: 50,
      limit: 5,
    }) as const;
  const found = async (store: Store, text: string) => {
    const tiers = { matches: true, related: true };
    const { matches, related } = await indexedRetrieval(store).find(ask(await store.listMemories(), text), tiers);
    return { matches: matches.map((match) => [match.unitId, match.rate]), related: related.map((one) => one.unitId) };
  };

  it('is taken back with the transaction that wrote it', async () => {
    const store = await openStore();
    const memory = await store.createMemory({ name: 'A' }, AT);
    await store.addUnits(memory.id, [unit('Le procès s’ouvre.', 'The trial opens.')], AT);
    const bad = [unit('Le juge parle.', 'The judge speaks.'), unit('', 'Nothing.')];
    await expect(store.addUnits(memory.id, bad, AT)).rejects.toThrow();
    expect(await store.checkIndex()).toEqual({ units: 1, wrong: [] });
    expect((await found(store, 'Le juge parle.')).matches).toEqual([]);
    expect((await found(store, 'Le procès s’ouvre.')).matches).toEqual([[1, 100]]);
  });

  it('is seen by another connection at once', async () => {
    const path = await newDatabasePath();
    const writer = await openSqliteStore(path, { longestTail: 2 });
    const reader = await openSqliteStore(path, { longestTail: 2 });
    open.push(writer, reader);
    const memory = await writer.createMemory({ name: 'A' }, AT);
    expect((await found(reader, 'Le procès s’ouvre.')).matches).toEqual([]);
    for (const word of ['procès', 'tribunal', 'débat']) {
      await writer.addUnits(memory.id, [unit(`Le ${word} s’ouvre.`, `The ${word} opens.`)], AT);
      expect((await found(reader, `Le ${word} s’ouvre.`)).matches[0]?.[1]).toBe(100);
    }
  });

  it('names the units it is wrong of, and is right again when it is built anew', async () => {
    const path = await newDatabasePath();
    const store = await openSqliteStore(path);
    open.push(store);
    const memory = await store.createMemory({ name: 'A' }, AT);
    const units = ['Le procès s’ouvre.', 'Le juge parle.', 'La salle était pleine.'].map((fr, index) =>
      unit(fr, `${index}.`),
    );
    await store.addUnits(memory.id, units, AT);
    const raw = new Database(path);
    raw.exec(`UPDATE units SET fr_text = 'Le procès se ferme.' WHERE id = 1; DELETE FROM index_tail WHERE unit_id = 2`);
    raw.close();
    expect(await store.checkIndex()).toEqual({ units: 3, wrong: [1, 2] });
    const reported: number[] = [];
    await store.reindex((done) => reported.push(done));
    expect(reported).toEqual([0, 3]);
    expect(await store.checkIndex()).toEqual({ units: 3, wrong: [] });
    expect((await found(store, 'Le procès se ferme.')).matches[0]).toEqual([1, 100]);
  });

  it('finds, in other words, the sentence that the one before leads to', async () => {
    const store = await openStore(512);
    const memory = await store.createMemory({ name: 'A' }, AT);
    const article = [
      unit(
        'Le tribunal de Lyon a condamné trois journalistes mardi.',
        'The Lyon court sentenced three reporters on Tuesday.',
      ),
      unit('La défense va faire appel.', 'The defence will appeal.'),
    ];
    const other = [
      unit('Le musée rouvre ses portes au public cet été.', 'The museum reopens to the public this summer.'),
      unit('La défense du château est en ruine.', 'The castle’s defence is in ruins.'),
    ];
    await store.addDocument(memory.id, { provenance: {}, units: other }, AT);
    const { unitIds } = await store.addDocument(memory.id, { provenance: {}, units: article }, AT);
    const query = { ...ask([memory], 'Ses avocats feront appel.'), minimumConfidence: 0 };
    const previous = ['Trois journalistes ont été condamnés mardi par le tribunal de Lyon.'];
    const confidence = async (given: Query) => {
      const { related } = await indexedRetrieval(store).find(given, { matches: false, related: true });
      expect(related[0]?.unitId).toBe(unitIds[1]);
      return related[0]?.confidence ?? 0;
    };
    expect(await confidence({ ...query, previous })).toBeGreaterThan(await confidence(query));
  });

  it.each([
    ['100,000 characters', 'Le juge entend les témoins. '.repeat(3600)],
    ['one word over and over', 'juge '.repeat(20_000)],
    ['a lone surrogate', 'Le juge \ud83d parle'],
    ['marks of direction', '\u202eLe\u202c juge\u200f parle'],
    ['NUL', 'Le juge\0parle'],
    ['emoji only', '🎉🎉🎉'],
    ['marks only', '?!… — «»'],
    ['white space', ' \t\n'],
  ])('answers to %s as looking at every unit does', async (_, text) => {
    const store = await openStore();
    const memory = await store.createMemory({ name: 'A' }, AT);
    await store.addUnits(memory.id, [unit('Le juge parle.', 'The judge speaks.'), unit('?!…', '?!…')], AT);
    const query = ask([memory], text);
    const tiers = { matches: true, related: false };
    const { matches } = await indexedRetrieval(store).find(query, tiers);
    expect(matches).toEqual((await exhaustiveRetrieval(store).find(query, tiers)).matches);
    expect((await indexedRetrieval(store).find(query, { matches: true, related: true })).matches).toEqual(matches);
  });
});
