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
  readonly authorization: string | undefined;
}

/** How the server answers: with the translations, with an HTTP status, or with a body of its own. */
export type DeepLAnswer = (call: DeepLCall) => readonly string[] | number | { readonly body: string };

/** A server on loopback that speaks DeepL's wire protocol for `POST /v2/translate`. */
export async function startDeepLServer(
  answer: DeepLAnswer,
): Promise<{ url: string; calls: DeepLCall[]; stop(): Promise<void> }> {
  const calls: DeepLCall[] = [];
  const server = createServer(async (request, response) => {
    const form = new URLSearchParams(await text(request));
    const call: DeepLCall = {
      texts: form.getAll('text'),
      sourceLanguage: form.get('source_lang'),
      targetLanguage: form.get('target_lang'),
      tagHandling: form.get('tag_handling'),
      context: form.get('context'),
      formality: form.get('formality'),
      authorization: request.headers.authorization,
    };
    calls.push(call);
    const given = request.url === '/v2/translate' ? answer(call) : 404;
    response.setHeader('content-type', 'application/json');
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
    stop: () => new Promise((done) => server.close(() => done())),
  };
}
