import { describe, expect, it } from 'vitest';
import type { TmxEntry, TmxUnit } from '../../../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../../../memory/formats/tmx/read.ts';
import { writeTmx } from '../../../../memory/formats/tmx/write.ts';
import type { NewUnit } from '../../../../memory/model/unit.ts';

async function read(text: string): Promise<readonly Extract<TmxEntry, { kind: 'unit' }>[]> {
  const units: Extract<TmxEntry, { kind: 'unit' }>[] = [];
  for await (const entry of readTmx([text], { name: 'a.tmx', status: 'confirmed' })) {
    if (entry.kind === 'unit') units.push(entry);
  }
  return units;
}

function file(properties: string): string {
  const sides = ['fr', 'en'].map((side) => `<tuv xml:lang="${side}"><seg>${side}</seg></tuv>`).join('');
  return `<tmx version="1.4"><header srclang="fr"/><body><tu creationid="a" usagecount="3">${properties}${sides}</tu></body></tmx>`;
}

const prop = (type: string, value: string) => `<prop type="${type}">${value}</prop>`;

function unit(fr: string, en: string, details: Partial<NewUnit> = {}): NewUnit {
  return {
    fr: { language: 'fr', content: [fr] },
    en: { language: 'en', content: [en] },
    originalLanguage: 'fr',
    origin: { kind: 'human' },
    status: 'confirmed',
    ...details,
  };
}

async function written(units: readonly TmxUnit[], convention: 'trados' | 'memoq'): Promise<string> {
  let text = '';
  for await (const piece of writeTmx(units, { sourceLanguage: 'fr', toolVersion: '1', convention })) text += piece;
  return text;
}

const provenance = { title: 'Au port', publication: 'La Gazette' };
const place = (position: number) => ({ document: 'd1', position, provenance });
const ARTICLE: readonly TmxUnit[] = [
  { unit: unit('Un | deux.', 'One | two.'), place: place(0) },
  { unit: unit('Trois.', 'Three.', { status: 'reviewed' }), place: place(1) },
  {
    unit: unit('Cinq.', 'Five.', { status: 'draft', origin: { kind: 'alignment', confidence: 0.9 } }),
    place: place(3),
  },
];

describe('the properties of Trados', () => {
  it.each([
    [prop('x-ConfirmationLevel', 'ApprovedSignOff'), { status: 'reviewed' }],
    [prop('x-ConfirmationLevel', 'Draft'), { status: 'draft' }],
    [prop('x-ConfirmationLevel', 'Unspecified'), { status: 'confirmed' }],
    [prop('x-Origin', 'MachineTranslation'), { origin: { kind: 'machine', engine: 'unknown' }, status: 'confirmed' }],
    [prop('x-Origin', 'Alignment'), { status: 'draft' }],
    [prop('x-Origin', 'Alignment') + prop('x-ConfirmationLevel', 'Translated'), { status: 'confirmed' }],
    [prop('x-calque-status', 'rejected') + prop('x-ConfirmationLevel', 'Draft'), { status: 'rejected' }],
  ])('%s', async (properties, facts) => {
    expect((await read(file(properties)))[0]?.unit).toMatchObject({ ...facts, createdBy: 'a', useCount: 3 });
  });

  it('are written with the fields of the provenance and what stands before', async () => {
    const text = await written(ARTICLE, 'trados');
    expect(text).toMatch(/<header[^>]* o-tmf="SDL TM8 Format"[^>]*>.*<prop type="x-Publication:SingleString"><\/prop>/);
    expect(text.match(/x-ContextContent">[^<]*/g)).toEqual(['x-ContextContent">Un || deux. |  | One || two. | ']);
    expect(text.match(/x-ConfirmationLevel">\w+/g)?.map((found) => found.slice(21))).toEqual([
      'Translated',
      'ApprovedTranslation',
      'Draft',
    ]);
    expect(text.match(/x-Origin">\w+/g)?.map((found) => found.slice(10))).toEqual(['TM', 'TM', 'Alignment']);
    expect(text).toContain('<prop type="x-Title:SingleString">Au port</prop>');
  });

  it('come back as they were, with the level brought up to the status', async () => {
    const text = file(prop('x-ConfirmationLevel', 'ApprovedSignOff') + prop('x-Client:SingleString', 'C'));
    const [entry] = await read(text);
    const given = entry?.unit ?? unit('', '');
    expect(await written([{ unit: given }], 'trados')).toContain('x-ConfirmationLevel">ApprovedSignOff<');
    const again = await written([{ unit: { ...given, status: 'draft' } }], 'memoq');
    expect(again).toContain('x-ConfirmationLevel">Draft<');
    expect(again).toContain('x-Client:SingleString">C<');
  });
});

describe('the properties of memoQ', () => {
  it('make units of one document', async () => {
    const [entry] = await read(file(prop('x-document', 'port.docx') + prop('aligned', 'yes')));
    expect(entry).toMatchObject({
      unit: { status: 'draft' },
      place: { document: 'port.docx', provenance: { title: 'port.docx' } },
    });
  });

  it('are written with what stands around, and are taken again once', async () => {
    const text = await written(ARTICLE, 'memoq');
    expect(text).toContain('o-tmf="MemoQTM"');
    expect(text.match(/x-context-(pre|post)">[^<]*/g)).toEqual([
      'x-context-post">&lt;seg&gt;Trois.&lt;/seg&gt;',
      'x-context-pre">&lt;seg&gt;Un | deux.&lt;/seg&gt;',
    ]);
    const units = await read(text);
    expect(units.map(({ place: found }) => found?.document)).toEqual(['d1', 'd1', 'd1']);
    const again = await written(units, 'memoq');
    expect(again).toBe(text);
  });
});
