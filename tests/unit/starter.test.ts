import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DtdValidator, XmlDocument, XmlDtd } from 'libxml2-wasm';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { describe, expect, it } from 'vitest';
import type { TmxEntry } from '../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import { contentText } from '../../memory/model/inline.ts';
import { LANGUAGES, otherLanguage } from '../../memory/model/language.ts';
import { detectLanguage } from '../../memory/text/detect.ts';

interface StarterVariant {
  readonly language: string;
  readonly text: string;
}

interface StarterUnit {
  readonly tuid: string;
  readonly sourceLanguage: string;
  readonly properties: ReadonlyMap<string, string>;
  /** In the order of the file. */
  readonly variants: readonly StarterVariant[];
}

/** The units of a TMX file that has no inline codes and no notes, which this one does not. */
function readUnits(xml: string): readonly StarterUnit[] {
  const units: StarterUnit[] = [];
  let tag: SaxesTagPlain | undefined;
  let text = '';
  let attributes: Record<string, string> = {};
  let properties = new Map<string, string>();
  let variants: StarterVariant[] = [];
  let language = '';
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (opened) => {
    tag = opened;
    text = '';
    if (opened.name === 'tuv') language = opened.attributes['xml:lang'] ?? '';
    if (opened.name !== 'tu') return;
    attributes = opened.attributes;
    properties = new Map();
    variants = [];
  });
  parser.on('text', (piece) => {
    text += piece;
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'prop') properties.set(tag?.attributes['type'] ?? '', text);
    if (name === 'seg') variants.push({ language, text });
    if (name !== 'tu') return;
    units.push({ tuid: attributes['tuid'] ?? '', sourceLanguage: attributes['srclang'] ?? '', properties, variants });
  });
  parser.write(xml).close();
  return units;
}

const file = new URL('../../memory/starter/starter.tmx', import.meta.url);
const xml = readFileSync(file, 'utf8');
const units = readUnits(xml);

function textIn(unit: StarterUnit, language: string): string {
  return unit.variants.find((variant) => variant.language === language)?.text ?? '';
}

/** The units of which `wrong` is true of the text on that side, to be shown when there are any. */
function textsWhere(language: string, wrong: RegExp): readonly string[] {
  return units.map((unit) => textIn(unit, language)).filter((text) => wrong.test(text));
}

function property(unit: StarterUnit, name: string): string | undefined {
  return unit.properties.get(`x-calque-${name}`);
}

const documents = new Map<string, readonly StarterUnit[]>();
for (const unit of units) {
  const name = property(unit, 'document') ?? '';
  documents.set(name, [...(documents.get(name) ?? []), unit]);
}

describe('the starter memory', () => {
  it('is valid TMX 1.4', (context) => {
    const schema = new URL('../../../shared/schemas/tmx/tmx14.dtd', import.meta.url);
    if (!existsSync(schema)) return context.skip(`the DTD of TMX 1.4 is not at ${fileURLToPath(schema)}`);
    using document = XmlDocument.fromString(xml);
    using validator = new DtdValidator(XmlDtd.fromBuffer(readFileSync(schema)));
    expect(() => validator.validate(document)).not.toThrow();
  });

  it('is read by Calque itself, nothing refused and no property misunderstood', async () => {
    const entries: TmxEntry[] = [];
    for await (const entry of readTmx([readFileSync(file)], { name: 'starter.tmx' })) entries.push(entry);
    expect(entries.filter((entry) => entry.kind !== 'unit')).toEqual([]);
    expect(entries.length).toBe(units.length);
    for (const [index, entry] of entries.entries()) {
      const stored = units[index];
      if (entry.kind !== 'unit' || !stored) continue;
      expect(contentText(entry.unit.fr.content)).toBe(textIn(stored, 'fr-FR'));
      expect(contentText(entry.unit.en.content)).toBe(textIn(stored, 'en-GB'));
      expect(entry.unit.originalLanguage).toBe(property(stored, 'original-language'));
      expect((entry.unit.properties ?? []).filter(({ type }) => type.startsWith('x-calque-'))).toEqual([]);
      expect(entry.place?.document).toBe(property(stored, 'document'));
      expect(entry.place?.provenance.title).toBe(property(stored, 'title'));
    }
  });

  it('has at least 80 units, each with an identity of its own', () => {
    expect(units.length).toBeGreaterThanOrEqual(80);
    expect(new Set(units.map((unit) => unit.tuid)).size).toBe(units.length);
  });

  it('has French and English in every unit, the original first', () => {
    for (const unit of units) {
      const original = property(unit, 'original-language') === 'fr' ? 'fr-FR' : 'en-GB';
      expect(unit.sourceLanguage, unit.tuid).toBe(original);
      expect(
        unit.variants.map((variant) => variant.language),
        unit.tuid,
      ).toEqual(original === 'fr-FR' ? ['fr-FR', 'en-GB'] : ['en-GB', 'fr-FR']);
    }
  });

  it('has each side in the language it says', () => {
    for (const language of LANGUAGES) {
      const tag = language === 'fr' ? 'fr-FR' : 'en-GB';
      // A headline alone may be too short to tell; what can be told must be right, and every document as a whole is told.
      const told = units.map((unit) => ({ tuid: unit.tuid, language: detectLanguage(textIn(unit, tag))?.language }));
      expect(told.filter((text) => text.language === otherLanguage(language))).toEqual([]);
      for (const [name, members] of documents) {
        const whole = members.map((unit) => textIn(unit, tag)).join('\n');
        expect(detectLanguage(whole)?.language, name).toBe(language);
      }
    }
  });

  it('translates in both directions', () => {
    for (const language of ['fr', 'en']) {
      expect(units.filter((unit) => property(unit, 'original-language') === language).length).toBeGreaterThan(30);
    }
  });

  it('says where every unit comes from', () => {
    for (const unit of units) {
      expect(property(unit, 'title'), unit.tuid).toMatch(/\S/);
      expect(property(unit, 'published-on'), unit.tuid).toMatch(/^\d{4}-\d\d(-\d\d)?$/);
      expect(property(unit, 'original-language'), unit.tuid).toMatch(/^(fr|en)$/);
      if (property(unit, 'document') === 'credit') continue;
      expect(property(unit, 'publication'), unit.tuid).toBe('Calque, starter memory');
      expect(property(unit, 'rights'), unit.tuid).toBe('MIT');
      expect(property(unit, 'credit') ?? property(unit, 'translator') ?? property(unit, 'author')).toBeUndefined();
    }
  });

  it('keeps each document whole, in order, and of one provenance', () => {
    for (const [name, members] of documents) {
      expect(members.map((unit) => unit.tuid)).toEqual(
        members.map((_, position) => `starter-${name}-${String(position).padStart(2, '0')}`),
      );
      expect(members.map((unit) => property(unit, 'position'))).toEqual(members.map((_, position) => String(position)));
      const provenances = members.map((unit) => [...unit.properties].filter(([key]) => key !== 'x-calque-position'));
      for (const provenance of provenances) expect(provenance).toEqual(provenances[0]);
    }
  });

  it('holds the credit note as it was printed, alone in its document', () => {
    const note = 'Traduit de l’anglais (original) par VECTranslation.';
    const [unit, ...others] = documents.get('credit') ?? [];
    expect(others).toEqual([]);
    expect(unit?.variants).toEqual([
      { language: 'en-GB', text: 'Translated from English (original) by VECTranslation.' },
      { language: 'fr-FR', text: note },
    ]);
    expect(Object.fromEntries(unit?.properties ?? [])).toMatchObject({
      'x-calque-credit': note,
      'x-calque-translator': 'VECTranslation',
      'x-calque-original-language': 'en',
      'x-calque-publication': 'Middle East Eye',
    });
  });

  it.each(['fr-FR', 'en-GB'])('has no empty text, stray space or control character in %s', (language) => {
    expect(textsWhere(language, /^$|^\s|\s$|\s{2}|[\p{Cc}\p{Cf}]|\n/u)).toEqual([]);
  });
});

describe('the French of the starter memory', () => {
  it('has typographic apostrophes and guillemets', () => {
    expect(textsWhere('fr-FR', /['"“”]/)).toEqual([]);
  });

  it('has no ordinary space where a line must not break', () => {
    expect(textsWhere('fr-FR', / [:;!?»%€]|« |\d \d{3}(?!\d)/)).toEqual([]);
  });

  it('has a no-break space before the colon and inside guillemets, a narrow one before ; ! ?', () => {
    expect(textsWhere('fr-FR', /[^\u00A0]:|«[^\u00A0]|[^\u00A0]»|[^\u202F][;!?]/)).toEqual([]);
  });

  it('has all three of them, so that the rules above are about something', () => {
    for (const mark of [/\u00A0:/, /«\u00A0[^»]+\u00A0»/, /\u202F[;!?]/]) {
      expect(textsWhere('fr-FR', mark).length).toBeGreaterThan(0);
    }
  });
});

describe('the English of the starter memory', () => {
  it('has typographic quotation marks and no French spacing', () => {
    expect(textsWhere('en-GB', /['"«»\u00A0\u202F]|\s[:;!?.,]/)).toEqual([]);
  });
});
