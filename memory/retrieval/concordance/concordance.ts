import type { ConcordanceMode, ConcordancePage, UnitConditions } from '../../model/concordance.ts';
import type { Language } from '../../model/language.ts';
import type { Memory } from '../../model/unit.ts';
import { inOneNumbering } from '../index/one-numbering.ts';
import { type Cursor, readCursor } from './cursor.ts';
import { BlockSearch, indexSearch } from './index-search.ts';
import { newestFirst } from './newest-first.ts';
import { PageSearch } from './page-search.ts';
import type { ConcordanceStorage } from './storage.ts';
import { readSearch, type TextSearch } from './text-search.ts';

/** A search inside the memories. */
export interface ConcordanceQuery {
  readonly text: string;
  /** The languages whose sides are searched; a unit is found when either says it. */
  readonly languages: readonly Language[];
  readonly mode: ConcordanceMode;
  /** Of `near`: the words stand within a stretch of so many. */
  readonly within: number;
  readonly memories: readonly Memory[];
  readonly conditions: UnitConditions;
  /** From a page's `next`; the first page when absent. */
  readonly cursor?: string;
  /** Hits of a page, 1 or more. */
  readonly limit: number;
}

export interface Concordance {
  /**
   * A page of the units that say it, those stored last first. Units that are stored meanwhile come before the first
   * page and move none of the others; the total stays that of the first page. A page may be short, and yet have a next
   * one, where few of very many units meet the conditions. A text without words finds nothing.
   * @throws CalqueError `bad-request` for a cursor that no page gave
   */
  find(query: ConcordanceQuery): Promise<ConcordancePage>;
}

type Asked = Pick<ConcordanceQuery, 'memories' | 'conditions' | 'limit'>;

/** Units taken at a time. */
const BATCH = 1_000;

/**
 * Searches the memories through their index.
 * @param pause called between pieces of work of some milliseconds, so that others have their turn
 */
export function createConcordance(storage: ConcordanceStorage, pause: () => Promise<void>): Concordance {
  const blockSearch = new BlockSearch();

  async function find(texts: readonly TextSearch[], start: Cursor, asked: Asked): Promise<ConcordancePage> {
    const searches = (await Promise.all(texts.map((read) => indexSearch(storage, read)))).filter(
      (search) => search !== undefined,
    );
    const certain = searches.every((search) => search.certain);
    const page = new PageSearch(storage, { ...asked, texts, certain }, start);
    if (searches.length === 0) return page.result();

    await page.prepare();
    const blocks = await storage.indexBlocks(searches.map(({ language }) => language));
    const memories = new Set(asked.memories.map(({ id }) => id));
    for (const units of newestFirst(blocks, blockSearch, searches, memories, start.before)) {
      for (let from = 0; from < units.length; from += BATCH) {
        if (!(await page.take(units.slice(from, from + BATCH), pause))) return page.result();
      }
      await pause();
    }
    return page.result();
  }

  return {
    async find({ text, languages, mode, within, cursor, ...asked }) {
      const start = readCursor(cursor);
      const texts = languages.map((language) => readSearch(text, language, mode, within));
      return inOneNumbering(storage, () => find(texts, start, asked));
    },
  };
}
