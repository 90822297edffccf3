import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A translation request as DeepL's protocol carries it. */
export interface DeepLCall {
  readonly texts: readonly string[];
  readonly sourceLanguage: string | null;
  readonly targetLanguage: string | null;
  readonly tagHandling: string | null;
  readonly context: string | null;
  readonly formality: string | null;
  readonly glossary: string | null;
  readonly authorization: string | undefined;
}

/** A glossary as DeepL's protocol carries it: its dictionaries, by their languages, as lines of two terms. */
export type DeepLGlossary = Readonly<Record<string, string>>;

/** How the server answers: with the translations, with an HTTP status, or with a body of its own. */
export type DeepLAnswer = (call: DeepLCall) => readonly string[] | number | { readonly body: string };

interface DeepLServer {
  readonly url: string;
  readonly calls: DeepLCall[];
  /** Those that are kept, by identity. */
  readonly glossaries: Map<string, DeepLGlossary>;
  stop(): Promise<void>;
}

/**
 * A server on loopback that speaks DeepL's wire protocol: `POST /v2/translate`, and `/v3/glossaries`. A translation by a glossary
 * that it has not is not found.
 * @param keeps what making a glossary is answered with in the place of one
 */
export async function startDeepLServer(answer: DeepLAnswer, keeps: () => number = () => 201): Promise<DeepLServer> {
  const calls: DeepLCall[] = [];
  const glossaries = new Map<string, DeepLGlossary>();
  let made = 0;
  const keep = (form: URLSearchParams): object => {
    const dictionaries: Record<string, string> = {};
    for (let at = 0; form.has(`dictionaries[${at}].entries`); at++) {
      const of = (name: string) => form.get(`dictionaries[${at}].${name}`) ?? '';
      dictionaries[`${of('source_lang')} ${of('target_lang')}`] = of('entries');
    }
    const id = `glossary-${++made}`;
    glossaries.set(id, dictionaries);
    return { glossary_id: id, name: form.get('name'), dictionaries: [], creation_time: '2026-01-31T23:00:00Z' };
  };
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const call: DeepLCall = {
      texts: form.getAll('text'),
      sourceLanguage: form.get('source_lang'),
      targetLanguage: form.get('target_lang'),
      tagHandling: form.get('tag_handling'),
      context: form.get('context'),
      formality: form.get('formality'),
      glossary: form.get('glossary_id'),
      authorization: request.headers.authorization,
    };
    response.setHeader('content-type', 'application/json');
    if (request.url?.startsWith('/v3/glossaries') === true) {
      const id = request.url.slice('/v3/glossaries/'.length);
      if (request.method === 'DELETE') return void response.writeHead(glossaries.delete(id) ? 204 : 404).end();
      const status = keeps();
      const body = status === 201 ? keep(form) : { message: 'refused' };
      return void response.writeHead(status).end(JSON.stringify(body));
    }
    calls.push(call);
    const isKept = call.glossary === null || glossaries.has(call.glossary);
    const given = request.url === '/v2/translate' && isKept ? answer(call) : 404;
    if (typeof given === 'number') response.writeHead(given).end(JSON.stringify({ message: 'refused' }));
    else if ('body' in given) response.end(given.body);
    else {
      const translations = given.map((translated) => ({
        detected_source_language: call.sourceLanguage,
        text: translated,
        billed_characters: 1,
      }));
      response.end(JSON.stringify({ translations }));
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    glossaries,
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
