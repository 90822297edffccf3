import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Memory, NewUnit } from '../../../memory/model/unit.ts';
import { indexedRetrieval } from '../../../memory/retrieval/indexed.ts';
import type { Findings, Query, Retrieval } from '../../../memory/retrieval/retrieval.ts';
import { openSqliteStore } from '../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../memory/store/store.ts';
import type { Opened } from '../../../src/threads/opened.ts';
import { openSharded } from '../../../src/threads/sharded.ts';
import { newDatabase } from '../../support/database.ts';
import { databaseOn, runSql, type StartedPostgres, startPostgres } from '../../support/postgres.ts';
import { actor, at, makeWork, nth, rejection, segment, unit } from '../contract/samples.ts';

const SUBJECTS = ['Le procès', 'La ministre', 'Le juge', 'Une journaliste', 'Le parti', 'Un témoin', 'La commission'];
const VERBS = ['annonce', 'refuse', 'attend', 'commente', 'publie', 'critique'];
const OBJECTS = ['la décision', 'un rapport', 'les résultats du vote', 'une enquête', 'le budget de 2021', 'la trêve'];

/** Changed one after the other, so that no two of them are of one rank. */
let minute = 0;
function pair(fr: string, en: string): NewUnit {
  minute += 1;
  return unit(fr, en, { createdAt: at(minute), changedAt: at(minute) });
}

/** Documents of seven sentences, no two alike. */
const DOCUMENTS = VERBS.flatMap((verb) =>
  OBJECTS.map((object) => ({
    provenance: { title: `${verb} ${object}`, publication: 'La Presse' },
    units: SUBJECTS.map((subject) => pair(`${subject} ${verb} ${object}.`, `${object} / ${verb} / ${subject}.`)),
  })),
);
const LOOSE: readonly NewUnit[] = Array.from({ length: 30 }, (_, number) =>
  pair(`La séance numéro ${number} est levée à ${number % 24} heures.`, `Session ${number} closes at ${number % 24}.`),
);
const TEXTS = [
  'Le procès annonce la décision.',
  'La ministre refuse le rapport.',
  'Un témoin publie une enquête, dit-on.',
  'La séance numéro 7 est levée à 8 heures.',
  'Le budget de 2022 attend.',
];
const REWORDED = ['On a levé à 9 heures la séance qui portait le numéro 9.', 'Une enquête : un témoin en publie.'];

let servers: readonly StartedPostgres[];
let database: string;
let urls: readonly string[];

beforeAll(async () => {
  servers = await Promise.all([1, 2, 3].map(() => startPostgres()));
  const { url, prefix } = inject('postgres');
  database = databaseOn(url, `${prefix}_sharded`);
  await runSql(url, `CREATE DATABASE ${prefix}_sharded`);
  urls = servers.map((server) => server.url);
}, 60_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
});

async function opened<T>(work: (installation: Opened) => Promise<T>, required = false): Promise<T> {
  const installation = await openSharded(database, { urls, required });
  try {
    return await work(installation);
  } finally {
    await installation.store.close();
  }
}

async function fill(store: Store): Promise<Memory> {
  const memory = await store.createMemory({ name: 'Archive' }, actor());
  await store.addDocuments(memory.id, DOCUMENTS, actor());
  await store.addUnits(memory.id, LOOSE, actor());
  return store.getMemory(memory.id);
}

function asked(memories: readonly Memory[], text: string): Query {
  return { content: [text], sourceLanguage: 'fr', targetLanguage: 'en', memories, minimumRate: 50, limit: 5 };
}

/** The matches, but for the numbers of rows. */
async function matched(retrieval: Retrieval, memories: readonly Memory[], text: string) {
  const { matches } = await retrieval.find(asked(memories, text), { matches: true, related: false });
  return matches.map(({ rate, kind, source, provenance }) => ({ rate, kind, source, provenance }));
}

async function firstRelated(retrieval: Retrieval, memories: readonly Memory[], text: string) {
  const { related } = await retrieval.find(asked(memories, text), { matches: false, related: true });
  return related[0]?.source;
}

const TIERS = { matches: true, related: true, fragments: true };

describe('an installation on three servers', () => {
  it('spreads units and answers as one database does', () =>
    opened(async ({ store, retrieval, concordance }) => {
      const memory = await fill(store);
      expect(memory.unitCount).toBe(DOCUMENTS.length * 7 + LOOSE.length);
      for (const url of urls) {
        const [{ units = 0 } = {}] = await runSql<{ units: number }>(
          url,
          'SELECT count(*)::integer AS units FROM units',
        );
        expect(units).toBeGreaterThan(memory.unitCount / 6);
      }
      const one = await openSqliteStore(':memory:');
      const alone = await fill(one);
      const single = indexedRetrieval(one);
      for (const text of TEXTS) {
        expect(await matched(retrieval, [memory], text), text).toEqual(await matched(single, [alone], text));
      }
      for (const text of REWORDED) {
        expect(await firstRelated(retrieval, [memory], text), text).toEqual(await firstRelated(single, [alone], text));
      }
      await one.close();

      const query = {
        ...{ text: 'procès', languages: ['fr'] as const, mode: 'words' as const, within: 10 },
        ...{ memories: [memory], conditions: {}, limit: 10 },
      };
      const hits: number[] = [];
      let page = await concordance.find(query);
      expect(page.total).toEqual({ count: DOCUMENTS.length, exact: true });
      for (;;) {
        hits.push(...page.items.map(({ unitId }) => unitId));
        if (page.next === undefined) break;
        page = await concordance.find({ ...query, cursor: page.next });
      }
      expect(new Set(hits).size).toBe(DOCUMENTS.length);
      expect(hits).toHaveLength(DOCUMENTS.length);

      const listed: number[] = [];
      for (let cursor: string | undefined = '0'; cursor !== undefined; ) {
        const units = await store.listUnits({ memoryId: memory.id }, { cursor, limit: 100 });
        listed.push(...units.items.map(({ id }) => id));
        cursor = units.next;
      }
      expect(listed).toHaveLength(memory.unitCount);
      expect(listed).toEqual([...new Set(listed)].sort((a, b) => a - b));
      expect(await store.checkIndex()).toMatchObject({ units: memory.unitCount, wrong: [] });
    }));

  it('finds a document again, takes changes back, and writes what is confirmed', () =>
    opened(async ({ store, retrieval }) => {
      const memory = nth(await store.listMemories(), 0);
      const again = await store.addDocuments(memory.id, DOCUMENTS, actor(1));
      expect(again.reduce((sum, { added }) => sum + added, 0)).toBe(0);

      const first = nth((await store.listUnits({ memoryId: memory.id }, { limit: 1 })).items, 0);
      await store.deleteUnit(first.id, first.version, actor(2));
      await rejection(store.getUnit(first.id), 'not-found');
      expect((await store.undoUnit(first.id, actor(3))).id).toBe(first.id);

      const units = (await store.listUnits({ memoryId: memory.id }, { limit: 20 })).items;
      const batch = await store.openBatch({ memoryId: memory.id, kind: 'repair', about: {} }, actor(4));
      const steps = units.map(({ id, version }) => ({ does: 'delete', id, version }) as const);
      expect(await store.changeUnits(batch.id, steps, 'refuse', actor(4))).toEqual({ changed: 20, refused: [] });
      expect((await store.listBatches(memory.id, { limit: 10 })).items).toMatchObject([{ id: batch.id, units: 20 }]);
      expect(await store.undoBatch(batch.id, 1000, actor(5))).toMatchObject({ units: 20, undone: 20 });

      const { segments } = await makeWork(store, [segment('Nul ne sait où va la caravane.')]);
      const { id, version } = nth(segments, 0);
      const change = { target: ['Nobody knows where the caravan goes.'], origin: { kind: 'human' } } as const;
      const { unitId = 0 } = await store.confirmSegment(id, version, change, actor(6));
      expect((await store.getUnit(unitId)).unit.en.content).toEqual(change.target);
      const memories = await store.listMemories();
      const { matches } = await retrieval.find(asked(memories, 'Nul ne sait où va la caravane.'), TIERS);
      expect(matches[0]).toMatchObject({ unitId, rate: 100 });
      expect((await store.checkIndex()).wrong).toEqual([]);
    }));

  it(
    'says what is missing while a server is away, or fails where that is wanted',
    () =>
      opened(async ({ store, retrieval, concordance }) => {
        const memories = await store.listMemories();
        const find = (): Promise<Findings> => retrieval.find(asked(memories, 'Le procès annonce la décision.'), TIERS);
        expect((await find()).missing).toBeUndefined();
        const [, gone] = servers;
        await gone?.halt();

        const partial = await find();
        expect(partial.missing).toEqual([expect.stringContaining(new URL(gone?.url ?? '').host)]);
        expect(partial.matches.length).toBeGreaterThan(0);
        const page = await concordance.find({
          ...{ text: 'procès', languages: ['fr'], mode: 'words', within: 10 },
          ...{ memories, conditions: {}, limit: 10 },
        });
        expect(page.missing).toHaveLength(1);
        await rejection(store.listUnits({}, { limit: 10 }), 'database-unreachable');
        await opened(async (other) => expect((await other.store.listMemories()).length).toBe(memories.length));
        await rejection(
          opened(async () => {}, true),
          'database-unreachable',
        );

        await gone?.goOn();
        await expect.poll(async () => (await find()).missing, { timeout: 20_000, interval: 200 }).toBeUndefined();
        expect((await store.listUnits({}, { limit: 10 })).items).toHaveLength(10);
      }),
    60_000,
  );

  it('is opened with all its databases in their order alone', async () => {
    const [one = '', other = '', third = ''] = urls;
    const refused = async (named: readonly string[], says: string) => {
      const error = await rejection(openSharded(database, { urls: named, required: false }), 'bad-configuration');
      expect(error.message).toContain(says);
    };
    await refused([other, one, third], 'of an installation');
    await refused([one, other], 'in 3 other databases');
    await refused([one, other, third, (await full()).url], 'keeps units itself');
  });

  /** A database that keeps units already. */
  async function full(): Promise<{ readonly url: string }> {
    const { openPostgresStore } = await import('../../../memory/store/postgres/open.ts');
    const place = await newDatabase();
    const store = await openPostgresStore(place.url);
    const memory = await store.createMemory({ name: 'Presse' }, actor());
    await store.addUnits(memory.id, LOOSE, actor());
    await store.close();
    return place;
  }
});
