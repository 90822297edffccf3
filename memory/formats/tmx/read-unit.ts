import { contentText } from '../../model/inline.ts';
import type { Language, LanguageTag } from '../../model/language.ts';
import { canonicalTag, languageOf } from '../../model/language.ts';
import type { ForeignProperty, NewUnit, Variant } from '../../model/unit.ts';
import type { XmlElement } from '../xml/element.ts';
import { childrenNamed, textOf } from '../xml/element.ts';
import { CodeIds } from './code-ids.ts';
import { CONVENTION_PROPERTIES, readConventions } from './conventions.ts';
import { instantFromTmx } from './dates.ts';
import type { Refusal, TmxEntry, TmxPlace } from './entry.ts';
import { ATTRIBUTE_PREFIX, KEPT_ATTRIBUTES, OWN_TUID } from './kept-attributes.ts';
import { OWN_PROPERTIES, PREFIX, readBlock, readOrigin, readProvenance, readStatus } from './properties.ts';
import { readSegment } from './read-segment.ts';

/** What holds for every unit of a file. */
export interface TmxDefaults {
  /** The header's `srclang`. */
  readonly sourceLanguage?: string;
  /** The status of a unit that states none. */
  readonly status: NewUnit['status'];
  /** The origin of a unit that states none. */
  readonly origin: NewUnit['origin'];
}

/** More pairs than this of one `tu` are a fault of the file, not translations. */
const MAXIMUM_PAIRS = 100;

interface ReadVariant extends Variant {
  readonly element: XmlElement;
}

/** The entries of one `tu`: each French variant with each English one is a unit. */
export function readUnit(tu: XmlElement, defaults: TmxDefaults): readonly TmxEntry[] {
  const { line, column } = tu;
  const refuse = (refusal: Refusal, reason: string): readonly TmxEntry[] => [
    { kind: 'refused', line, column, refusal, reason },
  ];
  const variants = readVariants(tu);
  const others = variants.filter(({ tag }) => tag === undefined).map(({ written }) => written);
  const french = inLanguage(variants, 'fr');
  const english = inLanguage(variants, 'en');
  const languages = [...new Set(variants.map(({ written }) => written || '(none)'))].join(', ');
  if (french.length === 0 && english.length === 0) {
    return refuse('unknown-language', `It is neither French nor English; its languages are: ${languages || '(none)'}.`);
  }
  if (french.length === 0) return refuse('no-french', `It has no French; its languages are: ${languages}.`);
  if (english.length === 0) return refuse('no-english', `It has no English; its languages are: ${languages}.`);
  if (french.length * english.length > MAXIMUM_PAIRS) {
    return refuse('too-many-variants', `It has ${french.length} French and ${english.length} English variants.`);
  }
  const entries: TmxEntry[] = [];
  for (const fr of french) {
    for (const en of english) {
      const empty = hasText(fr) ? (hasText(en) ? undefined : 'English') : 'French';
      if (empty) entries.push(...refuse('empty-side', `The ${empty} side has no text.`));
      else entries.push(unitEntry(tu, fr, en, defaults));
    }
  }
  if (others.length > 0) entries.push({ kind: 'other-languages', line, languages: others });
  return entries;
}

interface WrittenVariant {
  readonly written: string;
  readonly tag: LanguageTag | undefined;
  readonly variant: ReadVariant | undefined;
}

function readVariants(tu: XmlElement): readonly WrittenVariant[] {
  const tuvs = childrenNamed(tu, 'tuv');
  const segments = tuvs.map((tuv) => childrenNamed(tuv, 'seg')[0]);
  const ids = new CodeIds(
    segments.flatMap((seg) => (seg ? explicitNumbers(seg) : [])),
    codeNames(tu),
  );
  return tuvs.map((element, index) => {
    // TMX 1.1 has `lang`, later versions `xml:lang`.
    const written = element.attributes['xml:lang'] ?? element.attributes['lang'] ?? '';
    const tag = languageTag(written);
    const seg = segments[index];
    const content = seg && tag ? readSegment(seg, ids) : [];
    return { written, tag, variant: tag && { language: tag, content, element } };
  });
}

/** The languages of a file are few and read with every variant; one with thousands of names for them gains nothing. */
const READ_TAGS = new Map<string, LanguageTag | undefined>();
const TAGS_KEPT = 200;

/** Also takes the three-letter codes `fra` and `eng`, which some tools write. */
function languageTag(written: string): LanguageTag | undefined {
  if (READ_TAGS.has(written)) return READ_TAGS.get(written);
  const tag = canonicalTag(
    written
      .trim()
      .replace(/^fr[ae](?=$|[-_])/i, 'fr')
      .replace(/^eng(?=$|[-_])/i, 'en'),
  );
  if (READ_TAGS.size < TAGS_KEPT) READ_TAGS.set(written, tag);
  return tag;
}

function inLanguage(variants: readonly WrittenVariant[], language: Language): readonly ReadVariant[] {
  return variants.flatMap(({ tag, variant }) => (tag && variant && languageOf(tag) === language ? [variant] : []));
}

function hasText({ content }: Variant): boolean {
  return contentText(content).trim() !== '';
}

function explicitNumbers(element: XmlElement): readonly string[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const x = child.attributes['x'];
    return x ? [x, ...explicitNumbers(child)] : explicitNumbers(child);
  });
}

function codeNames(tu: XmlElement): readonly string[] {
  const property = childrenNamed(tu, 'prop').find(({ attributes }) => attributes['type'] === `${PREFIX}code-ids`);
  try {
    const names: unknown = JSON.parse(property ? textOf(property) : '[]');
    return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : [];
  } catch {
    return [];
  }
}

function unitEntry(tu: XmlElement, fr: ReadVariant, en: ReadVariant, defaults: TmxDefaults): TmxEntry {
  const own = knownProperties(tu);
  const { tuid = '' } = tu.attributes;
  const id = tuid.startsWith(OWN_TUID) ? tuid.slice(OWN_TUID.length) : undefined;
  const theirs = readConventions(own);
  const place = readPlace(own) ?? theirs.place;
  const originalLanguage = originalOf(tu, defaults);
  const translation = originalLanguage === 'fr' ? en : fr;
  const note = [tu, fr.element, en.element]
    .flatMap((element) => childrenNamed(element, 'note').map(textOf))
    .filter((text) => text !== '')
    .join('\n');
  const properties: ForeignProperty[] = [];
  addForeign(properties, tu);
  addForeign(properties, fr.element, 'fr');
  addForeign(properties, en.element, 'en');
  const unit: NewUnit = {
    fr: { language: fr.language, content: fr.content },
    en: { language: en.language, content: en.content },
    ...(originalLanguage && { originalLanguage }),
    origin: readOrigin(own.get(`${PREFIX}origin`) ?? '') ?? theirs.origin ?? defaults.origin,
    status: readStatus(own.get(`${PREFIX}status`)) ?? theirs.status ?? defaults.status,
    ...(note !== '' && { note }),
    ...(properties.length > 0 && { properties }),
    ...readHistory(tu, translation.element),
  };
  return { kind: 'unit', line: tu.line, unit, ...(place && { place }), ...(id !== undefined && { id }) };
}

function originalOf(tu: XmlElement, defaults: TmxDefaults): Language | undefined {
  const tag = languageTag(tu.attributes['srclang'] ?? defaults.sourceLanguage ?? '');
  return tag && languageOf(tag);
}

/** Dates, users and use of a unit: of the `tu` where it states them, else of the variant that is the translation. */
function readHistory(tu: XmlElement, translation: XmlElement): Partial<NewUnit> {
  const stated = (name: string): string | undefined => tu.attributes[name] || translation.attributes[name] || undefined;
  const createdAt = instantFromTmx(stated('creationdate'));
  const changedAt = instantFromTmx(stated('changedate'));
  const lastUsedAt = instantFromTmx(stated('lastusagedate'));
  const createdBy = stated('creationid');
  const changedBy = stated('changeid');
  const uses = stated('usagecount');
  return {
    ...(createdAt && { createdAt }),
    ...(createdBy !== undefined && { createdBy }),
    ...(changedAt && { changedAt }),
    ...(changedBy !== undefined && { changedBy }),
    ...(uses !== undefined && /^\d{1,9}$/.test(uses) && { useCount: Number(uses) }),
    ...(lastUsedAt && { lastUsedAt }),
  };
}

/** The properties from which something is read, the first of each type. */
function knownProperties(tu: XmlElement): ReadonlyMap<string, string> {
  const own = new Map<string, string>();
  for (const property of childrenNamed(tu, 'prop')) {
    const { type = '' } = property.attributes;
    const isKnown = OWN_PROPERTIES.has(type) || CONVENTION_PROPERTIES.has(type);
    if (isKnown && !own.has(type)) own.set(type, textOf(property));
  }
  return own;
}

function readPlace(own: ReadonlyMap<string, string>): TmxPlace | undefined {
  if (own.size === 0) return undefined;
  const stated = readProvenance(own);
  const provenance = stated ?? {};
  const named = own.get(`${PREFIX}document`);
  if (named === undefined && stated === undefined) return undefined;
  const position = own.get(`${PREFIX}position`) ?? '';
  const block = readBlock(own.get(`${PREFIX}block`));
  return {
    document: named ?? JSON.stringify(provenance),
    ...(/^\d{1,9}$/.test(position) && { position: Number(position) }),
    provenance,
    ...(block && { block }),
  };
}

/** Adds what is given back on export and means nothing here. */
function addForeign(properties: ForeignProperty[], element: XmlElement, side?: Language): void {
  const ofSide = side && { side };
  for (const name of KEPT_ATTRIBUTES) {
    const value = element.attributes[name];
    if (value === undefined || (name === 'tuid' && value.startsWith(OWN_TUID))) continue;
    properties.push({ type: ATTRIBUTE_PREFIX + name, value, ...ofSide });
  }
  for (const child of element.children) {
    if (typeof child === 'string' || child.name !== 'prop') continue;
    const { type = '' } = child.attributes;
    if (OWN_PROPERTIES.has(type) || type.startsWith(ATTRIBUTE_PREFIX)) continue;
    properties.push({ type, value: textOf(child), ...ofSide });
  }
}
