import { expect, it } from 'vitest';
import { writePlainJson } from '../../../../memory/formats/xliff/plain-json.ts';
import { document, segment } from './support.ts';

it('writes documents as plain JSON, by the ids of their segments', async () => {
  const codes = [
    'A ',
    { form: 'open', id: '1' } as const,
    '“word” & more',
    { form: 'close', id: '1' } as const,
    ' \n  in space ',
  ];
  const documents = [
    document([
      { segment: segment({ id: 7, target: ['The contract is signed.'], status: 'reviewed' }) },
      { segment: segment({ id: 8, source: codes, locked: true }) },
    ]),
    document([{ segment: segment() }]),
    document([], { name: '__proto__' }),
  ];
  let text = '';
  const options = { sourceLanguage: 'fr', targetLanguage: 'en-GB', toolVersion: '1.0' } as const;
  for await (const piece of writePlainJson(documents, options)) text += piece;
  const { sourceLanguage, targetLanguage, resources } = JSON.parse(text);
  expect({ sourceLanguage, targetLanguage }).toEqual({ sourceLanguage: 'fr', targetLanguage: 'en-GB' });
  expect(Object.keys(resources)).toEqual(['contrat.txt', 'contrat.txt (2)', '__proto__']);
  expect(resources['contrat.txt']).toMatchObject({
    7: {
      source: 'Le contrat est signé.',
      target: 'The contract is signed.',
      additionalAttributes: { approved: 'yes' },
    },
    8: {
      source: ['A ', { GenericSpan: { id: '1', contents: '“word” & more' } }, ' \n  in space '],
      additionalAttributes: { translate: 'no' },
    },
  });
});
