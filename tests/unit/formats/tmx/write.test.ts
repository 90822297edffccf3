import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TmxUnit } from '../../../../memory/formats/tmx/entry.ts';
import type { InlineCode, InlineContent } from '../../../../memory/model/inline.ts';
import { canonicalContent } from '../../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../../memory/model/language.ts';
import type { Origin } from '../../../../memory/model/origin.ts';
import { STATUSES } from '../../../../memory/model/origin.ts';
import { readAll, tmx, unitsOf, writeAll } from './support.ts';

const plain: TmxUnit = {
  unit: {
    fr: { language: 'fr', content: ['Bonjour.'] },
    en: { language: 'en-GB', content: ['Hello.'] },
    origin: { kind: 'human' },
    status: 'confirmed',
  },
};

async function roundTrip(units: readonly TmxUnit[]): Promise<TmxUnit[]> {
  return unitsOf(await readAll([new TextEncoder().encode(await writeAll(units))]));
}

describe('writeTmx', () => {
  it('writes the header that tools ask for', async () => {
    const text = await writeAll([], {
      memoryName: 'Presse & Cie',
      sourceLanguage: 'fr-FR',
      createdAt: '2026-01-02T03:04:05.678Z',
      createdBy: 'zoe',
    });
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n' +
        '  <header creationtool="Calque" creationtoolversion="1.0" segtype="sentence" o-tmf="Calque" adminlang="en" ' +
        'srclang="fr-FR" datatype="plaintext" creationdate="20260102T030405Z" creationid="zoe">' +
        '<prop type="x-tm-name">Presse &amp; Cie</prop></header>\n  <body>\n  </body>\n</tmx>\n',
    );
  });

  it('puts the side written first in front, and says when it is not known', async () => {
    const sides = async (originalLanguage?: 'fr' | 'en'): Promise<readonly string[]> => {
      const text = await writeAll([{ unit: { ...plain.unit, ...(originalLanguage && { originalLanguage }) } }]);
      return [...text.matchAll(/<tu [^>]*srclang="([^"]*)"|<tuv xml:lang="([^"]*)"/g)].map(([, a, b]) => a ?? b ?? '');
    };
    expect(await sides('en')).toEqual(['en-GB', 'en-GB', 'fr']);
    expect(await sides('fr')).toEqual(['fr', 'fr', 'en-GB']);
    expect(await sides()).toEqual(['*all*', 'fr', 'en-GB']);
  });

  it('writes codes at level 2', async () => {
    const content: InlineContent = [
      { form: 'open', id: '1', type: 'underlined', data: '<u>' },
      'a',
      { form: 'close', id: '1', data: '</u>' },
      { form: 'standalone', id: '2', type: 'lb' },
      { form: 'close', id: '3' },
    ];
    const text = await writeAll([{ unit: { ...plain.unit, fr: { language: 'fr', content } } }]);
    expect(text).toContain(
      '<seg><bpt i="1" x="1" type="ulined">&lt;u&gt;</bpt>a<ept i="1">&lt;/u&gt;</ept>' +
        '<ph x="2" type="lb"></ph><it pos="end" x="3"></it></seg>',
    );
  });

  it('numbers codes whose ids are no numbers, and gets the ids back', async () => {
    const open: InlineCode = { form: 'open', id: 'b"1' };
    const close: InlineCode = { form: 'close', id: 'b"1' };
    const fr = { language: 'fr', content: [{ form: 'standalone', id: '2' }, open, 'a', close] } as const;
    const en = { language: 'en', content: [open, 'b', close] } as const;
    const units = [{ unit: { ...plain.unit, fr, en } }];
    expect(await writeAll(units)).toContain('<seg><bpt i="1" x="2"></bpt>b<ept i="1"></ept></seg>');
    expect(await roundTrip(units)).toEqual(units);
  });

  it('carries characters that XML does not, and stays well-formed', async () => {
    const content = ['a\u0000b\u000C\uFFFF\uD800', { form: 'standalone', id: '1', data: 'x\u0001' } as const];
    const units: TmxUnit[] = [
      {
        unit: {
          ...plain.unit,
          fr: { language: 'fr', content },
          note: 'n\u0002',
          properties: [{ type: 't\u0003', value: 'v\u0004' }],
        },
      },
    ];
    const [back] = await roundTrip(units);
    expect(back?.unit.fr.content).toEqual([content[0], { form: 'standalone', id: '1', data: 'x\uFFFD' }]);
    expect(back?.unit).toMatchObject({ note: 'n\uFFFD', properties: [{ type: 't\uFFFD', value: 'v\uFFFD' }] });
  });

  it('leaves the identity of a match’s unit behind', async () => {
    const origin: Origin = { kind: 'match', match: 'fuzzy', rate: 82, unitId: 7 };
    const [back] = await roundTrip([{ unit: { ...plain.unit, origin } }]);
    expect(back?.unit.origin).toEqual({ kind: 'match', match: 'fuzzy', rate: 82 });
  });

  it('gives foreign attributes back at their place, but none that is invalid', async () => {
    const properties = [
      { type: 'tmx:tuid', value: 'e-42' },
      { type: 'tmx:segtype', value: 'mot' },
      { type: 'tmx:datatype', value: 'html', side: 'en' },
    ] as const;
    const text = await writeAll([{ id: '9', unit: { ...plain.unit, properties } }]);
    expect(text).toContain('<tu tuid="e-42" srclang="*all*">');
    expect(text).toContain('<tuv xml:lang="en-GB" datatype="html">');
  });

  it('writes no foreign property under a name of its own', async () => {
    const properties = [{ type: 'x-calque-status', value: 'reviewed' }];
    const [back] = await roundTrip([{ unit: { ...plain.unit, properties } }]);
    expect(back?.unit.status).toBe('confirmed');
    expect(back?.unit).not.toHaveProperty('properties');
  });
});

/** Text that XML can carry: a note or property is not a place for anything else. */
const carried = fc
  .string({ unit: 'binary', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '·'));

const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.string({
    unit: fc.constantFrom('\0', '\f', '\r', '\n', ' ', ']]>', '&amp;', '<ph>', '"', '\uDFFF', '\u00A0', '😀'),
  }),
);

const code: fc.Arbitrary<InlineCode> = fc
  .record(
    {
      form: fc.constantFrom('open', 'close', 'standalone'),
      id: fc.oneof(fc.constantFrom('1', '2', '10'), fc.constantFrom('b1', '01', '', 'é"')),
      data: carried,
    },
    { requiredKeys: ['form', 'id'] },
  )
  .chain((made): fc.Arbitrary<InlineCode> => {
    // TMX has no place for the type of a closing code.
    if (made.form === 'close') return fc.constant(made);
    const type = fc.constantFrom('bold', 'underlined', 'x-a b');
    return fc.option(type, { nil: undefined }).map((name) => (name === undefined ? made : { ...made, type: name }));
  });

const content = fc
  .tuple(fc.array(fc.oneof(anyText, code), { maxLength: 8 }), fc.string({ unit: 'grapheme-ascii' }))
  .map(([parts, word]) => canonicalContent([...parts, `${word}x`]));

const instant = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => `${date.toISOString().slice(0, 19)}.000Z`);

const origin: fc.Arbitrary<Origin> = fc.oneof(
  fc.constant({ kind: 'human' } as const),
  fc.record({
    kind: fc.constant('match' as const),
    match: fc.constantFrom('context', 'exact', 'adapted', 'fuzzy', 'related'),
    rate: fc.nat(101),
  }),
  fc.record({ kind: fc.constant('machine' as const), engine: carried }),
  fc.record({ kind: fc.constant('alignment' as const), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('import' as const), source: carried }),
);

const variant = (...languages: readonly LanguageTag[]) =>
  fc.record({ language: fc.constantFrom(...languages), content });

const foreignType = carried.filter((type) => !type.startsWith('tmx:') && !type.startsWith('x-calque-'));

const properties = fc
  .record({
    unit: fc.array(fc.record({ type: foreignType, value: carried }), { maxLength: 2 }),
    fr: fc.array(fc.record({ type: foreignType, value: carried }), { maxLength: 2 }),
    en: fc.array(fc.record({ type: foreignType, value: carried }), { maxLength: 2 }),
  })
  .map(({ unit, fr, en }) => [
    ...unit,
    ...fr.map((property) => ({ ...property, side: 'fr' as const })),
    ...en.map((property) => ({ ...property, side: 'en' as const })),
  ]);

const unit = fc
  .record(
    {
      fr: variant('fr', 'fr-CA'),
      en: variant('en', 'en-GB'),
      originalLanguage: fc.constantFrom('fr' as const, 'en' as const),
      origin,
      status: fc.constantFrom(...STATUSES),
      note: carried,
      properties,
      createdAt: instant,
      createdBy: carried,
      changedAt: instant,
      changedBy: carried,
      useCount: fc.nat(999_999_999),
      lastUsedAt: instant,
    },
    { requiredKeys: ['fr', 'en', 'origin', 'status'] },
  )
  // No properties is written as nothing at all.
  .map(({ properties: foreign, ...rest }) => (foreign?.length ? { ...rest, properties: foreign } : rest));

const place = fc.record(
  {
    document: carried,
    position: fc.nat(999_999_999),
    provenance: fc.record(
      {
        title: carried,
        publication: carried,
        url: fc.webUrl(),
        publishedOn: fc.constantFrom('2021', '2021-11', '2021-11-25'),
        author: carried,
        translator: carried,
        credit: carried,
        originalLanguage: fc.constantFrom('fr' as const, 'en' as const),
        rights: carried,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['document', 'provenance'] },
);

const tmxUnit: fc.Arbitrary<TmxUnit> = fc.record({ unit, place, id: carried }, { requiredKeys: ['unit'] });

describe('writing and reading', () => {
  it('gives equal units', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(tmxUnit, { maxLength: 3 }), async (units) => {
        expect(await roundTrip(units)).toEqual(units);
      }),
      { numRuns: 300 },
    );
  });
});

describe('level 1', () => {
  it('has the texts without their codes', async () => {
    const [unit] = unitsOf(
      await readAll([
        tmx(
          '<tu><tuv xml:lang="fr"><seg>Un <hi x="1">mot</hi></seg></tuv><tuv xml:lang="en"><seg>A <ph x="2"/>word</seg></tuv></tu>',
        ),
      ]),
    );
    const text = await writeAll(unit ? [unit] : [], { level: 1 });
    expect(text).toContain('<seg>Un mot</seg>');
    expect(text).toContain('<seg>A word</seg>');
    expect(text).not.toContain('code-ids');
  });
});
