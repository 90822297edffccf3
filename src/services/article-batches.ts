import { decodeDocument } from '../../memory/formats/document/encoding.ts';
import { pairByName } from '../../memory/formats/pairs/pair-names.ts';
import { readPairTable, type TableLine } from '../../memory/formats/pairs/pair-table.ts';
import type { ReadingWarning } from '../../memory/model/document.ts';
import { CalqueError, type ErrorCode } from '../../memory/model/errors.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { DocumentId } from '../../memory/model/unit.ts';
import type { Actor } from '../../memory/store/store.ts';
import { provenance as provenanceSchema } from '../contract/values.ts';
import { wording } from '../contract/wording.ts';
import type { Articles } from './articles.ts';
import type { PairSource } from './pair-sources.ts';

/** An article that is to be imported from two files of a source. */
export interface PlannedPair {
  readonly name: string;
  readonly fr: string;
  readonly en: string;
  readonly provenance?: Provenance;
}

/** A pair, or a file without one, that was not taken, and why. */
interface Refused {
  readonly outcome: 'refused';
  readonly name: string;
  readonly code: ErrorCode;
  readonly message: string;
}

/** What became of one pair. */
export type PairOutcome =
  | {
      /** `known` when the memory held all of its units already, as they are. */
      readonly outcome: 'taken' | 'known';
      readonly name: string;
      readonly documentId: DocumentId;
      readonly added: number;
      readonly merged: number;
      /** Sentences without a partner, of both sides. */
      readonly alone: number;
      /** Beads that were left out: furniture of pages, and what a person kept out before. */
      readonly leftOut: number;
      readonly warnings: readonly ReadingWarning[];
    }
  | Refused;

/** What became of every pair and file of a source. */
export interface ImportedArticles {
  /** The name of the memory. */
  readonly memory: string;
  readonly outcomes: readonly PairOutcome[];
}

/** What is to be done with a source. */
export interface BatchPlan {
  readonly pairs: readonly PlannedPair[];
  /** What can be seen to be wrong before anything is read. */
  readonly refused: readonly Refused[];
}

/** The columns of a table of pairs that state a provenance, and what they are called. */
const COLUMNS: Readonly<Record<string, keyof Provenance>> = {
  title: 'title',
  publication: 'publication',
  publisher: 'publication',
  url: 'url',
  date: 'publishedOn',
  publishedon: 'publishedOn',
  author: 'author',
  translator: 'translator',
  credit: 'credit',
  original: 'originalLanguage',
  originallanguage: 'originalLanguage',
  rights: 'rights',
};

/**
 * Finds the pairs of a source: by a table of pairs where there is one, else by the names of the files.
 * @param table the table's path in the source; without it, a `pairs.csv` or `pairs.tsv` that lies at its top
 * @throws CalqueError as `readPairTable` does; `empty-text` where there is no pair
 */
export async function planBatch(source: PairSource, table?: string): Promise<BatchPlan> {
  const tableFile = table ?? source.files.find((file) => /^pairs\.(?:csv|tsv)$/i.test(file));
  const plan = tableFile === undefined ? byName(source) : await byTable(source, tableFile);
  if (plan.pairs.length > 0) return plan;
  const message = `There is no pair of articles in ${source.name}: name the files name.fr.html and name.en.html, put them into folders fr and en, or list them in pairs.csv.`;
  throw new CalqueError('empty-text', message, { where: source.name });
}

function byName(source: PairSource): BatchPlan {
  const { pairs, alone } = pairByName(source.files);
  return {
    pairs,
    refused: alone.map(({ file, why }) => refusal(file, 'missing-side', `${file} was not taken: ${why}.`)),
  };
}

async function byTable(source: PairSource, file: string): Promise<BatchPlan> {
  const { text } = decodeDocument(await source.read(file), file);
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/') + 1) : '';
  const pairs: PlannedPair[] = [];
  const refused: Refused[] = [];
  for (const line of readPairTable(text, file)) {
    const { fr = '', en = '' } = line.cells;
    const name = `${file}:${line.line}`;
    try {
      if (fr === '' || en === '') {
        throw new CalqueError(
          'missing-side',
          `Line ${line.line} of ${file} names no ${fr === '' ? 'French' : 'English'} file.`,
        );
      }
      pairs.push({ name, fr: folder + fr, en: folder + en, provenance: provenanceOf(line, file) });
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      refused.push(refusal(name, error.code, error.message));
    }
  }
  return { pairs, refused };
}

/** @throws CalqueError `bad-request`, naming the cell */
function provenanceOf({ line, cells }: TableLine, file: string): Provenance {
  const stated = Object.entries(cells).flatMap(([column, cell]) => {
    const field = COLUMNS[column];
    return field === undefined || cell === '' ? [] : [[field, cell] as const];
  });
  const parsed = provenanceSchema.safeParse(Object.fromEntries(stated), { error: wording });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new CalqueError('bad-request', `Line ${line} of ${file}: ${issue?.path.join('.')} ${issue?.message}.`);
}

/**
 * Imports one pair, in one transaction. What is wrong with its files refuses it; what is wrong with the database or the
 * memory is thrown, for it would be wrong with every pair.
 */
export async function importPlanned(
  pair: PlannedPair,
  source: PairSource,
  memory: string,
  articles: Articles,
  actor: Actor,
): Promise<PairOutcome> {
  try {
    const fr = { name: pair.fr, where: pair.fr, bytes: await source.read(pair.fr) };
    const en = { name: pair.en, where: pair.en, bytes: await source.read(pair.en) };
    const { documentId, added, merged, changed, unaligned, leftOut, warnings } = await articles.importPair(
      { fr, en, memory, provenance: pair.provenance },
      actor,
    );
    const alone = unaligned.fr.length + unaligned.en.length;
    return {
      outcome: added + changed > 0 ? 'taken' : 'known',
      name: pair.name,
      documentId,
      added,
      merged,
      alone,
      leftOut: leftOut.length,
      warnings,
    };
  } catch (error) {
    if (!(error instanceof CalqueError) || EVERY_PAIR.has(error.code)) throw error;
    return refusal(pair.name, error.code, error.message);
  }
}

/** What does not depend on the pair. */
const EVERY_PAIR: ReadonlySet<ErrorCode> = new Set([
  'read-only-memory',
  'bad-request',
  'read-only-database',
  'database-busy',
  'database-full',
  'internal',
]);

function refusal(name: string, code: ErrorCode, message: string): Refused {
  return { outcome: 'refused', name, code, message };
}
