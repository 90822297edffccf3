import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../../../../memory/formats/xliff/validate/validate.ts';

/** The faults of a file as `line:column message`. */
async function faults(text: string): Promise<readonly string[]> {
  const found = await validateXliff([text], 'x.xlf');
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function xliff20(unit: string, root = ' trgLang="en"'): string {
  return (
    `<xliff version="2.0" srcLang="fr"${root} xmlns="urn:oasis:names:tc:xliff:document:2.0">\n` +
    `<file id="f"><unit id="u">\n${unit}</unit></file></xliff>`
  );
}

function segment(source: string, target?: string): string {
  return `<segment><source>${source}</source>${target === undefined ? '' : `<target>${target}</target>`}</segment>`;
}

describe('validateXliff on XLIFF 2', () => {
  it('has nothing against a valid file', async () => {
    expect(await faults(xliff20(segment('Un <pc id="1">mot</pc>.', 'A <pc id="1">word</pc>.')))).toEqual([]);
  });

  it('names the place of what is ill-formed', async () => {
    expect(await faults('<xliff>\n <a></b></xliff>')).toEqual(['2:9 unexpected close tag.']);
  });

  it.each([
    [
      'an element out of order',
      '<segment><target>B</target></segment>',
      '3:1 <segment> lacks <source> before <target>.',
    ],
    [
      'an unknown attribute',
      '<segment colour="red"><source/></segment>',
      '3:1 The attribute colour of <segment> is none that it has.',
    ],
    [
      'a wrong value',
      '<segment state="done"><source/><target/></segment>',
      '3:1 The attribute state of <segment> must be one of initial, translated, reviewed, final.',
    ],
    ['text between elements', `text${segment('A')}`, '2:14 <unit id="u"> holds text, which it must not.'],
    [
      'a second code of one id',
      segment('<ph id="1"/><ph id="1"/>'),
      '3:30 The id of <ph id="1"> is there already in this unit.',
    ],
    ['an end without start', segment('<ec startRef="1"/>'), '3:18 <ec> ends no <sc> that stands before it: “1”.'],
    [
      'a reference to nothing',
      segment('<mrk id="1" ref="#n=2">A</mrk>'),
      '3:18 The ref of <mrk id="1"> is “#n=2”, and there is nothing of that name.',
    ],
    [
      'missing data',
      segment('<ph id="1" dataRef="d"/>'),
      '3:18 The dataRef of <ph id="1"> is “d”, which is no <data> of its unit.',
    ],
  ])('names %s with its place', async (_, unit, fault) => {
    expect(await faults(xliff20(unit))).toEqual([fault]);
  });

  it('wants a target language where there are targets', async () => {
    expect(await faults(xliff20(segment('A', 'B'), ''))).toEqual([
      '3:28 There is a <target>, but the file has no trgLang.',
    ]);
  });

  it('lets pairs go over several segments, and knows where they end', async () => {
    expect(await faults(xliff20(segment('<sc id="1"/>A') + segment('B<ec startRef="1"/>')))).toEqual([]);
    const swapped =
      '<segment><source><sc id="1"/>A</source><target order="2"><sc id="1"/>A</target></segment>' +
      '<segment><source>B<ec startRef="1"/></source><target order="1">B<ec startRef="1"/></target></segment>';
    expect((await faults(xliff20(swapped))).join('\n')).toMatch(/<ec> ends no <sc>/);
  });

  it('gathers no more faults than anyone reads', async () => {
    expect(await faults(xliff20(segment('A<x/>').repeat(5000)))).toHaveLength(1000);
  });
});

describe('validateXliff on XLIFF 1', () => {
  const xliff12 = (body: string) =>
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" datatype="plaintext" ' +
    `source-language="fr" target-language="en"><body>\n${body}</body></file></xliff>`;

  it.each([
    [
      'a unit without source',
      '<trans-unit id="u"><target/></trans-unit>',
      '2:1 <trans-unit id="u"> must have one <source>.',
    ],
    [
      'a code that does not end',
      '<trans-unit id="u"><source><bpt id="1">x</bpt></source></trans-unit>',
      '2:28 <bpt id="1"> has no <ept> behind it.',
    ],
    [
      'an unknown state',
      '<trans-unit id="u"><source/><target state="done"/></trans-unit>',
      '2:29 The state “done” of <target> is none of XLIFF 1.2, and does not begin with x-.',
    ],
    [
      'an id given twice',
      '<trans-unit id="u"><source/></trans-unit>\n<trans-unit id="u"><source/></trans-unit>',
      '3:1 The id of <trans-unit id="u"> is there already in this file.',
    ],
    [
      'a target that stands behind notes',
      '<trans-unit id="u"><source/><note/><target/></trans-unit>',
      '2:36 <target> must stand right behind the source in <trans-unit id="u">.',
    ],
    [
      'an element that is no code',
      '<trans-unit id="u"><source><b>x</b></source></trans-unit>',
      '2:28 <b> is no inline element of XLIFF 1.',
    ],
  ])('names %s', async (_, body, fault) => {
    expect(await faults(xliff12(body))).toEqual([fault]);
  });

  it('has nothing against a valid file', async () => {
    expect(await faults(xliff12('<trans-unit id="u"><source>A</source></trans-unit>'))).toEqual([]);
  });

  it('says of another file that it is no XLIFF', async () => {
    expect(await faults('<tmx version="1.4"/>')).toEqual([
      '1:1 The file is not XLIFF: it begins with <tmx>, not <xliff>.',
    ]);
  });
});

describe('names that every object has', () => {
  it('are names like others', async () => {
    const names =
      '<constructor constructor="x"/><segment state="constructor" toString="x"><source><ph id="1" subType="valueOf" type="constructor"/></source><target/></segment>';
    expect((await faults(xliff20(names))).every((fault) => !/function|native/.test(fault))).toBe(true);
    expect((await faults(xliff20(names))).length).toBeGreaterThan(3);
    expect(await faults('<constructor:xliff version="2.0"/>')).not.toEqual([]);
  });
});
