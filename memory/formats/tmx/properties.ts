import { BLOCK_KINDS, type BlockKind } from '../../model/document.ts';
import { canonicalTag } from '../../model/language.ts';
import type { MatchKind } from '../../model/match.ts';
import type { Origin, Status } from '../../model/origin.ts';
import { STATUSES } from '../../model/origin.ts';
import type { Provenance } from '../../model/provenance.ts';

/**
 * The properties by which Calque's own facts travel in TMX, on the `tu`. Other tools keep or ignore them; a file
 * written by hand may use any of them.
 *
 * | `prop@type` | value |
 * |---|---|
 * | `x-calque-document` | a name of the document, unique in the file; without it, units of equal provenance are of one document |
 * | `x-calque-position` | 0-based place in the document; without it, the order of the file |
 * | `x-calque-block` | what its block is there for: `headline`, `heading`, `paragraph`, `caption`, `list-item`, `quotation` |
 * | `x-calque-title`, `-publication`, `-author`, `-translator`, `-credit`, `-rights` | as in the provenance |
 * | `x-calque-url` | an http or https address |
 * | `x-calque-published-on` | `2021-11-25`, `2021-11` or `2021` |
 * | `x-calque-original-language` | `fr` or `en`: the language the document was written in |
 * | `x-calque-origin` | `human`, `match exact 100`, `machine ENGINE`, `alignment 0.93`, `import SOURCE` |
 * | `x-calque-status` | `draft`, `confirmed`, `reviewed` … |
 * | `x-calque-code-ids` | a JSON array: the ids of the inline codes whose `x` are 1, 2, 3 …, where they are not numbers |
 */
export const PREFIX = 'x-calque-';

type Property = readonly [name: string, value: string | undefined];

/** A value that is no valid one is left out, and an address that is not on the web too: it would become a link. */
const PROVENANCE_PROPERTIES: readonly (readonly [keyof Provenance, name: string, valid?: RegExp])[] = [
  ['title', 'title'],
  ['publication', 'publication'],
  ['url', 'url', /^https?:\/\/\S+$/],
  ['publishedOn', 'published-on', /^\d{4}(-\d\d(-\d\d)?)?$/],
  ['author', 'author'],
  ['translator', 'translator'],
  ['credit', 'credit'],
  ['originalLanguage', 'original-language', /^(fr|en)$/],
  ['rights', 'rights'],
];

export const OWN_PROPERTIES: ReadonlySet<string> = new Set(
  [
    'document',
    'position',
    'block',
    'origin',
    'status',
    'code-ids',
    ...PROVENANCE_PROPERTIES.map(([, name]) => name),
  ].map((name) => PREFIX + name),
);

export function provenanceProperties(provenance: Provenance): readonly Property[] {
  return PROVENANCE_PROPERTIES.map(([field, name]) => [PREFIX + name, provenance[field]]);
}

/** The provenance that properties state, by name; `undefined` when they state nothing. */
export function readProvenance(properties: ReadonlyMap<string, string>): Provenance | undefined {
  const fields: Partial<Record<keyof Provenance, string>> = {};
  for (const [field, name, valid] of PROVENANCE_PROPERTIES) {
    const value = properties.get(PREFIX + name);
    if (value && (valid?.test(value) ?? true)) fields[field] = value;
  }
  const { originalLanguage, ...texts } = fields;
  const language = canonicalTag(originalLanguage ?? '');
  if (language === 'fr' || language === 'en') return { ...texts, originalLanguage: language };
  return Object.keys(texts).length > 0 ? texts : undefined;
}

/** The identity of the unit a match came from is of this installation alone and stays behind. */
export function writeOrigin(origin: Origin): string {
  switch (origin.kind) {
    case 'human':
      return 'human';
    case 'match':
      return `match ${origin.match} ${origin.rate}`;
    case 'machine':
      return `machine ${origin.engine}`;
    case 'alignment':
      return `alignment ${origin.confidence}`;
    case 'import':
      return `import ${origin.source}`;
  }
}

const MATCH_KINDS: readonly (MatchKind | 'related')[] = ['context', 'exact', 'adapted', 'fuzzy', 'related'];

/** The origin that {@link writeOrigin} wrote; `undefined` for anything else. */
export function readOrigin(text: string): Origin | undefined {
  const space = text.indexOf(' ');
  const kind = space < 0 ? text : text.slice(0, space);
  const rest = space < 0 ? '' : text.slice(space + 1);
  switch (kind) {
    case 'human':
      return { kind };
    case 'match': {
      const [, name, digits] = /^([a-z]+) (\d{1,3})$/.exec(rest) ?? [];
      const match = MATCH_KINDS.find((known) => known === name);
      const rate = Number(digits);
      return match && rate <= 101 ? { kind, match, rate } : undefined;
    }
    case 'machine':
      return { kind, engine: rest };
    case 'alignment': {
      const confidence = Number(rest);
      return rest !== '' && confidence >= 0 && confidence <= 1 ? { kind, confidence } : undefined;
    }
    case 'import':
      return { kind, source: rest };
    default:
      return undefined;
  }
}

export function readBlock(text: string | undefined): BlockKind | undefined {
  return BLOCK_KINDS.find((kind) => kind === text);
}

export function readStatus(text: string | undefined): Status | undefined {
  return STATUSES.find((status) => status === text);
}
