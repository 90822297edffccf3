import type { Origin, Status } from '../../model/origin.ts';
import { own } from '../own.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { attributeOf, resolveName } from '../xml/placed.ts';

/** Which tool's own words a file uses for the state of its segments. */
export type Dialect = 'standard' | 'trados' | 'memoq' | 'phrase';

const NAMESPACES: readonly (readonly [namespace: string, dialect: Dialect])[] = [
  ['http://sdl.com/FileTypes/SdlXliff/1.0', 'trados'],
  ['MQXliff', 'memoq'],
  ['http://www.memsource.com/mxlf/2.0', 'phrase'],
];

/** The dialect of a file, by the namespaces its root element declares. */
export function dialectOf(root: PlacedElement): Dialect {
  const declared = new Set(Object.values(root.namespaces));
  return NAMESPACES.find(([namespace]) => declared.has(namespace))?.[1] ?? 'standard';
}

/** What a tool's own attributes say of a segment. */
export interface DialectState {
  readonly state?: string;
  readonly status?: Status;
  readonly locked: boolean;
  readonly origin?: Origin;
}

interface StateWords {
  readonly namespace: string;
  /** The local name of the attribute with the state. */
  readonly attribute: string;
  readonly read: Readonly<Record<string, Status>>;
  /** `undefined` takes the attribute off. */
  readonly write: Readonly<Record<Status, string | undefined>>;
}

const WORDS: Readonly<Record<Exclude<Dialect, 'standard'>, StateWords>> = {
  trados: {
    namespace: '',
    attribute: 'conf',
    read: {
      Draft: 'draft',
      Translated: 'confirmed',
      ApprovedTranslation: 'reviewed',
      ApprovedSignOff: 'reviewed',
      RejectedTranslation: 'rejected',
      RejectedSignOff: 'rejected',
    },
    write: {
      untranslated: undefined,
      draft: 'Draft',
      confirmed: 'Translated',
      reviewed: 'ApprovedTranslation',
      rejected: 'RejectedTranslation',
    },
  },
  memoq: {
    namespace: 'MQXliff',
    attribute: 'status',
    read: {
      ManuallyConfirmed: 'confirmed',
      Proofread: 'reviewed',
      Reviewer1Confirmed: 'reviewed',
      Rejected: 'rejected',
    },
    write: {
      untranslated: 'NotStarted',
      draft: 'PartiallyEdited',
      confirmed: 'ManuallyConfirmed',
      reviewed: 'Proofread',
      rejected: 'Rejected',
    },
  },
  phrase: {
    namespace: 'http://www.memsource.com/mxlf/2.0',
    attribute: 'confirmed',
    read: { '1': 'confirmed' },
    write: { untranslated: '0', draft: '0', confirmed: '1', reviewed: '1', rejected: '0' },
  },
};

/** @param holder the element with the tool's attributes: `sdl:seg` of Trados, else the `trans-unit` */
export function readDialect(dialect: Dialect, holder: PlacedElement | undefined): DialectState {
  if (dialect === 'standard' || !holder) return { locked: false };
  const { namespace, attribute, read } = WORDS[dialect];
  const state = attributeOf(holder, namespace, attribute);
  const lock = attributeOf(holder, namespace, 'locked');
  const origin = dialect === 'trados' ? tradosOrigin(holder) : undefined;
  return {
    ...(state !== undefined && { state }),
    status: own(read, state ?? '') ?? 'draft',
    locked: lock === 'true' || lock === 'locked',
    ...(origin && { origin }),
  };
}

function tradosOrigin({ attributes }: PlacedElement): Origin | undefined {
  const rate = Math.floor(Number(attributes['percent'] ?? Number.NaN));
  switch (attributes['origin']) {
    case 'interactive':
      return { kind: 'human' };
    case 'mt':
    case 'nmt':
      return { kind: 'machine', engine: attributes['origin-system'] ?? 'unknown' };
    case 'document-match':
      return { kind: 'match', match: 'context', rate: 101 };
    case 'tm':
      if (!(rate >= 0 && rate <= 100)) return undefined;
      return { kind: 'match', match: rate === 100 ? 'exact' : 'fuzzy', rate };
    default:
      return undefined;
  }
}

/** The attribute that says the status, as it is written on this element, with its new value; `undefined` where the dialect says it as XLIFF does. */
export function dialectAttribute(
  dialect: Dialect,
  holder: Pick<PlacedElement, 'attributes' | 'namespaces'>,
  status: Status,
): { readonly name: string; readonly value: string | undefined } | undefined {
  if (dialect === 'standard') return undefined;
  const { namespace, attribute, read, write } = WORDS[dialect];
  const written = Object.keys(holder.attributes).find((name) => {
    const resolved = resolveName(name, holder.namespaces, true);
    return resolved.local === attribute && resolved.namespace === namespace;
  });
  const prefix = Object.entries(holder.namespaces).find(([name, uri]) => name !== '' && uri === namespace)?.[0];
  const name = written ?? (namespace === '' || prefix === undefined ? attribute : `${prefix}:${attribute}`);
  const present = written === undefined ? undefined : holder.attributes[written];
  // A finer word for the same status stays.
  if (present !== undefined && own(read, present) === status) return undefined;
  return { name, value: write[status] };
}
