import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chunks } from '../../../../memory/formats/xml/bytes.ts';
import { childrenNamed, textOf, type XmlElement } from '../../../../memory/formats/xml/element.ts';
import { readXml } from '../../../../memory/formats/xml/reader.ts';

async function read(chunks: Chunks, wanted = 'tu'): Promise<{ starts: string[]; subtrees: XmlElement[] }> {
  const found = { starts: [] as string[], subtrees: [] as XmlElement[] };
  const events = {
    subtrees: new Set([wanted]),
    start: (element: XmlElement): void => void found.starts.push(element.name),
    subtree: (element: XmlElement): void => void found.subtrees.push(element),
  };
  for await (const _ of readXml(chunks, 'a.xml', events));
  return found;
}

const SAMPLE = '<?xml version="1.0"?>\n<a x="1"><!-- c -->\n<tu\n k="v">é<b>1<![CDATA[<2>]]></b>3</tu><c/><tu/></a>';

describe('readXml', () => {
  it('gives the wanted elements whole and the start of the others', async () => {
    const { starts, subtrees } = await read([SAMPLE]);
    expect(starts).toEqual(['a', 'c']);
    expect(subtrees).toEqual([
      {
        name: 'tu',
        attributes: { k: 'v' },
        line: 3,
        column: 1,
        children: ['é', { name: 'b', attributes: {}, line: 4, column: 9, children: ['1<2>'] }, '3'],
      },
      { name: 'tu', attributes: {}, line: 4, column: 42, children: [] },
    ]);
  });

  it('gives the same wherever the bytes are cut', async () => {
    const bytes = new TextEncoder().encode(SAMPLE);
    const whole = await read([bytes]);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
        const places = [0, ...cuts.toSorted((a, b) => a - b), bytes.length];
        const pieces = places.slice(1).map((end, index) => bytes.slice(places[index], end));
        expect(await read(pieces)).toEqual(whole);
      }),
    );
  });

  it('takes the prefix of the root off all names that have it, and leaves others', async () => {
    const { starts, subtrees } = await read(['<x:a><x:tu><y:b/><x:c/></x:tu><y:tu/></x:a>']);
    expect(starts).toEqual(['a', 'y:tu']);
    expect(subtrees).toMatchObject([{ name: 'tu', children: [{ name: 'y:b' }, { name: 'c' }] }]);
  });

  it.each([
    ['<a><b></a>', 1, 'close tag'],
    ['<a>\n<b>', 2, 'unclosed'],
    ['<a>\n\n&truc;</a>', 3, 'entity'],
    ['<a x=1/>', 1, ''],
    ['', 1, ''],
    ['Bonjour.', 1, 'text'],
    ['<a/><b/>', 1, ''],
    ['<a>\u0001</a>', 1, 'disallowed'],
  ])('refuses ill-formed XML with its place: %j', async (xml, line, words) => {
    await expect(read([xml])).rejects.toMatchObject({
      code: 'ill-formed-xml',
      details: { where: 'a.xml', line, column: expect.any(Number) },
      message: expect.stringContaining(words),
    });
  });

  it('expands no entity of the file’s own and opens none outside it', async () => {
    const bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;"><!ENTITY d SYSTEM "file:///etc/passwd">]>';
    for (const entity of ['b', 'c', 'd']) {
      await expect(read([`${bomb}<a>&${entity};</a>`])).rejects.toMatchObject({ code: 'ill-formed-xml' });
    }
  });

  it('refuses 100,000 levels of nesting', async () => {
    await expect(read(['<a>'.repeat(100_000)])).rejects.toMatchObject({
      code: 'ill-formed-xml',
      message: expect.stringContaining('nested'),
    });
    await expect(read([`<a><tu>${'<b>'.repeat(100_000)}`])).rejects.toMatchObject({ code: 'ill-formed-xml' });
  });

  it.each([
    ['attribute', '<a x="', () => 'x'.repeat(100_000)],
    ['text', '<a>', () => 'x'.repeat(100_000)],
    ['subtree', '<a><tu>', () => '<b/>'.repeat(25_000)],
    ['tag', '<a', (round: number) => Array.from({ length: 5000 }, (_, n) => ` x${round}-${n}=""`).join('')],
  ])('refuses an endless %s early', async (_, head, filler) => {
    let sent = 0;
    function* endless(): Generator<string> {
      yield head;
      for (let round = 0; ; round++) {
        const piece = filler(round);
        sent += piece.length;
        yield piece;
      }
    }
    await expect(read(endless())).rejects.toMatchObject({ code: 'text-too-long' });
    expect(sent).toBeLessThan(5_000_000);
  });

  it('takes many small elements of any total length', async () => {
    function* many(): Generator<string> {
      yield '<a>';
      for (let index = 0; index < 60; index++) yield `<tu>${'x'.repeat(100_000)}</tu><!-- -->\n`;
      yield '</a>';
    }
    expect((await read(many())).subtrees).toHaveLength(60);
  });
});

describe('elements', () => {
  it('are searched by name and read as text', async () => {
    const [tu] = (await read(['<a><tu>1<b>2</b><c>3<b>4</b></c></tu></a>'])).subtrees;
    expect(tu && textOf(tu)).toBe('1234');
    expect(tu && childrenNamed(tu, 'b').map(textOf)).toEqual(['2']);
  });
});
