import { describe, expect, it } from 'vitest';
import type { XliffChange } from '../../../../memory/formats/xliff/changes.ts';
import { validateXliff } from '../../../../memory/formats/xliff/validate/validate.ts';
import { openXliff, writeBack } from '../../../support/xliff.ts';

const encoder = new TextEncoder();

const CANDIDATE = {
  kind: 'fuzzy',
  quality: 82,
  origin: 'Presse',
  source: ['The quay is shut & sealed.'],
  target: ['Le quai est fermé ', { form: 'open', id: '1' }, '!', { form: 'close', id: '1' }],
  targetLanguage: 'fr',
  provenance: { publication: 'Le Port', url: 'https://example.org/a?b=1&c' },
} as const;

function written(text: string, changes: readonly XliffChange[]): string {
  return new TextDecoder().decode(writeBack(openXliff(encoder.encode(text), 'x'), changes));
}

function candidatesIn(text: string) {
  return openXliff(encoder.encode(text), 'x').documents.flatMap(({ segments }) =>
    segments.map(({ id, candidates }) => [id, candidates.map(({ quality, origin }) => `${origin} ${quality}`)]),
  );
}

const NS12 = 'xmlns="urn:oasis:names:tc:xliff:document:1.2"';
const file12 = (units: string) =>
  `<xliff version="1.2" ${NS12}><file original="a" source-language="en" target-language="fr" datatype="html"><body>${units}</body></file></xliff>`;
const NS20 = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"';
const file20 = (unit: string) =>
  `<xliff ${NS20} version="2.0" srcLang="en" trgLang="fr"><file id="f">${unit}</file></xliff>`;

describe('candidates in XLIFF 1.2', () => {
  it('stand behind the target, before those of the file, and say where they come from', async () => {
    const text = file12(
      '<trans-unit id="u"><source>The quay.</source><alt-trans match-quality="60" origin="Old"><target>Quai</target></alt-trans></trans-unit>',
    );
    const out = written(text, [{ id: '1/u', target: ['Le quai.'], status: 'draft', candidates: [CANDIDATE] }]);
    expect(out).toContain('>Le quai.</target><alt-trans match-quality="82" origin="Presse" extype="fuzzy"');
    expect(out).toContain(
      '<note from="Calque">Le Port · https://example.org/a?b=1&amp;c</note></alt-trans><alt-trans match-quality="60"',
    );
    expect(candidatesIn(out)).toEqual([['1/u', ['Presse 82', 'Old 60']]]);
    expect(await validateXliff([out], 'x')).toEqual([]);
  });

  it('name the segment they are for, and have the prefix of the file', () => {
    const marks = '<mrk mtype="seg" mid="a">One.</mrk><mrk mtype="seg" mid="b">Two.</mrk>';
    const plain = `<trans-unit id="u"><source>One.Two.</source><seg-source>${marks}</seg-source></trans-unit>`;
    const text = file12(plain)
      .replaceAll(/<(\/?)(?=\w)/g, '<$1x:')
      .replace('xmlns=', 'xmlns:x=');
    const out = written(text, [{ id: '1/u/b', candidates: [CANDIDATE] }]);
    expect(out).toContain('</x:seg-source><x:alt-trans match-quality="82" origin="Presse" mid="b"');
    expect(candidatesIn(out)).toEqual([
      ['1/u/a', []],
      ['1/u/b', ['Presse 82']],
    ]);
  });

  it('are written once, however often they come', () => {
    const text = file12('<trans-unit id="u"><source>The quay.</source></trans-unit>');
    const changes = [{ id: '1/u', candidates: [CANDIDATE] }];
    const once = written(text, changes);
    expect(written(once, changes)).toBe(once);
  });
});

describe('candidates in XLIFF 2', () => {
  const two =
    '<unit id="u"><segment><source>One.</source></segment><segment id="b"><source>Two.</source></segment></unit>';

  it('make a group of matches for the unit, each with the segment it is for', async () => {
    const candidates = [CANDIDATE];
    const out = written(file20(two), [
      { id: 'f/u/1', candidates },
      { id: 'f/u/b', candidates },
    ]);
    expect(out.match(/<mtc:matches/g)).toHaveLength(1);
    expect(out).toContain('<segment id="1"><source>One.');
    expect(candidatesIn(out)).toEqual([
      ['f/u/1', ['Presse 82']],
      ['f/u/b', ['Presse 82']],
    ]);
    expect(await validateXliff([out], 'x')).toEqual([]);
  });

  it('join the group that is there, under names of their own', async () => {
    const group =
      '<m:matches xmlns:m="urn:oasis:names:tc:xliff:matches:2.0"><m:match id="m1" ref="#b"><source>Two</source><target>Deux</target></m:match></m:matches>';
    const out = written(file20(two.replace('<segment>', `${group}<segment>`)), [
      { id: 'f/u/b', candidates: [CANDIDATE] },
    ]);
    expect(out).toContain('id="m2" ref="#b"');
    expect(candidatesIn(out)[1]).toEqual(['f/u/b', ['undefined undefined', 'Presse 82']]);
    expect(await validateXliff([out], 'x')).toEqual([]);
  });
});
