import { setTimeout } from 'node:timers/promises';
import { type Client, createClient, ProblemError } from '../../../src/contract/client.ts';
import { seeded } from '../seeded.ts';
import { Beliefs, type ServedSegment, textOf } from './beliefs.ts';

export interface TranslatorOptions {
  readonly name: string;
  /** Where the server is now; after a crash, where the next one is. */
  readonly server: () => string;
  /** The article, a sentence for each segment. */
  readonly sentences: readonly string[];
  /** The mean time between two requests, in milliseconds; half of it at least, and half as much again at most. */
  readonly think: number;
  readonly seed: number;
}

/** What a translator has seen of the server. */
export interface Seen {
  acknowledged: number;
  /** Requests that failed otherwise than by the server being away or its database not to be written to. */
  readonly errors: string[];
  /** The codes of the errors that such a server answered, and how often each; `gone` where it did not. */
  readonly refusals: Map<string, number>;
  /** How long each lookup of suggestions took, in milliseconds. */
  readonly lookups: number[];
}

export interface Translator {
  readonly seen: Seen;
  /** Translates until told to stop; goes on after the server was away. */
  work(signal: AbortSignal): Promise<void>;
  /** Where the server's state contradicts what it has acknowledged; and what is confirmed and not in the memory. */
  contradictions(): Promise<readonly string[]>;
}

/** How long after a failed request the next is tried, in milliseconds. */
const RETRY = 50;
/** One in so many confirmed segments is taken up again. */
const SECOND_THOUGHTS = 8;

/** Somebody who translates an article from French: asks for suggestions, writes, confirms, and has second thoughts. */
export async function hireTranslator(options: TranslatorOptions): Promise<Translator> {
  const random = seeded(options.seed);
  const call: Client = (...request) => createClient(options.server())(...request);
  const beliefs = new Beliefs(await assign(call, options));
  const seen: Seen = { acknowledged: 0, errors: [], refusals: new Map(), lookups: [] };
  const wrong: string[] = [];
  let written = 0;

  const think = () => setTimeout(options.think * (0.5 + random(1_000) / 1_000));

  /** Sends a state of a segment, and believes what is answered. */
  async function send(
    id: number,
    status: 'draft' | 'confirmed',
    target: string,
    request: () => Promise<ServedSegment>,
  ) {
    beliefs.attempted(id, target, status);
    beliefs.acknowledged(await request());
    seen.acknowledged++;
  }

  async function translate(id: number): Promise<void> {
    const start = performance.now();
    await call('segmentSuggestions', { params: { id } });
    seen.lookups.push(performance.now() - start);
    await think();
    const params = { id };
    const version = () => beliefs.known(id).version;
    const target = `${options.name}, ${++written}: ${options.sentences[id % options.sentences.length]}`;
    const body = () => ({ version: version(), target: [target], origin: { kind: 'human' as const } });
    await send(id, 'draft', target, () => call('saveSegment', { params, body: body() }));
    await think();
    await send(id, 'confirmed', target, async () => (await call('confirmSegment', { params, body: body() })).segment);
    if (random(SECOND_THOUGHTS) > 0) return;
    await send(id, 'draft', target, () => call('unconfirmSegment', { params, body: { version: version() } }));
  }

  /** After the server was away: what it has of the segments whose requests were not answered is what holds from now on. */
  async function settle(): Promise<void> {
    for (const id of beliefs.unsettled) {
      const served = await call('getSegment', { params: { id } });
      const contradiction = beliefs.contradiction(served);
      if (contradiction !== undefined) wrong.push(contradiction);
      beliefs.acknowledged(served);
    }
  }

  return {
    seen,
    async work(signal) {
      const { ids } = beliefs;
      // Whoever is given an article reads it first; so they do not all ask at once.
      await think();
      for (let turn = 0; !signal.aborted; turn++) {
        const id = ids[turn % ids.length] ?? 0;
        try {
          await settle();
          await translate(id);
        } catch (error) {
          const refusal = refusalOf(error);
          if (refusal === undefined) seen.errors.push(String(error));
          else seen.refusals.set(refusal, (seen.refusals.get(refusal) ?? 0) + 1);
          await setTimeout(RETRY);
        }
      }
    },
    async contradictions() {
      await settle();
      const found = [...wrong];
      const served = await Promise.all(beliefs.ids.map((id) => call('getSegment', { params: { id } })));
      for (const segment of served) {
        const contradiction = beliefs.contradiction(segment);
        if (contradiction !== undefined) found.push(contradiction);
      }
      for (const segment of served.filter(({ status }) => status === 'confirmed')) {
        const unit = segment.unitId && (await call('getUnit', { params: { id: segment.unitId } }));
        const stored = unit && textOf({ target: unit.en.content });
        if (stored !== textOf(segment)) found.push(`segment ${segment.id}: confirmed, and “${stored}” in the memory`);
      }
      return found;
    },
  };
}

/** An article of one's own, in a project of one's own. */
async function assign(call: Client, { name, sentences }: TranslatorOptions): Promise<readonly ServedSegment[]> {
  const project = await call('createProject', { body: { name, sourceLanguage: 'fr', targetLanguage: 'en' } });
  const { id: documentId } = await call('addProjectDocument', {
    params: { id: project.id },
    body: { name, text: sentences.join('\n\n') },
  });
  const { items } = await call('listSegments', { params: { id: project.id, documentId } });
  return items;
}

/**
 * What tells somebody to try again later: the code of an error of a server that is about to stop or whose database cannot be
 * written to (503, 507), `gone` where nobody answered, and nothing for any other error.
 */
export function refusalOf(error: unknown): string | undefined {
  if (!(error instanceof ProblemError)) return error instanceof TypeError ? 'gone' : undefined;
  const { status, code } = error.problem;
  return status === 503 || status === 507 ? code : undefined;
}
