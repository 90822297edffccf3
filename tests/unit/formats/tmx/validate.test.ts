import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../../../memory/formats/tmx/validate/validate.ts';

const HEADER =
  '<header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en" srclang="en" datatype="plaintext"/>';

/** The faults of a file as `line:column message`. */
async function faults(text: string): Promise<readonly string[]> {
  const found = await validateTmx([text], 'x.tmx');
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

function tmx(units: string, version = '1.4', header = HEADER): string {
  return `<?xml version="1.0"?>\n<tmx version="${version}">${header}<body>\n${units}\n</body></tmx>`;
}

function unit(english: string, french = 'B', attributes = ''): string {
  return (
    `<tu${attributes}>\n<tuv xml:lang="en"><seg>${english}</seg></tuv>\n` +
    `<tuv xml:lang="fr"><seg>${french}</seg></tuv></tu>`
  );
}

describe('validateTmx', () => {
  it('has nothing against valid files of each version', async () => {
    expect(await faults(tmx(unit('A <bpt i="1" x="1">&lt;b></bpt>word<ept i="1">&lt;/b></ept>')))).toEqual([]);
    const old = unit('A<ut>x</ut>').replaceAll('xml:lang', 'lang');
    expect(await faults(tmx(old, '1.1'))).toEqual([]);
    expect(await faults(tmx(unit('A <hi type="term">word</hi>'), '1.3'))).toEqual([]);
  });

  it.each([
    ['ill-formed', '<tu></tv>', '3:10 unexpected close tag.'],
    ['an unknown element', '<unit/>', '3:1 <unit> must not stand here in <body>.'],
    ['text in the body', 'text', '2:148 <body> holds text, which it must not.'],
    ['a unit without texts', '<tu\n tuid="1"/>', '3:1 <tu> lacks <tuv>.'],
    [
      'a number that is none',
      unit('A', 'B', ' usagecount="many"'),
      '3:1 The attribute usagecount of <tu> must be a whole number.',
    ],
    [
      'a day that is not in the calendar',
      unit('A', 'B', ' changedate="20210431T000000Z"'),
      '3:1 The attribute changedate of <tu> must be a date in the calendar, as 20211125T170000Z.',
    ],
    [
      'an attribute that there is none of',
      unit('A', 'B', ' colour="red"'),
      '3:1 The attribute colour of <tu> is none that it has.',
    ],
    [
      'an underscore in a language',
      unit('A').replace('"fr"', '"fr_FR"'),
      '5:1 The attribute xml:lang of <tuv> must be a language tag, such as fr or en-GB.',
    ],
    ['a pair that is not ended', unit('<bpt i="1"/>A'), '4:25 <bpt i="1"> is ended by no <ept> in this <seg>.'],
    [
      'an end before its start',
      unit('<ept i="1"/>A<bpt i="1"/>'),
      '4:25 <ept i="1"> ends no <bpt> that stands before it in this <seg>.',
    ],
    [
      'an i that is there twice',
      unit('<bpt i="1"/>A<ept i="1"/><bpt i="1"/>'),
      '4:50 A <bpt> with i="1" is there already in this <seg>.',
    ],
    [
      'a segment inside a property',
      '<tu><prop type="p"><seg>A</seg></prop><tuv xml:lang="en"><seg>A</seg></tuv></tu>',
      '3:20 <seg> must not stand here in <prop>.',
    ],
    [
      'no text in the source language',
      unit('A', 'B', ' tuid="7" srclang="de"'),
      '3:1 <tu tuid="7"> has no <tuv> in its source language, de.',
    ],
  ])('names the place of %s', async (_what, units, fault) => {
    expect(await faults(tmx(units))).toContain(fault);
  });

  it('takes a region for the language it is of', async () => {
    expect(await faults(tmx(unit('A').replace('"en"', '"en-GB"')))).toEqual([]);
    expect(await faults(tmx(unit('A', 'B', ' srclang="*all*"').replace('"en"', '"de"')))).toEqual([]);
  });

  it('names what is wrong with the file around the units', async () => {
    expect(await faults('<tm/>')).toEqual(['1:1 The file is not TMX: it begins with <tm>, not <tmx>.']);
    expect(await faults('<tmx version="2"/>')).toEqual([
      '1:1 The attribute version of <tmx> must be one of 1.1, 1.2, 1.3, 1.4.',
      '1:1 <tmx> lacks <body>.',
    ]);
    expect(await faults(tmx('', '1.4', ''))).toEqual(['2:20 <tmx> lacks <header> before <body>.']);
    const made = `${HEADER.slice(0, -2)}><ude name="u"><map unicode="#xF8FF" code="#xF0"/><map unicode="F8"/></ude></header>`;
    expect(await faults(tmx('', '1.4', made))).toEqual([
      '2:147 <ude> lacks the attribute base, for one <map> of it has a code.',
      '2:196 The attribute unicode of <map> must be a hexadecimal number, as #xF8FF.',
      '2:196 <map> has neither code nor ent nor subst.',
    ]);
  });

  it('keeps what it found before the place where a file breaks off', async () => {
    expect(await faults(`${tmx('<tu/>').slice(0, -14)}<`)).toEqual([
      '3:1 <tu> lacks <tuv>.',
      expect.stringMatching(/^\d+:\d+ /),
    ]);
  });

  it('counts columns from the start of the line in any piece of a large file', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => unit(`Text ${index}`)).join('\r\n');
    expect(await faults(tmx(`${many}\r\n  <tu\r\n tuid="x"/>`))).toEqual(['9003:3 <tu> lacks <tuv>.']);
  });
});
