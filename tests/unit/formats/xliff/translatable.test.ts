import { describe, expect, it } from 'vitest';
import { openXliff } from '../../../../memory/formats/xliff/open.ts';
import { translatableDocuments } from '../../../../memory/formats/xliff/translatable.ts';
import { document, match, segment, writeAll } from './support.ts';

const UNIT = '<trans-unit id="u"><source>A</source></trans-unit>';

function xliff(languages: string, body = UNIT): string {
  return `<xliff version="1.2">\n<file original="a.txt" ${languages}><body>${body}</body></file></xliff>`;
}

function documents(text: string) {
  return translatableDocuments(openXliff(new TextEncoder().encode(text), 'in.xlf'));
}

describe('translatableDocuments', () => {
  it('have French and English, written in whatever case', () => {
    expect(documents(xliff('source-language="FR" target-language="en_gb"'))).toMatchObject([
      { name: 'a.txt', line: 2, sourceLanguage: 'fr', targetLanguage: 'en-GB', segments: [{ source: ['A'] }] },
    ]);
  });

  it('leave the target language open where the file does', () => {
    expect(documents(xliff('source-language="en"'))[0]).not.toHaveProperty('targetLanguage');
  });

  it.each([
    ['unknown-language', xliff('source-language="fr" target-language="de"')],
    ['unknown-language', xliff('')],
    ['same-language', xliff('source-language="fr" target-language="fr-CA"')],
    ['empty-text', xliff('source-language="fr"', '')],
  ])('are refused: %s', (code, text) => {
    expect(() => documents(text)).toThrow(expect.objectContaining({ code }));
  });

  it('are what we export: texts, status, lock, origin and candidates', async () => {
    const machine = { kind: 'machine', engine: 'DeepL' } as const;
    const segments = [
      { segment: segment({ id: 1, target: ['A\r\n '], status: 'confirmed' }) },
      { segment: segment({ id: 2, target: ['B'], status: 'reviewed', locked: true }) },
      {
        segment: segment({
          id: 3,
          target: ['C'],
          status: 'draft',
          origin: { kind: 'match', match: 'exact', rate: 100 },
        }),
        candidates: { matches: [match({ target: ['C'] })], related: [], machine: [] },
      },
      {
        segment: segment({ id: 4 }),
        candidates: { matches: [match({ rate: 82, kind: 'fuzzy' })], related: [], machine: [] },
      },
      {
        segment: segment({ id: 5, target: ['D'], status: 'draft', origin: machine }),
        candidates: { matches: [], related: [], machine: [{ engine: 'DeepL', target: ['D'] }] },
      },
    ] as const;
    const [file] = documents(await writeAll([document(segments)], { fill: { machine: true } }));
    expect(file).toMatchObject({ name: 'contrat.txt', sourceLanguage: 'fr', targetLanguage: 'en-GB' });
    for (const [index, { segment: written }] of segments.entries()) {
      const { source, target, status, locked } = written;
      expect(file?.segments[index]).toMatchObject({ id: `1/${written.id}`, source, target, status, locked });
    }
    expect(file?.segments[2]?.origin).toEqual({ kind: 'match', match: 'exact', rate: 100 });
    expect(file?.segments[3]?.candidates).toMatchObject([{ quality: 82, origin: 'Presse' }]);
    expect(file?.segments[4]?.origin).toEqual(machine);
  });
});
