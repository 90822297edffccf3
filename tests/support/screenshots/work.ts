import { type Client, createClient } from '../../../src/contract/client.ts';
import { accountsIn, signIn, somebody } from '../accounts.ts';
import { HARBOUR } from '../fixtures.ts';
import type { RunningServer } from '../server.ts';

/** What an installation in use has, by what of it is shown. */
export interface Work {
  readonly memoryId: number;
  readonly masterId: number;
  readonly articleId: number;
  readonly unitId: number;
  readonly reviewId: number;
  readonly projectId: number;
  readonly documentId: number;
  /** A document of many segments, some of them long, in the other direction. */
  readonly longProjectId: number;
  readonly longDocumentId: number;
  readonly emptyProjectId: number;
}

/** Nothing in it can be broken between letters that belong together. */
const LONG_WORD = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';

/** Fills an installation: an article pair, terms, a translation under way with comments, and what tries the pages’ patience. */
export async function workUnderWay(url: string): Promise<Work> {
  const call = createClient(url);
  const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01' };
  const { memoryId, documentId: articleId } = await call('importArticle', {
    body: { fr: HARBOUR.fr, en: HARBOUR.en, provenance },
  });
  const { id: masterId } = await call('createMemory', { body: { name: `Checked ${LONG_WORD}` } });
  const [unit] = (await call('listUnits', { query: { memory: memoryId, limit: 1 } })).items;
  const review = await call('createReview', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'News' } });
  await addTerms(call);
  const under = await projectUnderWay(call);
  const long = await longProject(call);
  const empty = await call('createProject', {
    body: { name: 'The election night', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  await call('checkMemory', { params: { id: memoryId } });
  await call('pretranslateProject', { params: { id: under.projectId }, body: {} });
  return {
    memoryId,
    masterId,
    articleId: articleId ?? 0,
    unitId: unit?.id ?? 0,
    reviewId: review.id,
    ...under,
    longProjectId: long.projectId,
    longDocumentId: long.documentId,
    emptyProjectId: empty.id,
  };
}

async function addTerms(call: Client): Promise<void> {
  const { id: termbaseId } = await call('createTermbase', { body: { name: 'Harbour' } });
  const terms = [
    ['quai nord', 'north quay', 'north dock'],
    ['mairie', 'town hall', 'city hall'],
    ['étude acoustique', 'noise study', undefined],
  ] as const;
  for (const [fr, en, forbidden] of terms) {
    const text = { language: 'en' as const };
    await call('createTerm', {
      body: {
        termbaseId,
        ...(fr === 'mairie' && { definition: 'The building, and by extension those who govern a commune from it.' }),
        terms: [
          { language: 'fr', text: fr },
          { ...text, text: en, status: 'preferred' },
          ...(forbidden === undefined ? [] : [{ ...text, text: forbidden, status: 'forbidden' as const }]),
        ],
      },
    });
  }
}

/** The follow-up of the article, three segments confirmed from what the memory knows. */
async function projectUnderWay(call: Client) {
  const { id: projectId } = await call('createProject', {
    body: { name: 'Ferry, the day before', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const params = { id: projectId };
  const body = { name: 'ferry.fr.txt', text: HARBOUR.followUp };
  const { id: documentId } = await call('addProjectDocument', { params, body });
  for (const name of ['captions.fr.txt', 'box.fr.txt']) {
    await call('addProjectDocument', {
      params,
      body: { name, text: 'Le quai nord est fermé. Les riverains attendent.' },
    });
  }
  const { items } = await call('listSegments', { params: { ...params, documentId } });
  for (const { id, version } of items.slice(0, 3)) {
    const { matches } = await call('segmentSuggestions', { params: { id } });
    const [best] = matches;
    if (best === undefined) continue;
    const origin = { kind: 'match', match: best.kind, rate: best.rate, unitId: best.unitId } as const;
    await call('confirmSegment', { params: { id }, body: { version, target: [...best.target], origin } });
  }
  const commented = items[8];
  if (commented) {
    const comment = { text: '@desk Which town hall is meant, the old one or the new? The association names both.' };
    await call('addComment', { params: { id: commented.id }, body: comment });
    await call('addComment', { params: { id: commented.id }, body: { text: 'The old one.' } });
  }
  return { projectId, documentId };
}

async function longProject(call: Client) {
  const { id: projectId } = await call('createProject', {
    body: { name: `${LONG_WORD} and what came of it, in three parts`, sourceLanguage: 'en', targetLanguage: 'fr' },
  });
  const sentences = Array.from({ length: 1_500 }, (_, n) =>
    n % 7 === 3
      ? `The ${LONG_WORD} was repealed in ${1950 + (n % 70)}, “not a day too soon”, as one of ${n + 2} members of the assembly said: it had cost more than it brought, and nobody could say its name in one breath.`
      : `The harbour was opened ${n + 2} times.`,
  );
  const body = { name: `${LONG_WORD}.txt`, text: sentences.join('\n') };
  const { id: documentId } = await call('addProjectDocument', { params: { id: projectId }, body });
  return { projectId, documentId };
}

/** Has an installation ask for names from now on. @returns what Ada, who may everything, sends as cookies */
export async function someAccounts(server: RunningServer) {
  const accounts = accountsIn(server);
  await accounts.people.create(somebody('Ada', 'administrator'));
  await accounts.people.create(somebody('Tim', 'translator'));
  await accounts.close();
  const { cookie } = await signIn(server.url, 'Ada');
  return cookie.split('; ').map((one) => ({
    name: one.slice(0, one.indexOf('=')),
    value: one.slice(one.indexOf('=') + 1),
  }));
}
