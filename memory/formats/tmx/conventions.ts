import { contentText } from '../../model/inline.ts';
import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { NewUnit } from '../../model/unit.ts';
import { own } from '../own.ts';
import type { TmxPlace } from './entry.ts';

/** The tool whose properties are written beside ours. They are read from any file. */
export type TmxConvention = 'trados' | 'memoq';

/**
 * How other tools say in TMX what Calque knows too.
 *
 * | fact | Trados, on the `tu` | memoQ, on the `tu` |
 * |---|---|---|
 * | status | `x-ConfirmationLevel` | – |
 * | made by a machine, or aligned | `x-Origin` | `aligned` |
 * | document | `x-Title:SingleString` and the like, our own fields there | `x-document` |
 * | what stands around it | `x-ContextContent` | `x-context-pre`, `x-context-post` on the source |
 *
 * Who made and changed a unit, when, and how often it was used both keep in the attributes of TMX. What stands around a
 * unit is read by nobody but the tool it is for: ours is known by the places in a document.
 */
const LEVELS: Readonly<Record<string, Status>> = {
  Draft: 'draft',
  Translated: 'confirmed',
  ApprovedTranslation: 'reviewed',
  ApprovedSignOff: 'reviewed',
  RejectedTranslation: 'rejected',
  RejectedSignOff: 'rejected',
};

const LEVEL_OF: Readonly<Record<Status, string>> = {
  untranslated: 'Draft',
  draft: 'Draft',
  confirmed: 'Translated',
  reviewed: 'ApprovedTranslation',
  rejected: 'RejectedTranslation',
};

const CONFIRMATION_LEVEL = 'x-ConfirmationLevel';
const TRADOS_ORIGIN = 'x-Origin';
const MEMOQ_ALIGNED = 'aligned';
const MEMOQ_DOCUMENT = 'x-document';

/** The properties from which something is read. */
export const CONVENTION_PROPERTIES: ReadonlySet<string> = new Set([
  CONFIRMATION_LEVEL,
  TRADOS_ORIGIN,
  MEMOQ_ALIGNED,
  MEMOQ_DOCUMENT,
]);

/** What the properties of other tools say of a unit; each fact is absent where none of them says it. */
export interface ConventionFacts {
  readonly status?: Status;
  readonly origin?: Origin;
  readonly place?: TmxPlace;
}

/** @param properties of the `tu`, by their type. A unit that was aligned is a draft where nobody has said more of it. */
export function readConventions(properties: ReadonlyMap<string, string>): ConventionFacts {
  const level = own(LEVELS, properties.get(CONFIRMATION_LEVEL)?.trim() ?? '');
  const origin = properties.get(TRADOS_ORIGIN)?.trim() ?? '';
  const aligned = origin === 'Alignment' || properties.get(MEMOQ_ALIGNED)?.trim().toLowerCase() === 'yes';
  const status = level ?? (aligned ? 'draft' : undefined);
  const document = properties.get(MEMOQ_DOCUMENT)?.trim();
  return {
    ...(status && { status }),
    ...(/MachineTranslation$|^AutomaticTranslation$/.test(origin) && {
      origin: { kind: 'machine', engine: 'unknown' },
    }),
    ...(document && { place: { document, provenance: { title: document } } }),
  };
}

/** The value a property of another tool has now: the level it states is that of the unit's status. */
export function presentValue({ status }: NewUnit, type: string, value: string): string {
  const isStale = type === CONFIRMATION_LEVEL && own(LEVELS, value.trim()) !== status;
  return isStale ? LEVEL_OF[status] : value;
}

/** The fields that a memory of Trados has for where a unit comes from. */
const FIELDS: readonly (readonly [keyof Provenance, field: string])[] = [
  ['title', 'Title'],
  ['publication', 'Publication'],
  ['url', 'URL'],
  ['publishedOn', 'Published'],
  ['author', 'Author'],
  ['translator', 'Translator'],
  ['credit', 'Credit'],
  ['rights', 'Rights'],
];

/** What the header has by a convention: the tool's own format, and the fields that units may have. */
export const CONVENTION_HEADERS: Readonly<
  Record<TmxConvention, { readonly format: string; readonly datatype: string; readonly fields: readonly string[] }>
> = {
  trados: { format: 'SDL TM8 Format', datatype: 'xml', fields: FIELDS.map(([, name]) => fieldType(name)) },
  memoq: { format: 'MemoQTM', datatype: 'unknown', fields: [] },
};

function fieldType(name: string): string {
  return `x-${name}:SingleString`;
}

/** A unit with those before and after it in its document, as far as they are known. */
export interface UnitInPlace {
  readonly unit: NewUnit;
  readonly place?: TmxPlace;
  readonly previous?: NewUnit;
  readonly next?: NewUnit;
}

/** Properties with their values, in the order they are written. */
export interface ConventionProperties {
  readonly unit: ReadonlyMap<string, string>;
  /** Of the variant that is the source. */
  readonly source: ReadonlyMap<string, string>;
}

/** @param side the source */
export function conventionProperties(
  convention: TmxConvention | undefined,
  given: UnitInPlace,
  side: Language,
): ConventionProperties {
  switch (convention) {
    case undefined:
      return { unit: new Map(), source: new Map() };
    case 'trados':
      return { unit: known(tradosProperties(given, side)), source: new Map() };
    case 'memoq':
      return {
        unit: known([
          [MEMOQ_ALIGNED, given.unit.origin.kind === 'alignment' ? 'yes' : 'no'],
          [MEMOQ_DOCUMENT, given.place?.provenance.title ?? given.place?.document],
        ]),
        source: known([
          ['x-context-pre', memoqContext(given.previous, side)],
          ['x-context-post', memoqContext(given.next, side)],
        ]),
      };
  }
}

type Stated = readonly (readonly [type: string, value: string | undefined])[];

function known(properties: Stated): ReadonlyMap<string, string> {
  return new Map(properties.flatMap(([type, value]) => (value === undefined ? [] : [[type, value]])));
}

function tradosProperties({ unit, place, previous }: UnitInPlace, side: Language): Stated {
  const { kind } = unit.origin;
  const origin = kind === 'machine' ? 'MachineTranslation' : kind === 'alignment' ? 'Alignment' : 'TM';
  return [
    // Source and target of the segment before, each followed by its tags, of which there are none in a plain text.
    [
      'x-ContextContent',
      previous && `${tradosText(previous, side)} |  | ${tradosText(previous, otherLanguage(side))} | `,
    ],
    [TRADOS_ORIGIN, origin],
    [CONFIRMATION_LEVEL, presentValue(unit, CONFIRMATION_LEVEL, levelStated(unit))],
    ...FIELDS.map(([field, name]) => [fieldType(name), place?.provenance[field]] as const),
  ];
}

function levelStated({ properties = [] }: NewUnit): string {
  return properties.find(({ type, side }) => type === CONFIRMATION_LEVEL && side === undefined)?.value ?? '';
}

function tradosText(unit: NewUnit, side: Language): string {
  return contentText(unit[side].content).replaceAll('|', '||');
}

function memoqContext(unit: NewUnit | undefined, side: Language): string | undefined {
  return unit && `<seg>${contentText(unit[side].content)}</seg>`;
}
