import { describe, expect, it } from 'vitest';
import { readXliffWork, writeXliffWork } from '../../../../memory/formats/xliff/work.ts';
import { document, match, segment, writeAll } from './support.ts';

const UNIT = '<trans-unit id="u"><source>A</source></trans-unit>';

function xliff(languages: string, body = UNIT): string {
  return `<xliff version="1.2">\n<file original="a.txt" ${languages}><body>${body}</body></file></xliff>`;
}

function work(text: string) {
  return readXliffWork(new TextEncoder().encode(text), 'in.xlf');
}

const unit2 = (id: string, content: string) => `<unit id="${id}">${content}</unit>`;
const xliff2 = (units: string) =>
  `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f">${units}</file></xliff>`;

describe('readXliffWork', () => {
  it('takes French and English, written in whatever case', () => {
    expect(work(xliff('source-language="FR" target-language="en_gb"'))).toMatchObject({
      sourceLanguage: 'fr',
      targetLanguage: 'en-GB',
      segments: [{ source: ['A'], words: 1, paragraph: 0, before: '', after: '', fileSegment: '1/u' }],
    });
  });

  it('leaves the target language open where the file does', () => {
    expect(work(xliff('source-language="en"'))).not.toHaveProperty('targetLanguage');
  });

  it('keeps what stands between the segments of a unit, and makes a unit a paragraph', () => {
    const segment = (id: string, text: string) => `<segment id="${id}"><source>${text}</source></segment>`;
    const first = `${segment('a', 'One.')}<ignorable><source>  </source></ignorable>${segment('b', 'Two.')}`;
    const second = `${segment('a', 'Three.')}<ignorable><source> </source></ignorable>`;
    expect(work(xliff2(unit2('u', first) + unit2('v', second))).segments).toMatchObject([
      { fileSegment: 'f/u/a', paragraph: 0, before: '', after: '' },
      { fileSegment: 'f/u/b', paragraph: 0, before: '  ', after: '' },
      { fileSegment: 'f/v/a', paragraph: 1, before: '\n', after: ' ' },
    ]);
  });

  it('takes several parts as one document', () => {
    const part = (id: string) => `<file original="${id}" source-language="fr"><body>${UNIT}</body></file>`;
    const { segments } = work(`<xliff version="1.2">${part('a')}${part('b')}</xliff>`);
    expect(segments.map(({ fileSegment }) => fileSegment)).toEqual(['1/u', '2/u']);
  });

  it('locks what is not to be translated and what holds nothing', () => {
    const units =
      '<trans-unit id="a" translate="no"><source>A</source></trans-unit><trans-unit id="b"><source/></trans-unit>';
    expect(work(xliff('source-language="fr"', UNIT + units)).segments.map(({ locked }) => locked)).toEqual([
      false,
      true,
      true,
    ]);
  });

  it.each([
    ['unknown-language', xliff('source-language="fr" target-language="de"')],
    ['unknown-language', xliff('')],
    ['same-language', xliff('source-language="fr" target-language="fr-CA"')],
    ['empty-text', xliff('source-language="fr"', '')],
    [
      'wrong-language',
      xliff('source-language="fr"').replace(
        '</xliff>',
        `<file original="b" source-language="en"><body>${UNIT}</body></file></xliff>`,
      ),
    ],
  ])('refuses %s', (code, text) => {
    expect(() => work(text)).toThrow(expect.objectContaining({ code }));
  });

  it('says which language a file is in that is not ours, and where it says so', () => {
    const refused = () => work(xliff('source-language="fr" target-language="de"'));
    expect(refused).toThrow(/line 2: the target language is “de”/);
    expect(refused).toThrow(expect.objectContaining({ details: expect.objectContaining({ line: 2 }) }));
  });

  it('reads what we export: texts, status, lock and origin', async () => {
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
    const file = work(await writeAll([document(segments)], { fill: { machine: true } }));
    expect(file).toMatchObject({ sourceLanguage: 'fr', targetLanguage: 'en-GB' });
    for (const [index, { segment: written }] of segments.entries()) {
      const { source, target, status, locked } = written;
      expect(file.segments[index]).toMatchObject({
        fileSegment: `1/${written.id}`,
        source,
        ...(target.length > 0 && { target }),
        status,
        locked,
      });
    }
    expect(file.segments[2]?.origin).toEqual({ kind: 'match', match: 'exact', rate: 100 });
    expect(file.segments[4]?.origin).toEqual(machine);
  });
});

describe('writeXliffWork', () => {
  const text = xliff2(
    unit2('u', '<segment id="a"><source>One.</source></segment><segment><source>Two.</source></segment>') +
      unit2('v', '<segment id="a" state="final"><source>Three.</source><target>Trois.</target></segment>'),
  );
  const bytes = new TextEncoder().encode(text);
  const unchanged = work(text).segments.map((segment) => ({
    ...segment,
    target: segment.target ?? [],
    status: segment.status ?? 'untranslated',
  }));

  function written(changes: Readonly<Record<number, Partial<(typeof unchanged)[number]>>>): string {
    const segments = unchanged.map((segment, index) => ({ ...segment, ...changes[index] }));
    return new TextDecoder().decode(writeXliffWork(bytes, 'in.xlf', segments, 'fr-CA'));
  }

  it('gives the very bytes back where nothing was changed', () => {
    expect(writeXliffWork(bytes, 'in.xlf', unchanged, 'fr')).toBe(bytes);
  });

  it('writes the targets, statuses and the language that changed, and nothing else', () => {
    expect(written({ 1: { target: ['Deux.'], status: 'confirmed' }, 2: { status: 'draft' } })).toBe(
      text
        .replace(
          '<segment><source>Two.</source>',
          '<segment state="translated"><source>Two.</source><target>Deux.</target>',
        )
        .replace('state="final"', 'state="initial"')
        .replace('srcLang="en"', 'srcLang="en" trgLang="fr-CA"'),
    );
  });

  it('puts the halves of a segment that was split together', () => {
    const [first, ...rest] = unchanged;
    if (!first) throw new Error('there is a segment');
    const half = { ...first, source: ['O'], target: ['U'], status: 'confirmed' } as const;
    const halves = [half, { ...half, before: ' ', target: ['n.'], status: 'draft' } as const, ...rest];
    const given = new TextDecoder().decode(writeXliffWork(bytes, 'in.xlf', halves, 'fr'));
    expect(given).toContain('<segment id="a"><source>One.</source><target>U n.</target>');
  });
});
