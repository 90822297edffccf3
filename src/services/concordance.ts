import { csvLine } from '../../memory/formats/csv.ts';
import type { ConcordanceHit, ConcordancePage } from '../../memory/model/concordance.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import { LANGUAGES } from '../../memory/model/language.ts';
import type { Concordance as SearchInside } from '../../memory/retrieval/concordance/concordance.ts';
import type { Store } from '../../memory/store/store.ts';
import { countWords } from '../../memory/text/words.ts';
import type { ConcordanceExportRequest, ConcordanceRequest } from '../contract/concordance.ts';
import { conditionsOf } from '../contract/unit-conditions.ts';
import { requireWhole } from './missing.ts';

/** Searches inside the memories. */
export interface Concordance {
  /** @throws CalqueError `empty-text` for a text without words, `not-found` for a memory that is not there */
  search(request: ConcordanceRequest): Promise<ConcordancePage>;
  /** The hits as CSV, piece by piece as it is read. Fails as {@link search} does, before the first piece. */
  export(request: ConcordanceExportRequest): AsyncIterable<string>;
}

/** Hits read at a time for an export. */
const BATCH = 500;
const BYTE_ORDER_MARK = '\uFEFF';

/** @param inside searches the texts of memories */
export function createConcordance(store: Store, inside: SearchInside): Concordance {
  const search: Concordance['search'] = async (request) => {
    const { q, language, mode, within, memory, cursor, limit } = request;
    if (LANGUAGES.every((tongue) => countWords(q, tongue) === 0)) {
      throw new CalqueError('empty-text', 'There is no word to search for.', { where: 'q' });
    }
    return inside.find({
      text: q,
      languages: language === undefined ? LANGUAGES : [language],
      mode,
      within,
      memories:
        memory === undefined ? await store.listMemories() : await Promise.all(memory.map((id) => store.getMemory(id))),
      conditions: conditionsOf(request),
      ...(cursor !== undefined && { cursor }),
      limit,
    });
  };

  /** A table must not lack what nobody will see is missing. */
  const wholly: typeof search = async (request) => requireWhole(await search(request));

  return {
    search,
    async *export({ limit = Number.POSITIVE_INFINITY, bom, ...request }) {
      let left = limit;
      let page = await wholly({ ...request, limit: Math.min(BATCH, left) });
      yield (bom === 'true' ? BYTE_ORDER_MARK : '') + csvLine(COLUMNS.map(([name]) => name));
      for (;;) {
        yield page.items.map((hit) => csvLine(COLUMNS.map(([, cell]) => cell(hit)))).join('');
        left -= page.items.length;
        if (page.next === undefined || left <= 0) return;
        page = await wholly({ ...request, cursor: page.next, limit: Math.min(BATCH, left) });
      }
    },
  };
}

const COLUMNS: readonly (readonly [name: string, cell: (hit: ConcordanceHit) => string | number | undefined])[] = [
  ['unit', ({ unitId }) => unitId],
  ['french', ({ fr }) => contentText(fr.content)],
  ['english', ({ en }) => contentText(en.content)],
  ['found in', ({ fr, en }) => LANGUAGES.filter((_, side) => [fr, en][side]?.marks.length).join(' ')],
  ['original language', ({ originalLanguage }) => originalLanguage],
  ['publication', ({ provenance }) => provenance.publication],
  ['title', ({ provenance }) => provenance.title],
  ['published', ({ provenance }) => provenance.publishedOn],
  ['author', ({ provenance }) => provenance.author],
  ['translator', ({ provenance }) => provenance.translator],
  ['credit', ({ provenance }) => provenance.credit],
  ['url', ({ provenance }) => provenance.url],
  ['rights', ({ provenance }) => provenance.rights],
  ['memory', ({ memory }) => memory.name],
  ['status', ({ status }) => status],
  ['origin', ({ origin }) => origin.kind],
  ['created', ({ createdAt }) => createdAt],
  ['changed', ({ changedAt }) => changedAt],
];
