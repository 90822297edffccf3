import { describe, expect, it } from 'vitest';
import { readSrx, srxRules, writeSrx } from '../../../memory/formats/srx.ts';
import type { CalqueError } from '../../../memory/model/errors.ts';
import { defaultRules, segmentText } from '../../../memory/text/segmentation/segmentation.ts';

const RULES = `<languagerule languagerulename="Default">
      <rule break="no"><beforebreak>\\bart\\.</beforebreak><afterbreak>\\s</afterbreak></rule>
      <rule><beforebreak>[\\.\\?!]+</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule>
    <languagerule languagerulename="French">
      <rule break="no">
        <beforebreak>
          &#167;\\.
        </beforebreak>
        <afterbreak>\\s</afterbreak>
      </rule>
    </languagerule>`;

const MAPS = `<languagemap languagepattern="FR.*" languagerulename="French"/>
    <languagemap languagepattern=".*" languagerulename="Default"/>`;

function srx({ rules = RULES, maps = MAPS, cascade = 'yes', version = '2.0', prefix = '' } = {}): string {
  const text = `<srx xmlns="http://www.lisa.org/srx20" version="${version}">
  <header segmentsubflows="yes" cascade="${cascade}"><formathandle type="start" include="no"/></header>
  <body><languagerules>${rules}</languagerules><maprules>${maps}</maprules></body></srx>`;
  return prefix === '' ? text : text.replaceAll(/<(\/?)(\w)/g, `<$1${prefix}:$2`).replace('xmlns', `xmlns:${prefix}`);
}

async function errorOf(text: string): Promise<CalqueError> {
  return readSrx([text], 'house.srx').then(
    () => expect.unreachable('the file was read'),
    (error) => error,
  );
}

describe('readSrx', () => {
  it('gives a language the rules of every map that fits it, where rules cascade', async () => {
    const document = await readSrx([srx()], 'house.srx');
    expect(srxRules(document, 'fr-CA')).toEqual([
      { breaks: false, before: '§\\.', after: '\\s' },
      { breaks: false, before: '\\bart\\.', after: '\\s' },
      { breaks: true, before: '[\\.\\?!]+', after: '\\s' },
    ]);
    expect(srxRules(document, 'en')).toHaveLength(2);
  });

  it('gives it those of the first map alone, where they do not', async () => {
    const document = await readSrx([srx({ cascade: 'no' })], 'house.srx');
    expect(srxRules(document, 'fr')).toHaveLength(1);
  });

  it('reads a file written with a prefix, in bytes', async () => {
    const bytes = new TextEncoder().encode(srx({ prefix: 's' }));
    const document = await readSrx([bytes.subarray(0, 400), bytes.subarray(400)], 'house.srx');
    const segments = segmentText('Voir § . 5 et §. 6. Puis art. 7! Fin', 'fr', srxRules(document, 'fr'));
    expect(segments.map(({ text }) => text)).toEqual(['Voir § .', '5 et §. 6.', 'Puis art. 7!', 'Fin']);
  });

  it('says which language has no rules', async () => {
    const maps = '<languagemap languagepattern="FR.*" languagerulename="French"/>';
    const document = await readSrx([srx({ maps })], 'house.srx');
    expect(() => srxRules(document, 'en-GB')).toThrow('none for en-GB');
  });

  it.each([
    ['another root', '<tmx version="1.4"></tmx>', 'ill-formed-file', '<tmx>'],
    ['another version', srx({ version: '1.0' }), 'unsupported-format', '“1.0”'],
    ['no map', srx({ maps: '' }), 'ill-formed-file', 'maps no language'],
    ['a map to nowhere', srx({ rules: '' }), 'ill-formed-file', '“French”'],
    ['a map without a pattern', srx({ maps: '<languagemap languagerulename="French"/>' }), 'ill-formed-file', 'lacks'],
    ['text that is no XML', '<srx version="2.0">', 'ill-formed-xml', 'house.srx'],
    ['nothing', '', 'ill-formed-xml', 'house.srx'],
  ])('refuses %s', async (_, text, code, said) => {
    expect(await errorOf(text)).toMatchObject({ code, message: expect.stringContaining(said) });
  });

  it.each([
    ['<rule break="perhaps"><beforebreak>a</beforebreak></rule>', '“perhaps”'],
    ['<rule break="no"/>', 'neither'],
    ['<rule break="no"><beforebreak>[a</beforebreak></rule>', 'not closed'],
    ['<rule break="no"><afterbreak>(</afterbreak></rule>', 'not a regular expression'],
  ])('refuses the rule %s and names its line', async (rule, said) => {
    const rules = `<languagerule languagerulename="French">\n${rule}</languagerule>`;
    const error = await errorOf(srx({ rules }));
    expect(error).toMatchObject({ code: 'ill-formed-file', message: expect.stringContaining(said) });
    expect(error.details).toEqual({ where: 'house.srx', line: 4 });
  });
});

describe('writeSrx', () => {
  it('gives the own rules a form from which they are read again', async () => {
    const written = writeSrx({ fr: defaultRules('fr'), en: defaultRules('en') });
    const document = await readSrx([written], 'calque.srx');
    expect(srxRules(document, 'fr-CA')).toEqual(defaultRules('fr'));
    expect(srxRules(document, 'en')).toEqual(defaultRules('en'));
  });
});
