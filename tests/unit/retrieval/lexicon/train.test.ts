import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { Language } from '../../../../memory/model/language.ts';
import { otherLanguage } from '../../../../memory/model/language.ts';
import type { Memory, NewUnit } from '../../../../memory/model/unit.ts';
import { indexedRetrieval } from '../../../../memory/retrieval/indexed.ts';
import { openSqliteStore } from '../../../../memory/store/sqlite/open.ts';
import type { Store } from '../../../../memory/store/store.ts';
import { stem } from '../../../../memory/text/stem/stem.ts';
import { isLexiconDue, learnLexicon } from '../../../../src/services/lexicon.ts';

const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
const clock = () => Date.parse(ACTOR.at);

/** Nouns and verbs that are combined, so that each stands beside many others. */
const NOUNS = [
  ['maire', 'mayor'],
  ['juge', 'judge'],
  ['syndicat', 'union'],
  ['ministre', 'minister'],
  ['pêcheur', 'fisherman'],
] as const;
const VERBS = [
  ['refuse', 'rejects'],
  ['approuve', 'approves'],
  ['retarde', 'delays'],
  ['publie', 'publishes'],
] as const;
const OBJECTS = [
  ['budget', 'budget'],
  ['rapport', 'report'],
  ['barrage', 'dam'],
  ['vote', 'ballot'],
] as const;

function unit(fr: string, en: string): NewUnit {
  return {
    fr: { language: 'fr', content: [fr] },
    en: { language: 'en', content: [en] },
    origin: { kind: 'human' },
    status: 'confirmed',
  };
}

const UNITS = NOUNS.flatMap(([noun, enNoun]) =>
  VERBS.flatMap(([verb, enVerb]) =>
    OBJECTS.map(([object, enObject]) =>
      unit(`Le ${noun} ${verb} le ${object}.`, `The ${enNoun} ${enVerb} the ${enObject}.`),
    ),
  ),
);

describe('learning a lexicon', () => {
  let store: Store;
  let memory: Memory;
  beforeEach(async () => {
    store = await openSqliteStore(':memory:');
    onTestFinished(() => store.close());
    memory = await store.createMemory({ name: 'Port' }, ACTOR);
    await store.addUnits(memory.id, UNITS, ACTOR);
  });

  async function translationOf(word: string, language: Language): Promise<number | undefined> {
    const [id = 0] = await store.wordIds(language, [word], [stem(word, language)]);
    return (await store.lexicon())?.translations(language, id >>> 8)[0]?.stem;
  }

  async function stemIn(language: Language, word: string): Promise<number> {
    const [id = 0] = await store.wordIds(language, [word], [stem(word, language)]);
    return id >>> 8;
  }

  it('finds what translates each word, from either side', async () => {
    const learnt = await learnLexicon(store, undefined, () => {}, clock);
    expect(learnt).toMatchObject({ units: UNITS.length });
    for (const [fr, en] of [...NOUNS, ...VERBS, ...OBJECTS]) {
      for (const [language, word, other] of [
        ['fr', fr, en],
        ['en', en, fr],
      ] as const) {
        expect(await translationOf(word, language), word).toBe(await stemIn(otherLanguage(language), other));
      }
    }
  });

  it('says how far it is, and what it is told meanwhile ends it with nothing kept', async () => {
    const seen: number[] = [];
    await learnLexicon(store, undefined, (done, total) => void seen.push(done / total), clock);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);

    const before = await store.lexiconVersion();
    const stop = () => {
      throw new Error('stopped');
    };
    await expect(learnLexicon(store, undefined, stop, clock)).rejects.toThrow('stopped');
    expect(await store.lexiconVersion()).toEqual(before);
  });

  it('learns from some memories alone', async () => {
    const other = await store.createMemory({ name: 'Ville' }, ACTOR);
    await store.addUnits(other.id, UNITS.slice(0, 4), ACTOR);
    expect(await learnLexicon(store, [other.id], () => {}, clock)).toMatchObject({ units: 4 });
    const empty = await store.createMemory({ name: 'Vide' }, ACTOR);
    expect(await learnLexicon(store, [empty.id], () => {}, clock)).toEqual({ units: 0, pairs: 0 });
  });

  it('finds a sentence by a synonym that only the other language shows to be one', async () => {
    await store.addUnits(memory.id, [unit('L’édile approuve le barrage.', 'The mayor approves the dam.')], ACTOR);
    await store.addUnits(memory.id, [unit('L’édile retarde le vote.', 'The mayor delays the ballot.')], ACTOR);
    await learnLexicon(store, undefined, () => {}, clock);
    const { related } = await indexedRetrieval(store).find(
      {
        content: ['L’édile publie son rapport.'],
        sourceLanguage: 'fr',
        targetLanguage: 'en',
        memories: [memory],
        minimumRate: 100,
        minimumConfidence: 0,
        limit: 1,
      },
      { matches: false, related: true },
    );
    expect(related[0]?.target).toEqual(['The mayor publishes the report.']);
  });

  it('is due where there are many units and none was learnt, and again when they are many more', async () => {
    expect(await isLexiconDue(store)).toBe(false);
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => unit(`Le quai ${from + at} ferme.`, `Quay ${from + at} closes.`));
    await store.addUnits(memory.id, many(0, 2000), ACTOR);
    expect(await isLexiconDue(store)).toBe(true);
    await learnLexicon(store, undefined, () => {}, clock);
    expect(await isLexiconDue(store)).toBe(false);
    await store.addUnits(memory.id, many(2000, 2500), ACTOR);
    expect(await isLexiconDue(store)).toBe(true);
  });
});
