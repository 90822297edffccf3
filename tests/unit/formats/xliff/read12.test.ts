import { describe, expect, it } from 'vitest';
import { readXliff12 } from '../../../../memory/formats/xliff/read12.ts';
import { document, match, segment, writeAll } from './support.ts';

const FILE = '<file original="a.txt" source-language="FR" target-language="en_gb" datatype="plaintext">';

function xliff(body: string, file = FILE): string {
  return `<xliff version="1.2">\n${file}<header/><body>\n${body}</body></file></xliff>`;
}

describe('readXliff12', () => {
  it('reads the files, units, states and candidates', async () => {
    const body =
      '<group id="g"><trans-unit id="a" approved="yes"><source>Un.</source><target state="final">One.</target>' +
      '<note>n1</note><note>n2</note><alt-trans match-quality="87.9%" origin="m"><source>Une.</source>' +
      '<target>One!</target><note>p</note></alt-trans><alt-trans><target/></alt-trans></trans-unit></group>\n' +
      '<trans-unit id="b" translate="no"><source>Deux.</source></trans-unit>\n' +
      '<trans-unit id="c"><source>Trois.</source><target state="needs-translation">Trois.</target></trans-unit>\n' +
      '<trans-unit id="d"><source>4</source><target>4</target></trans-unit>\n';
    expect(await readXliff12([xliff(body)], 'in.xlf')).toEqual([
      {
        name: 'a.txt',
        sourceLanguage: 'fr',
        targetLanguage: 'en-GB',
        segments: [
          {
            id: 'a',
            line: 3,
            source: ['Un.'],
            target: ['One.'],
            status: 'reviewed',
            locked: false,
            origin: { kind: 'import', source: 'in.xlf' },
            state: 'final',
            notes: ['n1', 'n2'],
            candidates: [
              { source: ['Une.'], target: ['One!'], quality: 87, origin: 'm', notes: ['p'] },
              { target: [], notes: [] },
            ],
          },
          {
            id: 'b',
            line: 4,
            source: ['Deux.'],
            target: [],
            status: 'untranslated',
            locked: true,
            notes: [],
            candidates: [],
          },
          {
            id: 'c',
            line: 5,
            source: ['Trois.'],
            target: [],
            status: 'untranslated',
            locked: false,
            state: 'needs-translation',
            notes: [],
            candidates: [],
          },
          {
            id: 'd',
            line: 6,
            source: ['4'],
            target: ['4'],
            status: 'draft',
            locked: false,
            origin: { kind: 'import', source: 'in.xlf' },
            notes: [],
            candidates: [],
          },
        ],
      },
    ]);
  });

  it('reads our exports back: texts, status, lock and candidates', async () => {
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
    ] as const;
    const [file] = await readXliff12([await writeAll([document(segments)])], 'out.xlf');
    expect(file).toMatchObject({ name: 'contrat.txt', sourceLanguage: 'fr', targetLanguage: 'en-GB' });
    for (const [index, { segment: written }] of segments.entries()) {
      const { source, target, status, locked } = written;
      expect(file?.segments[index]).toMatchObject({ id: String(written.id), source, target, status, locked });
    }
    expect(file?.segments[2]?.origin).toEqual({ kind: 'match', match: 'exact', rate: 100 });
    expect(file?.segments[3]?.candidates).toMatchObject([{ quality: 82, origin: 'Presse' }]);
  });

  it('names the engine of a machine translation from its candidate', async () => {
    const body =
      '<trans-unit id="a"><source>a</source><target state="needs-review-translation" state-qualifier="leveraged-mt">b' +
      '</target><alt-trans origin="DeepL"><target>b</target></alt-trans></trans-unit>';
    const [file] = await readXliff12([xliff(body)], 'in.xlf');
    expect(file?.segments[0]?.origin).toEqual({ kind: 'machine', engine: 'DeepL' });
  });

  it('leaves the target language open where the file does', async () => {
    const [file] = await readXliff12(
      [xliff('<trans-unit id="1"><source>a</source></trans-unit>', '<file original="" source-language="en">')],
      'in.xlf',
    );
    expect(file).not.toHaveProperty('targetLanguage');
    expect(file?.name).toBe('in.xlf');
  });

  it.each([
    ['ill-formed-file', '<tmx version="1.4"/>', 1],
    ['ill-formed-file', xliff('<trans-unit id="x7"><target>a</target></trans-unit>'), 3],
    ['ill-formed-file', '<xliff version="1.2"><trans-unit id="1"><source/></trans-unit></xliff>', 1],
    ['unsupported-format', '<xliff version="2.1"/>', 1],
    ['unknown-language', xliff('', '<file source-language="fr" target-language="de">'), undefined],
    ['unknown-language', xliff('', '<file original="a">'), undefined],
    ['same-language', xliff('', '<file source-language="fr" target-language="fr-CA">'), 2],
    ['empty-text', xliff(''), undefined],
    ['ill-formed-xml', xliff('').slice(0, -5), 3],
  ])('refuses what it cannot read: %s', async (code, text, line) => {
    await expect(readXliff12([text], 'in.xlf')).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/in\.xlf|“/),
      details: line === undefined ? {} : { where: 'in.xlf', line },
    });
  });
});
