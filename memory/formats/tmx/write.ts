import { contentFromText, contentText } from '../../model/inline.ts';
import type { Language, LanguageTag } from '../../model/language.ts';
import { languageOf, otherLanguage } from '../../model/language.ts';
import type { ForeignProperty, Instant, NewUnit } from '../../model/unit.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import type { ConventionProperties, TmxConvention, UnitInPlace } from './conventions.ts';
import { CONVENTION_HEADERS, conventionProperties, presentValue } from './conventions.ts';
import { tmxFromInstant } from './dates.ts';
import type { TmxUnit } from './entry.ts';
import { ATTRIBUTE_PREFIX, KEPT_ATTRIBUTES, OWN_TUID, SEGMENT_TYPES } from './kept-attributes.ts';
import { OWN_PROPERTIES, PREFIX, provenanceProperties, writeOrigin } from './properties.ts';
import type { CodeNumbers } from './write-segment.ts';
import { numberCodes, writeSegment } from './write-segment.ts';

export interface WriteTmxOptions {
  /** The name of the memory, as a property of the header. */
  readonly memoryName?: string;
  /** The header's `srclang`; a unit whose original side is another, or not known, says so itself. */
  readonly sourceLanguage: LanguageTag;
  /** When it is written and by whom. */
  readonly createdAt?: Instant;
  readonly createdBy?: string;
  readonly toolVersion: string;
  /** Level 2 writes inline codes with the markup they stand for; level 1 texts alone. Level 2 by default. */
  readonly level?: 1 | 2;
  /** The tool whose properties are written beside ours; none by default. */
  readonly convention?: TmxConvention;
}

/**
 * Units as a TMX 1.4b file, in pieces, one for each unit. The side written first comes first, since some
 * tools take the first variant for the source; where it is not known, that is the side of `sourceLanguage`.
 *
 * A unit that occurs in several documents is to be given once for each. What is not carried: parts of a second, the
 * identity of the unit a match came from, the type of a closing code. A character that XML cannot carry becomes a
 * placeholder in a text, which {@link readTmx} reads back, and U+FFFD in a note, property or name.
 */
export async function* writeTmx(
  units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>,
  options: WriteTmxOptions,
): AsyncGenerator<string> {
  yield head(options);
  for await (const unit of inPlaces(units)) yield writeUnit(unit, options);
  yield '  </body>\n</tmx>\n';
}

/** Each with its neighbours: what comes directly before and after it is of the same document, one place away. */
async function* inPlaces(units: AsyncIterable<TmxUnit> | Iterable<TmxUnit>): AsyncGenerator<TmxUnit & UnitInPlace> {
  let before: TmxUnit | undefined;
  let held: TmxUnit | undefined;
  const placed = (one: TmxUnit, after: TmxUnit | undefined) => ({
    ...one,
    ...(before && isNext(before, one) && { previous: before.unit }),
    ...(after && isNext(one, after) && { next: after.unit }),
  });
  for await (const unit of units) {
    if (held) yield placed(held, unit);
    before = held;
    held = unit;
  }
  if (held) yield placed(held, undefined);
}

function isNext({ place: first }: TmxUnit, { place: second }: TmxUnit): boolean {
  if (first?.position === undefined || second?.position === undefined) return false;
  return first.document === second.document && first.position + 1 === second.position;
}

function head({ memoryName, sourceLanguage, createdAt, createdBy, toolVersion, convention }: WriteTmxOptions): string {
  const theirs = convention && CONVENTION_HEADERS[convention];
  const header = attributes({
    creationtool: 'Calque',
    creationtoolversion: toolVersion,
    segtype: 'sentence',
    'o-tmf': theirs?.format ?? 'Calque',
    adminlang: 'en',
    srclang: sourceLanguage,
    datatype: theirs?.datatype ?? 'plaintext',
    creationdate: tmxFromInstant(createdAt),
    creationid: createdBy,
  });
  const name = memoryName === undefined ? '' : property('x-tm-name', memoryName);
  const fields = theirs?.fields.map((type) => property(type, '')).join('') ?? '';
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n' +
    `  <header${header}>${name}${fields}</header>\n  <body>\n`
  );
}

function writeUnit(exported: TmxUnit & UnitInPlace, options: WriteTmxOptions): string {
  const { unit: given, place, id } = exported;
  const unit = options.level === 1 ? withoutCodes(given) : given;
  const numbers = numberCodes([unit.fr.content, unit.en.content]);
  const first = unit.originalLanguage ?? languageOf(options.sourceLanguage);
  const own: readonly (readonly [string, string | undefined])[] = [
    [`${PREFIX}document`, place?.document],
    [`${PREFIX}position`, place?.position?.toString()],
    [`${PREFIX}block`, place?.block],
    ...provenanceProperties(place?.provenance ?? {}),
    [`${PREFIX}origin`, writeOrigin(unit.origin)],
    [`${PREFIX}status`, unit.status],
    [`${PREFIX}code-ids`, numbers.names && JSON.stringify(numbers.names)],
  ];
  const theirs = conventionProperties(options.convention, exported, first);
  let properties = '';
  for (const [type, value] of own) if (value !== undefined) properties += property(type, value);
  const note = unit.note === undefined ? '' : `<note>${escapeText(unit.note)}</note>`;
  const content =
    note +
    properties +
    foreignProperties(unit, undefined, theirs.unit) +
    writeVariant(unit, first, numbers, theirs.source) +
    writeVariant(unit, otherLanguage(first), numbers, NONE);
  return `    <tu${unitAttributes(unit, id)}>${content}</tu>\n`;
}

function withoutCodes(unit: NewUnit): NewUnit {
  const plain = ({ content, ...variant }: NewUnit['fr']) => ({
    ...variant,
    content: contentFromText(contentText(content)),
  });
  return { ...unit, fr: plain(unit.fr), en: plain(unit.en) };
}

function unitAttributes(unit: NewUnit, id: string | undefined): string {
  const kept = keptAttributes(unit, undefined);
  return attributes({
    ...kept,
    tuid: kept['tuid'] ?? (id === undefined ? undefined : OWN_TUID + id),
    creationdate: tmxFromInstant(unit.createdAt),
    creationid: unit.createdBy,
    changedate: tmxFromInstant(unit.changedAt),
    changeid: unit.changedBy,
    usagecount: unit.useCount,
    lastusagedate: tmxFromInstant(unit.lastUsedAt),
    srclang: unit.originalLanguage ? unit[unit.originalLanguage].language : '*all*',
  });
}

type Properties = ConventionProperties['unit'];

const NONE: Properties = new Map();

function writeVariant(unit: NewUnit, side: Language, numbers: CodeNumbers, theirs: Properties): string {
  const { language, content } = unit[side];
  const { tuid: _, segtype: __, ...kept } = keptAttributes(unit, side);
  const names = attributes({ 'xml:lang': language, ...kept });
  return `<tuv${names}>${foreignProperties(unit, side, theirs)}<seg>${writeSegment(content, numbers)}</seg></tuv>`;
}

function ofSide(unit: NewUnit, side: Language | undefined): readonly ForeignProperty[] {
  return (unit.properties ?? []).filter((foreign) => foreign.side === side);
}

function keptAttributes(unit: NewUnit, side: Language | undefined): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const name of KEPT_ATTRIBUTES) {
    const value = ofSide(unit, side).find(({ type }) => type === ATTRIBUTE_PREFIX + name)?.value;
    if (value !== undefined && (name !== 'segtype' || SEGMENT_TYPES.has(value))) kept[name] = value;
  }
  return kept;
}

/** The properties of a convention, and those that came with the unit and that it does not write. */
function foreignProperties(unit: NewUnit, side: Language | undefined, theirs: Properties): string {
  const kept = ofSide(unit, side)
    .filter(({ type }) => !type.startsWith(ATTRIBUTE_PREFIX) && !OWN_PROPERTIES.has(type) && !theirs.has(type))
    .map(({ type, value }) => property(type, presentValue(unit, type, value)));
  return [...kept, ...[...theirs].map(([type, value]) => property(type, value))].join('');
}

function property(type: string, value: string): string {
  return `<prop${attributes({ type })}>${escapeText(value)}</prop>`;
}
