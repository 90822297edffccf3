import { afterEach, describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../memory/model/inline.ts';
import { deepLTranslator } from '../../../src/machine/deepl.ts';
import type { DeepLAnswer } from '../../support/deepl-server.ts';
import { startDeepLServer } from '../../support/deepl-server.ts';

let stop: (() => Promise<void>) | undefined;
afterEach(async () => {
  await stop?.();
  stop = undefined;
});

async function deepLThat(answer: DeepLAnswer) {
  const server = await startDeepLServer(answer);
  stop = server.stop;
  return { translator: deepLTranslator({ key: 'a-key:fx', serverUrl: server.url }), calls: server.calls };
}

const direction = { sourceLanguage: 'fr', targetLanguage: 'en' } as const;

describe('DeepL', () => {
  it('sends the text with its languages, context and key, and gives the translation', async () => {
    const { translator, calls } = await deepLThat(() => ['The scandal broke.']);
    const target = await translator.translate({
      ...direction,
      content: ['Le scandale a éclaté.'],
      context: 'En juillet.',
    });
    expect(target).toEqual(['The scandal broke.']);
    expect(calls).toEqual([
      {
        texts: ['Le scandale a éclaté.'],
        sourceLanguage: 'fr',
        targetLanguage: 'en-GB',
        tagHandling: null,
        context: 'En juillet.',
        formality: null,
        glossary: null,
        authorization: 'DeepL-Auth-Key a-key:fx',
      },
    ]);
  });

  it('carries inline codes there and back, wherever the translation puts them', async () => {
    const bold = { form: 'open', id: '1', type: 'bold', data: '<b>' } as const;
    const end = { form: 'close', id: '1', data: '</b>' } as const;
    const content: InlineContent = ['Un ', bold, 'R & D', end, ' < fort'];
    const { translator, calls } = await deepLThat(() => ['<c i="0"/>R &amp; D<c i="1"/>, &lt; strong']);
    expect(await translator.translate({ ...direction, content })).toEqual([bold, 'R & D', end, ', < strong']);
    expect(calls[0]).toMatchObject({ texts: ['Un <c i="0"/>R &amp; D<c i="1"/> &lt; fort'], tagHandling: 'xml' });
  });

  it.each([
    ['lost', 'strong', /lost inline codes/],
    ['doubled', '<c i="0"/>strong<c i="0"/>', /inline codes of the text twice/],
    ['made up', '<c i="0"/>strong<c i="7"/>', /inline codes that the text has not/],
  ])('refuses a translation with an inline code %s, and says so', async (_, answer, sentence) => {
    const { translator } = await deepLThat(() => [answer]);
    const content: InlineContent = [{ form: 'standalone', id: 'x' }, 'fort'];
    await expect(translator.translate({ ...direction, content })).rejects.toMatchObject({
      code: 'machine-unavailable',
      message: expect.stringMatching(sentence),
    });
  });

  it.each([
    ['no JSON', '<html>Gateway</html>'],
    ['JSON of another kind', '{"sorry":true}'],
    ['no translation', '{"translations":[]}'],
    ['an empty one', '{"translations":[{"text":"","detected_source_language":"FR"}]}'],
    ['one that is no text', '{"translations":[{"text":7,"detected_source_language":"FR"}]}'],
  ])('takes %s for no answer', async (_, body) => {
    const { translator } = await deepLThat(() => ({ body }));
    await expect(translator.translate({ ...direction, content: ['Bonjour.'] })).rejects.toMatchObject({
      code: 'machine-unavailable',
      message: expect.stringMatching(/^DeepL /),
    });
  });

  it('asks for the formality that is wanted, and knows what a text costs', async () => {
    const { translator, calls } = await deepLThat(() => ['Hello.']);
    const content: InlineContent = ['Été 😀', { form: 'standalone', id: 'x' }];
    expect(translator.cost({ ...direction, content: ['Été 😀'] })).toBe(5);
    await expect(translator.translate({ ...direction, content, formality: 'less' })).rejects.toThrow(/lost/);
    expect(calls[0]).toMatchObject({ formality: 'prefer_less' });
  });

  it('is left alone for an hour once its account is used up', async () => {
    let now = 0;
    const server = await startDeepLServer(() => (now === 0 ? 456 : ['Hello.']));
    stop = server.stop;
    const translator = deepLTranslator({ key: 'a-key:fx', serverUrl: server.url }, () => now);
    const ask = () => translator.translate({ ...direction, content: ['Bonjour.'] });
    await expect(ask()).rejects.toThrow(/used up/);
    now = 3_599_000;
    await expect(ask()).rejects.toThrow(/used up/);
    expect(server.calls).toHaveLength(1);
    now = 3_600_000;
    expect(await ask()).toEqual(['Hello.']);
  });

  it.each([
    [403, /key/],
    [456, /limit/],
    [400, /did not give/],
  ])('says why when it answers %i', async (status, sentence) => {
    const { translator } = await deepLThat(() => status);
    const failing = translator.translate({ ...direction, content: ['Bonjour.'] });
    await expect(failing).rejects.toMatchObject({
      code: 'machine-unavailable',
      message: expect.stringMatching(sentence),
    });
  });

  it('tries again when it is told to come back later', async () => {
    let refusals = 1;
    const { translator, calls } = await deepLThat(() => (refusals-- > 0 ? 429 : ['Hello.']));
    expect(await translator.translate({ ...direction, content: ['Bonjour.'] })).toEqual(['Hello.']);
    expect(calls).toHaveLength(2);
  });
});
