import type { MarkedElement } from './marked-text.ts';

/**
 * What the files that a termbase was filled from say of themselves, beside their entries, so that it is given back on
 * export. Elements have their names in TBX 2.
 */
export interface TermbaseMatter {
  /** The language that is meant where none is stated; of the first file that names one. */
  readonly language?: string;
  /** What they are and where they come from: `titleStmt`, `publicationStmt`, each from the first that has it, and every `sourceDesc`. */
  readonly description: readonly MarkedElement[];
  /** How they are written: each `p` of `encodingDesc`. */
  readonly encoding: readonly MarkedElement[];
  /** Each `change` of `revisionDesc`. */
  readonly changes: readonly MarkedElement[];
  /** People, projects, graphics that entries refer to: a `refObjectList` of each type. */
  readonly references: readonly MarkedElement[];
}

export const NO_MATTER: TermbaseMatter = { description: [], encoding: [], changes: [], references: [] };

/** There is one of these in a file. */
const SINGLE: ReadonlySet<string> = new Set(['titleStmt', 'publicationStmt']);

/** What both say, each thing once; of what can be there once, what the first says. */
export function joinedMatter(first: TermbaseMatter, second: TermbaseMatter): TermbaseMatter {
  const language = first.language ?? second.language;
  const singles = new Set(first.description.map(({ name }) => name).filter((name) => SINGLE.has(name)));
  return {
    ...(language !== undefined && { language }),
    description: distinct([...first.description, ...second.description.filter(({ name }) => !singles.has(name))]),
    encoding: distinct([...first.encoding, ...second.encoding]),
    changes: distinct([...first.changes, ...second.changes]),
    references: joinedLists([...first.references, ...second.references]),
  };
}

function distinct<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** Lists with the same attributes are one. */
function joinedLists(lists: readonly MarkedElement[]): readonly MarkedElement[] {
  const joined = new Map<string, MarkedElement>();
  for (const list of lists) {
    const key = JSON.stringify(list.attributes ?? {});
    const present = joined.get(key);
    joined.set(key, present ? { ...present, content: distinct([...present.content, ...list.content]) } : list);
  }
  return [...joined.values()];
}
