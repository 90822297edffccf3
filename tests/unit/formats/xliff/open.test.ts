import { describe, expect, it } from 'vitest';
import type { XliffSegment } from '../../../../memory/formats/xliff/file.ts';
import { contentText } from '../../../../memory/model/inline.ts';
import { openXliff } from '../../../support/xliff.ts';

const encoder = new TextEncoder();

function xliff12(body: string, root = ''): string {
  return (
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"${root}>` +
    `<file original="a.html" source-language="fr" target-language="en" datatype="html"><body>${body}</body></file></xliff>`
  );
}

function xliff20(body: string): string {
  return (
    '<xliff version="2.0" srcLang="fr" trgLang="en" xmlns="urn:oasis:names:tc:xliff:document:2.0" ' +
    'xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0">' +
    `<file id="f1" original="a.html">${body}</file></xliff>`
  );
}

function segments(text: string): readonly XliffSegment[] {
  return openXliff(encoder.encode(text), 'test.xlf').documents.flatMap((document) => document.segments);
}

function only(text: string): XliffSegment {
  const [segment, ...others] = segments(text);
  expect(others).toEqual([]);
  if (!segment) throw new Error('no segment');
  return segment;
}

describe('openXliff on XLIFF 1', () => {
  it('reads documents, languages and paths', () => {
    const { documents, version, dialect } = openXliff(
      encoder.encode(
        '<xliff version="1.0"><file original="a" source-language="fr"><body><group><trans-unit id="u"><source>A</source>' +
          '</trans-unit></group></body></file><file original="b" source-language="de" target-language="pl"><body>' +
          '<trans-unit id="u"><source>B</source></trans-unit><trans-unit id="u"><source>C</source></trans-unit></body></file></xliff>',
      ),
      'x',
    );
    expect({ version, dialect }).toEqual({ version: '1.0', dialect: 'standard' });
    expect(documents.map(({ name, sourceLanguage, targetLanguage }) => [name, sourceLanguage, targetLanguage])).toEqual(
      [
        ['a', 'fr', undefined],
        ['b', 'de', 'pl'],
      ],
    );
    expect(documents.flatMap((document) => document.segments.map(({ id }) => id))).toEqual(['1/u', '2/u', '2/u~2']);
  });

  it('reads inline codes of every kind', () => {
    const { source } = only(
      xliff12(
        '<trans-unit id="u"><source>a<g id="1" ctype="bold">b</g><x id="2" equiv-text="BR"/><bx id="3" rid="9"/>c<ex id="4" rid="9"/>' +
          '<bpt id="5" rid="8">&lt;i></bpt>d<ept id="6" rid="8">&lt;/i></ept><it id="7" pos="open">&lt;u></it>' +
          '<ph id="8">&lt;img alt="<sub>texte</sub>"></ph><mrk mtype="term" mid="m">terme</mrk></source></trans-unit>',
      ),
    );
    expect(source).toEqual([
      'a',
      { form: 'open', id: '1', type: 'bold' },
      'b',
      { form: 'close', id: '1' },
      { form: 'standalone', id: '2', data: 'BR' },
      { form: 'open', id: '3' },
      'c',
      { form: 'close', id: '3' },
      { form: 'open', id: '5', data: '<i>' },
      'd',
      { form: 'close', id: '5', data: '</i>' },
      { form: 'open', id: '7', data: '<u>' },
      { form: 'standalone', id: '8', data: '<img alt="texte">' },
      { form: 'open', id: 'mrk-m', type: 'x-term' },
      'terme',
      { form: 'close', id: 'mrk-m' },
    ]);
  });

  it('tells codes of one id apart', () => {
    const { source } = only(
      xliff12(
        '<trans-unit id="u"><source><g id="1">a</g><g id="1" ctype="bold">b</g><x id="1"/><x id="1"/></source></trans-unit>',
      ),
    );
    expect(source.flatMap((part) => (typeof part === 'string' ? [] : `${part.form} ${part.id}`))).toEqual([
      'open 1',
      'close 1',
      'open 1~2',
      'close 1~2',
      'standalone 1',
      'standalone 1',
    ]);
  });

  it('makes a segment of each segment mark, with the target’s of the same name', () => {
    const [first, second, third] = segments(
      xliff12(
        '<trans-unit id="u"><source>A. B. C.</source><seg-source>«<g id="1"><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></g> ' +
          '<mrk mtype="seg" mid="3">C.</mrk>»</seg-source><target><mrk mtype="seg" mid="3">Z.</mrk><mrk mtype="seg" mid="1">X.</mrk></target></trans-unit>',
      ),
    );
    expect(first).toMatchObject({ id: '1/u/1', unit: '1/u', before: '«', source: ['A.'], target: ['X.'] });
    expect(second).toMatchObject({ id: '1/u/2', before: ' ', source: ['B.'], target: [], status: 'untranslated' });
    expect(third).toMatchObject({ id: '1/u/3', before: ' ', after: '»', source: ['C.'], target: ['Z.'] });
  });

  it('takes a unit as one segment where only its source is segmented', () => {
    const segment = only(
      xliff12(
        '<trans-unit id="u"><source>A. B.</source><seg-source><mrk mtype="seg" mid="1">A.</mrk> <mrk mtype="seg" mid="2">B.</mrk></seg-source>' +
          '<target>X. Y.</target></trans-unit>',
      ),
    );
    expect(segment).toMatchObject({ id: '1/u', source: ['A. B.'], target: ['X. Y.'] });
  });

  it.each([
    ['state="final"', '', 'reviewed'],
    ['state="translated"', '', 'confirmed'],
    ['state="translated" state-qualifier="leveraged-tm"', '', 'draft'],
    ['', ' approved="yes"', 'reviewed'],
    ['', '', 'draft'],
  ])('reads a target with %s%s as %s', (target, unit, status) => {
    const text = `<trans-unit id="u"${unit}><source>A</source><target ${target}>B</target></trans-unit>`;
    expect(only(xliff12(text)).status).toBe(status);
  });

  it('reads locks, notes and candidates', () => {
    const segment = only(
      xliff12(
        '<group translate="no"><trans-unit id="u"><source>A</source><note from="dev">N</note>' +
          '<alt-trans match-quality="87.5%" origin="tm"><source>Z</source><target>Y</target><note>n</note></alt-trans></trans-unit></group>',
      ),
    );
    expect(segment).toMatchObject({
      locked: true,
      notes: [{ text: 'N', from: 'dev' }],
      candidates: [{ source: ['Z'], target: ['Y'], quality: 87, origin: 'tm', notes: ['n'] }],
    });
  });

  it('reads what Trados, memoQ and Phrase say of their segments', () => {
    const trados = segments(
      xliff12(
        '<trans-unit id="u"><source>A B</source><seg-source><mrk mtype="seg" mid="1">A</mrk><mrk mtype="seg" mid="2">B</mrk></seg-source>' +
          '<target><mrk mtype="seg" mid="1">X</mrk><mrk mtype="seg" mid="2">Y</mrk></target><sdl:seg-defs>' +
          '<sdl:seg id="1" conf="Translated" origin="tm" percent="98"/><sdl:seg id="2" conf="ApprovedSignOff" locked="true"/></sdl:seg-defs></trans-unit>',
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"',
      ),
    );
    expect(trados).toMatchObject([
      { status: 'confirmed', state: 'Translated', locked: false, origin: { kind: 'match', match: 'fuzzy', rate: 98 } },
      { status: 'reviewed', state: 'ApprovedSignOff', locked: true },
    ]);
    const memoq = xliff12(
      '<trans-unit id="u" q:status="ManuallyConfirmed" q:locked="locked"><source>A</source><target>B</target></trans-unit>',
      ' xmlns:q="MQXliff"',
    );
    expect(only(memoq)).toMatchObject({ status: 'confirmed', locked: true });
    const phrase = xliff12(
      '<trans-unit id="u" m:confirmed="1" m:locked="false"><source>A</source><target>B</target></trans-unit>',
      ' xmlns:m="http://www.memsource.com/mxlf/2.0"',
    );
    expect(only(phrase)).toMatchObject({ status: 'confirmed', locked: false });
  });

  it('takes a copied source that waits for translation as no target', () => {
    const text = '<trans-unit id="u"><source>A</source><target state="needs-translation">A</target></trans-unit>';
    expect(only(xliff12(text))).toMatchObject({ target: [], status: 'untranslated' });
  });
});

describe('openXliff on XLIFF 2', () => {
  it('reads segments, ignorables, codes with their data, and matches', () => {
    const [first, second] = segments(
      xliff20(
        '<unit id="u"><mtc:matches><mtc:match ref="#s2" matchQuality="87.5" origin="tm"><source>Z</source><target>Y</target></mtc:match></mtc:matches>' +
          '<notes><note category="dev">N</note></notes><originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData>' +
          '<segment id="s1" state="final"><source>Un <pc id="1" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">mot</pc><sc id="2"/></source><target>A</target></segment>' +
          '<ignorable><source> </source></ignorable><segment id="s2"><source><ec startRef="2"/><ph id="3" equiv="BR" type="image"/>' +
          '<sm id="4" type="term"/>x<em startRef="4"/><cp hex="0007"/></source></segment></unit>',
      ),
    );
    expect(first).toMatchObject({
      id: 'f1/u/s1',
      status: 'reviewed',
      candidates: [],
      notes: [{ text: 'N', from: 'dev' }],
      source: [
        'Un ',
        { form: 'open', id: '1', type: 'bold', data: '<b>' },
        'mot',
        { form: 'close', id: '1', data: '</b>' },
        { form: 'open', id: '2' },
      ],
    });
    expect(second).toMatchObject({
      id: 'f1/u/s2',
      before: ' ',
      status: 'untranslated',
      candidates: [{ source: ['Z'], target: ['Y'], quality: 87, origin: 'tm' }],
      source: [
        { form: 'close', id: '2' },
        { form: 'standalone', id: '3', type: 'image', data: 'BR' },
        { form: 'open', id: '4', type: 'x-term' },
        'x',
        { form: 'close', id: '4' },
        '\u0007',
      ],
    });
  });

  it('knows units by their namespace, whatever its prefix', () => {
    const text = xliff20('<unit id="u"><segment><source>A</source></segment></unit>')
      .replaceAll(/<(\/?)(?=[a-z])/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    expect(contentText(only(text).source)).toBe('A');
  });

  it('locks what is not to be translated, the innermost saying so', () => {
    const unit = (translate: string) => `<unit id="u"${translate}><segment><source>A</source></segment></unit>`;
    const group = (inside: string) => xliff20(`<group id="g" translate="no">${inside}</group>`);
    expect(only(group(unit(''))).locked).toBe(true);
    expect(only(group(unit(' translate="yes"'))).locked).toBe(false);
  });
});

describe('openXliff on bad input', () => {
  const open = (text: string) => () => openXliff(encoder.encode(text), 'bad.xlf');

  it('names the line and column of what is not well-formed', () => {
    expect(open('<xliff version="1.2">\n  <file></fil></xliff>')).toThrow(
      expect.objectContaining({ code: 'ill-formed-xml', details: { where: 'bad.xlf', line: 2, column: 15 } }),
    );
    expect(open(xliff12('<trans-unit').slice(0, -40))).toThrow(expect.objectContaining({ code: 'ill-formed-xml' }));
    expect(open('')).toThrow(expect.objectContaining({ code: 'ill-formed-xml' }));
  });

  it('refuses entities, whatever they would expand to', () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
    const text = xliff12('<trans-unit id="u"><source>&b;</source></trans-unit>');
    expect(open(bomb + text)).toThrow(/entity other than/);
    expect(open(`<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${text.replace('&b;', '&a;')}`)).toThrow(
      /entity other than/,
    );
  });

  it('refuses nesting without end and texts without end', () => {
    expect(open(`<xliff version="1.2">${'<g>'.repeat(100_000)}`)).toThrow(/nested more than 100 deep/);
    expect(open(`<xliff version="${'1'.repeat(5_000_000)}"/>`)).toThrow(
      expect.objectContaining({ code: 'text-too-long' }),
    );
  });

  it('refuses what is no XLIFF or of a version to come', () => {
    expect(open('<tmx version="1.4"/>')).toThrow(expect.objectContaining({ code: 'ill-formed-file' }));
    expect(open('<xliff version="3.0"/>')).toThrow(expect.objectContaining({ code: 'unsupported-format' }));
    expect(() => openXliff(new Uint8Array([0x50, 0x4b, 3, 4]), 'x.xlf')).toThrow(/ZIP archive/);
  });

  it('refuses bytes that are not in the encoding the file names', () => {
    const bytes = new Uint8Array([
      ...encoder.encode('<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="1.2">'),
      0xe9,
    ]);
    expect(() => openXliff(bytes, 'x')).toThrow(expect.objectContaining({ code: 'not-utf8' }));
    expect(open('<?xml version="1.0" encoding="klingon"?><xliff/>')).toThrow(
      expect.objectContaining({ code: 'unsupported-format' }),
    );
  });

  it('reads UTF-16 with its mark', () => {
    const text = `\u{FEFF}${xliff12('<trans-unit id="u"><source>é</source></trans-unit>')}`;
    const little = new Uint8Array(text.length * 2);
    for (const [index, unit] of [...text].entries())
      new DataView(little.buffer).setUint16(index * 2, unit.charCodeAt(0), true);
    expect(openXliff(little, 'x').documents[0]?.segments[0]?.source).toEqual(['é']);
  });
});
