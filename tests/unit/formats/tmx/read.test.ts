import { describe, expect, it } from 'vitest';
import type { InlineContent } from '../../../../memory/model/inline.ts';
import { readAll, tmx, unitsOf } from './support.ts';

const pair = (fr: string, en: string, attributes = ''): string =>
  `<tu ${attributes}><tuv xml:lang="fr"><seg>${fr}</seg></tuv><tuv xml:lang="en"><seg>${en}</seg></tuv></tu>\n`;

async function units(body: string, header?: string) {
  return unitsOf(await readAll([tmx(body, header)]));
}

async function contents(fr: string, en: string): Promise<readonly InlineContent[]> {
  const [first] = await units(pair(fr, en));
  return first ? [first.unit.fr.content, first.unit.en.content] : [];
}

describe('readTmx', () => {
  it('reads a unit with all that TMX says of it', async () => {
    const body =
      '<tu tuid="7" creationdate="20250102T030405Z" creationid="zoe" changedate="20250203T030405Z" changeid="bob" ' +
      'usagecount="3" lastusagedate="20250301T000000Z" srclang="en-GB" datatype="html"><note>Un.</note><note>Deux.</note>' +
      '<prop type="x-domain">presse</prop>' +
      '<tuv xml:lang="EN-gb"><prop type="x-side">e</prop><seg>Hello.</seg></tuv>' +
      '<tuv lang="fr_ca"><note>Trois.</note><seg>Bonjour.</seg></tuv></tu>';
    expect(await readAll([tmx(body)])).toEqual([
      {
        kind: 'unit',
        line: 3,
        unit: {
          fr: { language: 'fr-CA', content: ['Bonjour.'] },
          en: { language: 'en-GB', content: ['Hello.'] },
          originalLanguage: 'en',
          origin: { kind: 'import', source: 'memory.tmx' },
          status: 'draft',
          note: 'Un.\nDeux.\nTrois.',
          properties: [
            { type: 'tmx:tuid', value: '7' },
            { type: 'tmx:datatype', value: 'html' },
            { type: 'x-domain', value: 'presse' },
            { type: 'x-side', value: 'e', side: 'en' },
          ],
          createdAt: '2025-01-02T03:04:05.000Z',
          createdBy: 'zoe',
          changedAt: '2025-02-03T03:04:05.000Z',
          changedBy: 'bob',
          useCount: 3,
          lastUsedAt: '2025-03-01T00:00:00.000Z',
        },
      },
    ]);
  });

  it('takes dates from the translation where the tu has none', async () => {
    const body =
      '<tu><tuv xml:lang="fr" creationdate="20200101T000000Z"><seg>a</seg></tuv>' +
      '<tuv xml:lang="en" creationdate="20210101T000000Z" creationid="bob"><seg>b</seg></tuv></tu>';
    const [fromFrench] = await units(body);
    expect(fromFrench?.unit).toMatchObject({ createdAt: '2021-01-01T00:00:00.000Z', createdBy: 'bob' });
    const [fromEnglish] = await units(body, 'srclang="en"');
    expect(fromEnglish?.unit.createdAt).toBe('2020-01-01T00:00:00.000Z');
  });

  it('does not know the original side under *all*', async () => {
    const [first] = await units(pair('a', 'b'), 'srclang="*all*"');
    expect(first?.unit).not.toHaveProperty('originalLanguage');
    const [second] = await units(pair('a', 'b', 'srclang="en"'), 'srclang="*all*"');
    expect(second?.unit.originalLanguage).toBe('en');
  });

  it.each([
    ['1.1', '<tuv lang="FR"><seg>a</seg></tuv><tuv lang="EN"><seg>b</seg></tuv>'],
    ['1.4b', '<tuv xml:lang="fra"><seg>a</seg></tuv><tuv xml:lang="eng"><seg>b</seg></tuv>'],
    ['version 1.4', '<tuv xml:lang="fr-FR"><seg>a</seg></tuv><tuv xml:lang="en_US"><seg>b</seg></tuv>'],
  ])('reads version %s', async (version, variants) => {
    const file = `<tmx version="${version}"><header srclang="fr"/><body><tu>${variants}</tu></body></tmx>`;
    expect(unitsOf(await readAll([file]))).toMatchObject([
      { unit: { fr: { content: ['a'] }, en: { content: ['b'] } } },
    ]);
  });

  it('pairs every French variant with every English one and counts the rest', async () => {
    const variants = ['fr-FR:a', 'de:x', 'fr-CA:b', 'en:c', 'es-ES:y', 'en-GB:d'].map((variant) => {
      const [language, text] = variant.split(':');
      return `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`;
    });
    const entries = await readAll([tmx(`<tu>${variants.join('')}</tu>`)]);
    const pairs = unitsOf(entries).map(({ unit }) => [unit.fr.content[0], unit.en.content[0]].join(''));
    expect(pairs).toEqual(['ac', 'ad', 'bc', 'bd']);
    expect(entries.at(-1)).toEqual({ kind: 'other-languages', line: 3, languages: ['de', 'es-ES'] });
  });

  it('refuses single units with the reason and the line', async () => {
    const one = (language: string, text = 'a'): string => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`;
    const bad = [
      one('en') + one('de'),
      one('fr'),
      one('de') + one('es'),
      one('fr') + one('en', ' <ph>x</ph>\n'),
      '',
      '<tuv xml:lang="fr"/><tuv xml:lang="en"><seg>a</seg></tuv>',
      one('fr').repeat(11) + one('en').repeat(10),
    ].map((variants) => `<tu>${variants.replaceAll('\n', ' ')}</tu>\n`);
    const entries = await readAll([tmx(pair('a', 'b') + bad.join(''))]);
    expect(
      entries.map((entry) =>
        entry.kind === 'refused' ? `${entry.line}:${entry.column} ${entry.refusal}` : entry.kind,
      ),
    ).toEqual([
      'unit',
      '4:1 no-french',
      '5:1 no-english',
      '6:1 unknown-language',
      '7:1 empty-side',
      '8:1 unknown-language',
      '9:1 empty-side',
      '10:1 too-many-variants',
    ]);
    expect(entries[1]).toHaveProperty('reason', 'It has no French; its languages are: en, de.');
  });

  it('takes memoQ’s segments inside properties', async () => {
    const body =
      '<tu><tuv xml:lang="fr-fr"><prop type="x-context-pre"><seg>avant</seg></prop>' +
      '<prop type="x-context-post"><seg>après <b>x</b></seg></prop><seg>Test</seg></tuv>' +
      '<tuv xml:lang="en-gb"><seg>Test</seg></tuv></tu>';
    expect(await units(body)).toMatchObject([
      {
        unit: {
          fr: { content: ['Test'] },
          properties: [
            { type: 'x-context-pre', value: 'avant', side: 'fr' },
            { type: 'x-context-post', value: 'après x', side: 'fr' },
          ],
        },
      },
    ]);
  });

  it('reads documents, origin and status of Calque', async () => {
    const property = (type: string, value: string): string => `<prop type="x-calque-${type}">${value}</prop>`;
    const own =
      property('document', 'd1') +
      property('position', '4') +
      property('publication', 'La Gazette') +
      property('url', 'https://example.org/a') +
      property('published-on', '2021-11') +
      property('original-language', 'en') +
      property('origin', 'alignment 0.75') +
      property('status', 'reviewed');
    const body = pair('a', 'b', 'tuid="calque-12"').replace('>', `>${own}`);
    expect(await units(body)).toEqual([
      {
        id: '12',
        place: {
          document: 'd1',
          position: 4,
          provenance: {
            publication: 'La Gazette',
            url: 'https://example.org/a',
            publishedOn: '2021-11',
            originalLanguage: 'en',
          },
        },
        unit: {
          fr: { language: 'fr', content: ['a'] },
          en: { language: 'en', content: ['b'] },
          originalLanguage: 'fr',
          origin: { kind: 'alignment', confidence: 0.75 },
          status: 'reviewed',
        },
      },
    ]);
  });

  it('leaves out values of Calque’s properties that are none', async () => {
    const bad = [
      'url">javascript:alert(1)',
      'published-on">hier',
      'status">done',
      'origin">match exact 500',
      'position">x',
    ];
    const own = bad.map((value) => `<prop type="x-calque-${value}</prop>`).join('');
    const [first] = await units(pair('a', 'b').replace('>', `>${own}<prop type="x-calque-title">T</prop>`));
    expect(first?.place?.provenance).toEqual({ title: 'T' });
    expect(first?.place).not.toHaveProperty('position');
    expect(first?.unit).toMatchObject({ status: 'draft', origin: { kind: 'import' } });
  });
});

describe('inline codes', () => {
  it('reads pairs, halves and single codes', async () => {
    const fr =
      'a<bpt i="1" x="5" type="bold">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept>' +
      '<it pos="begin" x="6" type="ulined">&lt;u&gt;</it><ph x="7" type="lb">&lt;br&gt;</ph><hi x="8" type="x-term">c</hi>';
    const [content] = await contents(fr, 'x');
    expect(content).toEqual([
      'a',
      { form: 'open', id: '5', type: 'bold', data: '<b>' },
      'b',
      { form: 'close', id: '5', data: '</b>' },
      { form: 'open', id: '6', type: 'underlined', data: '<u>' },
      { form: 'standalone', id: '7', type: 'lb', data: '<br>' },
      { form: 'open', id: '8', type: 'x-term' },
      'c',
      { form: 'close', id: '8' },
    ]);
  });

  it('gives codes without x the same ids on both sides, and none twice', async () => {
    const [fr, en] = await contents(
      '<ph>A</ph><bpt i="1">B</bpt>a<ept i="1"/><ut>C</ut><ph x="2"/>',
      '<ph>A</ph>b<ut>C</ut><bpt i="1">B</bpt><ept i="1"/>',
    );
    const ids = (content: InlineContent = []) =>
      new Map(content.flatMap((part) => (typeof part === 'string' || !part.data ? [] : [[part.data, part.id]])));
    expect(ids(fr)).toEqual(ids(en));
    expect(new Set([...ids(fr).values(), '2']).size).toBe(4);
  });

  it('pairs crossing codes by i', async () => {
    const [fr] = await contents('<bpt i="1" x="1"/>a<bpt i="2" x="2"/>b<ept i="1"/>c<ept i="2"/>', 'x');
    expect(fr?.map((part) => (typeof part === 'string' ? part : part.form[0] + part.id))).toEqual([
      ...['o1', 'a', 'o2', 'b', 'c1', 'c', 'c2'],
    ]);
  });

  it('takes the text of a sub as part of the code', async () => {
    const [fr] = await contents('a<ph x="1">&lt;img alt="<sub>un <ph>x</ph></sub>"&gt;</ph>', 'x');
    expect(fr).toEqual(['a', { form: 'standalone', id: '1', data: '<img alt="un x">' }]);
  });

  it('keeps the text in elements it does not know', async () => {
    const [fr] = await contents('un <b>deux</b>', 'x');
    expect(fr).toEqual(['un ', { form: 'open', id: '1', type: 'x-b' }, 'deux', { form: 'close', id: '1' }]);
  });
});

describe('files that are not taken', () => {
  it.each([
    ['missing-side', tmx('<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="de"><seg>b</seg></tuv></tu>')],
    ['missing-side', tmx('<tu><tuv xml:lang="fr"><seg>a</seg></tuv></tu>')],
    ['missing-side', tmx('<tu><tuv xml:lang="ja"><seg>a</seg></tuv></tu>')],
    ['ill-formed-file', '<xliff version="1.2"/>'],
    ['unsupported-format', '<tmx version="2.0"/>'],
    ['ill-formed-xml', tmx(pair('a', 'b')).slice(0, -12)],
    ['ill-formed-xml', tmx(pair('a & b', 'b'))],
    ['ill-formed-xml', ''],
  ])('%s', async (code, file) => {
    await expect(readAll([file], 'presse.tmx')).rejects.toMatchObject({
      code,
      message: expect.stringContaining('presse.tmx'),
      details: { where: 'presse.tmx' },
    });
  });

  it('takes an empty memory', async () => {
    expect(await readAll([tmx('')])).toEqual([]);
  });
});
