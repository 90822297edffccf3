import { vi } from 'vitest';
import type { Client } from '../../src/contract/client.ts';
import type { OperationName, ROUTES } from '../../src/contract/routes.ts';
import { HARBOUR } from './fixtures.ts';
import { zip } from './office.ts';

/** A call of an operation, as it is sent. */
export interface Call {
  readonly params?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string | number>>;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly file?: string | Uint8Array<ArrayBuffer>;
}

/** The operations that make or change something; `announcePresence` says something that is forgotten in a moment. */
export type ChangingName = Exclude<
  { [O in OperationName]: (typeof ROUTES)[O]['method'] extends 'GET' ? never : O }[OperationName],
  'lookup' | 'lookupBatch' | 'previewTable' | 'pretranslate' | 'validate' | 'announcePresence'
>;

const LANGUAGES = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;
const HUMAN = { kind: 'human' } as const;
/** Enough for two pairs of terms to be found in. */
const TERMS = [
  ['La liste noire est publiée.', 'The blacklist is published.'],
  ['Une liste noire circule.', 'A blacklist is going around.'],
  ['Ils sont sur la liste noire.', 'They are on the blacklist.'],
  ['Le cessez-le-feu est rompu.', 'The ceasefire is broken.'],
  ['Un cessez-le-feu approche.', 'A ceasefire is coming.'],
  ['Ils veulent le cessez-le-feu.', 'They want the ceasefire.'],
] as const;

/**
 * A call of each operation that changes anything, good to be made once: on things that are made for it, so that no two are the
 * same.
 * @param read what is at an address of the API that answers no JSON
 */
export function changingCalls(
  call: Client,
  read: (path: string) => Promise<Uint8Array<ArrayBuffer>>,
): { readonly [O in ChangingName]: () => Promise<Call> } {
  let made = 0;
  const next = (): number => ++made;
  const of = (id: string | number): Call => ({ params: { id } });
  const pair = (fr: string, en: string) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  });
  const newPair = () => {
    const number = next();
    return pair(`Le navire ${number} quitte le quai.`, `Ship ${number} leaves the quay.`);
  };

  const memory = async () => (await call('createMemory', { body: { name: `Memory ${next()}` } })).id;
  const unitIn = async (memoryId: number) =>
    (await call('createUnits', { body: { memoryId, units: [newPair()] } })).unitIds[0] ?? 0;
  const unit = async () => unitIn(await memory());
  const filled = async () => {
    const id = await memory();
    await unitIn(id);
    return id;
  };
  const flagged = async () => {
    const id = await memory();
    return { id, units: [{ id: await unitIn(id), version: 1 }] };
  };
  const termbase = async () => (await call('createTermbase', { body: { name: `Termbase ${next()}` } })).id;
  const newTerm = (termbaseId: number) => ({
    termbaseId,
    terms: [{ language: 'fr', text: `quai ${next()}` }],
  });
  const term = async () => (await call('createTerm', { body: newTerm(await termbase()) })).id;
  const article = (name: string) => ({ fr: HARBOUR.fr, en: HARBOUR.en, memory: name });
  const review = async () => (await call('createReview', { body: article(`Reviewed ${next()}`) })).id;
  const newProject = () => ({ name: `Project ${next()}`, ...LANGUAGES, memories: [] });
  const project = async () => (await call('createProject', { body: newProject() })).id;
  const newDocument = () => ({ name: `Document ${next()}`, text: 'Le port rouvre lundi. Le quai reste fermé.' });
  const document = async (id: number) => (await call('addProjectDocument', { params: { id }, body: newDocument() })).id;
  const segment = async () => {
    const id = await project();
    const params = { id, documentId: await document(id) };
    return (await call('listSegments', { params })).items[0]?.id ?? 0;
  };
  const target = { version: 1, target: 'The port reopens on Monday.', origin: HUMAN };
  const person = async () => {
    const name = `Person ${next()}`;
    const email = `person-${made}@example.org`;
    return (await call('createPerson', { body: { name, email, role: 'reader' } })).id;
  };
  const key = async (): Promise<Call> => ({
    body: { personId: await person(), name: `Key ${next()}`, role: 'reader' },
  });
  let extracted: Promise<number> | undefined;
  const extract = async () => {
    const memoryId = await memory();
    const id = await termbase();
    const units = TERMS.map(([fr, en]) => pair(fr, en));
    await call('createUnits', { body: { memoryId, units } });
    await call('extractTerms', { params: { id }, body: { memory: memoryId } });
    return id;
  };
  const candidate = async () => {
    extracted ??= extract();
    const id = await extracted;
    return vi.waitFor(
      async () => {
        const [open] = (await call('listTermCandidates', { params: { id }, query: {} })).items;
        if (open === undefined) throw new Error('Nothing was found yet.');
        return open.id;
      },
      { timeout: 60_000, interval: 20 },
    );
  };
  const table = () => `fr,en\nLe navire ${next()} part.,Ship ${made} leaves.\n`;

  return {
    createMemory: async () => ({ body: { name: `Memory ${next()}` } }),
    changeMemory: async () => ({ ...of(await memory()), body: { penalty: 1 } }),
    deleteMemory: async () => of(await memory()),
    createUnits: async () => ({ body: { memoryId: await memory(), units: [newPair()] } }),
    changeUnit: async () => ({ ...of(await unit()), body: { version: 1, note: 'Looked at.' } }),
    deleteUnit: async () => ({ ...of(await unit()), query: { version: 1 } }),
    async undoUnit() {
      const id = await unit();
      await call('changeUnit', { params: { id }, body: { version: 1, note: 'Once.' } });
      await call('changeUnit', { params: { id }, body: { version: 2, note: 'Twice.' } });
      return of(id);
    },
    replaceInMemory: async () => ({ ...of(await filled()), body: { find: 'quai', replacement: 'port' } }),
    deleteUnits: async () => ({ ...of(await filled()), body: { text: 'quai' } }),
    promoteUnits: async () => ({ ...of(await filled()), body: { into: await memory() } }),
    checkMemory: async () => of(await filled()),
    async repairUnits() {
      const { id, units } = await flagged();
      return { ...of(id), body: { repair: 'flag', units } };
    },
    async undoBatch() {
      const { id, units } = await flagged();
      return of((await call('repairUnits', { params: { id }, body: { repair: 'flag', units } })).batch.id);
    },
    async changeDocument() {
      const { documentId } = await call('importArticle', { body: article(`Imported ${next()}`) });
      return { ...of(documentId), body: { provenance: { publication: 'Echo' } } };
    },

    createTermbase: async () => ({ body: { name: `Termbase ${next()}` } }),
    changeTermbase: async () => ({ ...of(await termbase()), body: { name: `Renamed ${next()}` } }),
    deleteTermbase: async () => of(await termbase()),
    createTerm: async () => ({ body: newTerm(await termbase()) }),
    changeTerm: async () => ({ ...of(await term()), body: { version: 1, note: 'Looked at.' } }),
    deleteTerm: async () => ({ ...of(await term()), query: { version: 1 } }),
    async undoTerm() {
      const id = await term();
      await call('changeTerm', { params: { id }, body: { version: 1, note: 'Once.' } });
      await call('changeTerm', { params: { id }, body: { version: 2, note: 'Twice.' } });
      return of(id);
    },
    extractTerms: async () => ({ ...of(await termbase()), body: { memory: await filled() } }),
    decideTermCandidate: async () => ({ ...of(await candidate()), body: { decision: 'accept' } }),

    importArticle: async () => ({ body: article(`Imported ${next()}`) }),
    async importArticles() {
      const files = [
        { name: 'a.fr.txt', data: HARBOUR.fr },
        { name: 'a.en.txt', data: HARBOUR.en },
      ];
      return { query: { memory: `Archive ${next()}` }, file: new Uint8Array(zip(...files)) };
    },
    importTmx: async () => ({ query: { memory: `TMX ${next()}` }, file: tmx(`Le navire ${made}.`, `Ship ${made}.`) }),
    importFile: async () => ({ query: { name: 'pairs.csv', memory: `Table ${next()}` }, file: table() }),
    importTerms: async () => ({ query: { name: 'terms.csv', termbase: `Terms ${next()}` }, file: table() }),
    importXliff: async () => ({ query: { name: `Harbour ${next()}.xlf` }, file: xliff(`Le navire ${made}.`) }),
    async importRevision() {
      const id = await project();
      await document(id);
      return { ...of(id), file: await read(`/api/v1/exports?project=${id}&format=revision`) };
    },
    async pretranslateProject() {
      const id = await project();
      await document(id);
      return { ...of(id), body: {} };
    },

    createReview: async () => ({ body: article(`Reviewed ${next()}`) }),
    takeReviewSteps: async () => ({
      ...of(await review()),
      body: { version: 1, steps: [{ kind: 'accept', bead: 1 }] },
    }),
    changeReview: async () => ({ ...of(await review()), body: { version: 1, memory: `Elsewhere ${next()}` } }),
    async finishReview() {
      const id = await review();
      await call('takeReviewSteps', { params: { id }, body: { version: 1, steps: [{ kind: 'accept', bead: 1 }] } });
      return { ...of(id), body: { version: 2 } };
    },
    deleteReview: async () => of(await review()),

    createProject: async () => ({ body: newProject() }),
    changeProject: async () => ({ ...of(await project()), body: { name: `Renamed ${next()}` } }),
    deleteProject: async () => of(await project()),
    addProjectDocument: async () => ({ ...of(await project()), body: newDocument() }),
    async deleteProjectDocument() {
      const id = await project();
      return { params: { id, documentId: await document(id) } };
    },
    saveSegment: async () => ({ ...of(await segment()), body: target }),
    confirmSegment: async () => ({ ...of(await segment()), body: target }),
    splitSegment: async () => ({ ...of(await segment()), body: { version: 1, at: 8 } }),
    joinSegments: async () => ({ ...of(await segment()), body: { version: 1, nextVersion: 1 } }),
    async unconfirmSegment() {
      const id = await segment();
      await call('confirmSegment', { params: { id }, body: target });
      return { ...of(id), body: { version: 2 } };
    },
    addComment: async () => ({ ...of(await segment()), body: { text: `Which pier? (${next()})` } }),
    async deleteComment() {
      const id = await segment();
      return of((await call('addComment', { params: { id }, body: { text: 'Which pier?' } })).id);
    },
    translateSegment: async () => of(await segment()),

    cancelJob: async () => of((await call('checkMemory', { params: { id: await filled() } })).id),
    rebuildIndex: async () => ({}),
    changeMachine: async () => ({ body: { monthlyLimit: next() } }),

    createPerson: async () => ({
      body: { name: `Person ${next()}`, email: `person-${made}@example.org`, role: 'reader' },
    }),
    changePerson: async () => ({ ...of(await person()), body: { role: 'translator' } }),
    invitePerson: async () => of(await person()),
    setRight: async () => ({ body: { place: { memory: await memory() }, role: 'none' } }),
    removeRight: async () =>
      of((await call('setRight', { body: { place: { memory: await memory() }, role: 'none' } })).id),
    createKey: key,
    revokeKey: async () => of((await call('createKey', { body: (await key()).body as never })).id),
    endSession: async () => of((await call('listSessions', { query: { person: 'everybody' } })).items.at(-1)?.id ?? ''),
  };
}

function tmx(fr: string, en: string): string {
  return `<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="fr" datatype="plaintext"/><body><tu><tuv xml:lang="fr"><seg>${fr}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu></body></tmx>`;
}

function xliff(source: string): string {
  return `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body><trans-unit id="1"><source>${source}</source></trans-unit></body></file></xliff>`;
}
