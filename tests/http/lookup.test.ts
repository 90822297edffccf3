import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentText } from '../../memory/model/inline.ts';
import type { ServedApi } from '../support/api.ts';
import { problemOf, serveApi } from '../support/api.ts';
import { startDeepLServer } from '../support/deepl-server.ts';
import { HARBOUR } from '../support/fixtures.ts';

let api: ServedApi;
let memory: number;

beforeAll(async () => {
  api = await serveApi();
  const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01', url: 'https://example.org/ferry' };
  const { fr, en } = HARBOUR;
  const imported = await api.call('importArticle', { body: { fr, en, memory: 'Harbour', provenance } });
  memory = imported.memoryId;
});
afterAll(() => api?.stop());

const TO_ENGLISH = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;

function lookup(text: string, more: object = {}) {
  return api.call('lookup', { body: { ...TO_ENGLISH, text, ...more } });
}

describe('POST /api/v1/lookup', () => {
  it('gives a stored sentence back with where it comes from', async () => {
    const { matches } = await lookup('Son premier hall sera prêt en mars.');
    expect(matches[0]).toMatchObject({
      kind: 'exact',
      grossRate: 100,
      target: ['Its first hall will be ready in March.'],
      diff: [{ op: 'equal', text: 'Son premier hall sera prêt en mars.' }],
      warnings: [],
      original: 'target',
      memory: { id: memory, name: 'Harbour' },
      origin: { kind: 'alignment' },
      provenance: {
        publication: 'Le Port en ligne',
        publishedOn: '2023-02-01',
        translator: 'Rédaction du Port',
        credit: 'Traduit de l’anglais (original) par Rédaction du Port.',
        originalLanguage: 'en',
      },
    });
    for (const field of ['unitId', 'rate', 'penalties', 'createdAt', 'changedAt'])
      expect(matches[0]).toHaveProperty(field);
  });

  it('knows the context of a sentence between its own neighbours', async () => {
    const { matches } = await lookup('Son premier hall sera prêt en mars.', {
      previous: 'Le nouveau terminal coûtera 23,4\u00a0millions d’euros, dont 40\u00a0% à la charge de la région.',
      next: 'Le second, avec un restaurant et une consigne, suivra en 2024.',
    });
    expect(matches[0]).toMatchObject({ kind: 'context', grossRate: 101 });
  });

  it('finds what differs a little, shows the difference and warns of what a rate hides', async () => {
    const { matches } = await lookup(
      'Leur association a demandé à la mairie une étude sur le bruit\u202f; elle a reçu une réponse.',
    );
    expect(matches[0]?.kind).toBe('fuzzy');
    expect(matches[0]?.rate).toBeLessThan(100);
    expect(matches[0]?.warnings).toContainEqual(expect.objectContaining({ kind: 'negation' }));
    const parts = matches[0]?.diff ?? [];
    const side = (skipped: string) =>
      parts
        .filter(({ op }) => op !== skipped)
        .map(({ text }) => text)
        .join('');
    expect(side('delete')).toBe(
      'Leur association a demandé à la mairie une étude sur le bruit\u202f; elle a reçu une réponse.',
    );
    expect(side('insert')).toBe(contentText(matches[0]?.source ?? []));
  });

  it('adapts a match of which only the number differs, and says what it replaced', async () => {
    const { matches } = await lookup(
      'Selon une étude commandée par le port, 110\u202f000 passagers sont attendus la première année.',
    );
    expect(matches[0]).toMatchObject({
      kind: 'adapted',
      target: ['According to a study commissioned by the port, 110,000 passengers are expected in the first year.'],
      adapted: [{ kind: 'number', from: '95,000', to: '110,000' }],
    });
    expect(matches[0]?.rate).toBeLessThan(100);
  });

  it('offers what says it in other words as related, never as a match', async () => {
    const { matches, related } = await lookup(
      'Quant à l’hiver, la compagnie attendra la fin de la première saison avant de décider.',
      { minimumRate: 70 },
    );
    expect(matches).toEqual([]);
    expect(related[0]?.target).toEqual(['The company says it will decide in October, once the first season is over.']);
    expect(related[0]?.confidence).toBeGreaterThan(0);
    expect(related[0]?.confidence).toBeLessThanOrEqual(1);
  });

  it('gives the pieces of a text that are stored, each with its own translation', async () => {
    const text = 'Hier soir, le quai nord et la mairie ont souhaité faire un geste.';
    const { fragments } = await lookup(text, { tiers: ['fragments'] });
    const fragment = fragments.find((one) => one.text === 'quai nord');
    expect(fragment).toMatchObject({
      translation: 'north quay',
      memory: { id: memory, name: 'Harbour' },
      original: 'target',
      provenance: { translator: 'Rédaction du Port', credit: 'Traduit de l’anglais (original) par Rédaction du Port.' },
    });
    expect(text.slice(fragment?.range.start, fragment?.range.end)).toBe('quai nord');
    const target = contentText((fragment?.target ?? []) as readonly string[]);
    expect(target.slice(fragment?.targetRange.start, fragment?.targetRange.end)).toBe('north quay');
  });

  it('finds nothing where nothing is similar', async () => {
    expect(await lookup('Un feu d’artifice sera tiré samedi soir depuis la jetée.')).toMatchObject({ matches: [] });
  });

  it('serves the other direction from the same memory', async () => {
    const { matches } = await api.call('lookup', {
      body: { text: 'Will the line run in winter?', sourceLanguage: 'en-GB', targetLanguage: 'fr-FR' },
    });
    expect(matches[0]).toMatchObject({ target: ['La ligne fonctionnera-t-elle en hiver\u202f?'], original: 'source' });
  });

  it('answers the same thing in the same order every time', async () => {
    const text = 'Contactée jeudi, la mairie n’a pas souhaité faire de commentaire.';
    const first = await lookup(text, { minimumRate: 50, limit: 50 });
    expect(await lookup(text, { minimumRate: 50, limit: 50 })).toEqual(first);
  });

  it('keeps to the tiers, the limit and the rate that are asked for', async () => {
    const text = 'Son premier hall sera prêt en avril.';
    const matchesOnly = await lookup(text, { tiers: ['matches'], limit: 1, minimumRate: 50 });
    expect(matchesOnly.matches).toHaveLength(1);
    expect(matchesOnly.related).toEqual([]);
    expect((await lookup(text, { tiers: ['related'] })).matches).toEqual([]);
    expect((await lookup(text, { minimumRate: 101 })).matches).toEqual([]);
  });
});

describe('a lookup that is asked wrongly', () => {
  it.each([
    ['an empty text', { text: '  ' }, 422, 'empty-text', 'text'],
    ['one language twice', { text: 'Oui.', targetLanguage: 'fr-CA' }, 422, 'same-language', 'targetLanguage'],
    ['an unknown language', { text: 'Ja.', sourceLanguage: 'de' }, 422, 'unknown-language', 'body.sourceLanguage'],
    ['a rate out of range', { text: 'Oui.', minimumRate: 150 }, 400, 'bad-request', 'body.minimumRate'],
    ['a confidence over 1', { text: 'Oui.', minimumConfidence: 2 }, 400, 'bad-request', 'body.minimumConfidence'],
    ['a rate of zero', { text: 'Oui.', minimumRate: 0 }, 400, 'bad-request', 'body.minimumRate'],
    ['a field that is not there', { text: 'Oui.', minimumrate: 70 }, 400, 'bad-request', 'body'],
    ['a text that is a number', { text: 7 }, 400, 'bad-request', 'body.text'],
    ['a text that is too long', { text: 'a'.repeat(100_000) }, 400, 'bad-request', 'body.text'],
  ])('%s is refused with its name', async (_, more, status, code, where) => {
    const problem = await problemOf(api.call('lookup', { body: { ...TO_ENGLISH, ...more } as never }));
    expect(problem).toMatchObject({ status, code, where });
  });

  it('names a memory that is not there', async () => {
    const problem = await problemOf(lookup('Oui.', { memories: [999] }));
    expect(problem).toMatchObject({ status: 404, code: 'not-found', detail: expect.stringContaining('999') });
  });

  it.each([
    ['lone surrogates', '\ud800 sera prêt \udfff'],
    ['right-to-left marks', '\u202eSon premier\u202c hall'],
    ['a NUL', 'Son premier\u0000 hall'],
    ['emoji alone', '🚢🚢🚢'],
    ['punctuation alone', '… ! ?'],
  ])('%s are answered, not failed on', async (_, text) => {
    expect(await lookup(text)).toHaveProperty('matches');
  });
});

describe('a lookup that names the machine tier', () => {
  it('asks DeepL with the sentence before as context, and only then', async () => {
    const deepl = await startDeepLServer(() => ['The sea is calm.']);
    const served = await serveApi({ env: { DEEPL_AUTH_KEY: 'a-key:fx', DEEPL_SERVER_URL: deepl.url } });
    try {
      const body = { ...TO_ENGLISH, text: 'La mer est calme.', previous: 'Le ferry part.' };
      expect((await served.call('lookup', { body })).machine).toEqual([]);
      expect(deepl.calls).toEqual([]);
      const { machine } = await served.call('lookup', { body: { ...body, tiers: ['machine'] } });
      expect(machine).toEqual([{ engine: 'DeepL', target: ['The sea is calm.'], characters: 17 }]);
      expect(deepl.calls).toMatchObject([{ texts: ['La mer est calme.'], context: 'Le ferry part.' }]);
    } finally {
      await served.stop();
      await deepl.stop();
    }
  });

  it('says why there is no translation, and answers the rest', async () => {
    const deepl = await startDeepLServer(() => 456);
    const served = await serveApi({ env: { DEEPL_AUTH_KEY: 'a-key:fx', DEEPL_SERVER_URL: deepl.url } });
    try {
      const body = { ...TO_ENGLISH, text: 'La mer est calme.', tiers: ['matches' as const, 'machine' as const] };
      const { machine, matches } = await served.call('lookup', { body });
      expect(machine).toEqual([{ engine: 'DeepL', problem: expect.stringMatching(/limit/), characters: 0 }]);
      expect(matches).toEqual([]);
    } finally {
      await served.stop();
      await deepl.stop();
    }
  });
});
