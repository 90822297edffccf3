import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { CONCORDANCE_MODES } from '../../memory/model/concordance.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentFromText, contentText } from '../../memory/model/inline.ts';
import { otherLanguage } from '../../memory/model/language.ts';
import type { Match, Related } from '../../memory/model/match.ts';
import type { Store } from '../../memory/store/store.ts';
import { type ConcordanceRequest, concordanceQuery } from '../contract/concordance.ts';
import type { LookupRequest } from '../contract/lookup.ts';
import { RIGHTS } from '../contract/rights.ts';
import { partialDate } from '../contract/values.ts';
import type { Access } from '../services/access.ts';
import type { Caller } from '../services/caller.ts';
import type { Clock } from '../services/clock.ts';
import { actorAt } from '../services/clock.ts';
import type { Concordance } from '../services/concordance.ts';
import type { Lookup } from '../services/lookup.ts';
import { HOUSE_MEMORY, memoryNamed } from '../services/memories.ts';
import type { Units } from '../services/units.ts';

/** What the tools work with, and for whom. */
export interface McpParts {
  readonly store: Store;
  readonly lookup: Lookup;
  readonly concordance: Concordance;
  readonly units: Units;
  readonly access: Access;
  /** Who asks: the tools do what they may, and no more. */
  readonly caller: Caller;
  readonly clock: Clock;
  readonly version: string;
}

const language = z.enum(['fr', 'en']);
const text = z.string().min(1).max(20_000);
const part = z.string().min(1).max(300).optional();
const day = partialDate.optional();

/** What an assistant is told before it has called anything. */
const INSTRUCTIONS =
  'A translation memory for French and English news: how sentences were translated before, and where each translation comes from. ' +
  'Look a sentence up before you translate it, search the concordance for words and names, and read the provenance of what you quote.';

/** A server of the Model Context Protocol, whose tools look the memory up, search it, add to it and say where it has things from. */
export function createMcpServer(parts: McpParts): McpServer {
  const { store, lookup, concordance, units, access, caller, clock, version } = parts;
  const actor = () => actorAt(clock, caller.name);
  const server = new McpServer({ name: 'calque', title: 'Calque', version }, { instructions: INSTRUCTIONS });

  server.registerTool(
    'look_up',
    {
      title: 'Look a text up in the translation memory',
      description:
        'Finds how a French or English sentence, or one like it, was translated before. Matches carry a rate (100: the same text); ' +
        'related ones say something similar in other words, with a confidence. Each says where it comes from. Terms are those ' +
        'of the house that stand in the text: forbidden ones are not to be used.',
      inputSchema: {
        text: text.describe('One sentence or segment'),
        from: language.describe('Its language; the translations are in the other'),
        minimumRate: z.number().int().min(50).max(101).default(50),
        limit: z.number().int().min(1).max(20).default(5),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ text: sought, from, minimumRate, limit }) =>
      answer(async () => {
        const wanted: LookupRequest = {
          text: contentFromText(sought),
          sourceLanguage: from,
          targetLanguage: otherLanguage(from),
          minimumRate,
          limit,
          tiers: ['matches', 'related', 'terms'],
        };
        const { body } = await access.check(caller, RIGHTS.lookup, { body: wanted });
        const { matches, related, terms, missing } = await lookup.lookup(body as LookupRequest);
        return {
          matches: matches.map((match) => ({
            rate: match.rate,
            kind: match.kind,
            ...suggestion(match),
            warnings: match.warnings.map(({ kind }) => kind),
          })),
          related: related.map((one) => ({ confidence: one.confidence, ...suggestion(one) })),
          terms: terms.map(({ term, targets, definition }) => ({ term, targets, ...(definition && { definition }) })),
          ...notSearched(missing),
        };
      }),
  );

  server.registerTool(
    'search_concordance',
    {
      title: 'Search inside the translation memory',
      description: 'Finds the stored sentence pairs in which words or a phrase occur, on either side, newest first.',
      inputSchema: {
        words: z.string().min(1).max(500),
        language: language.optional().describe('The side that is searched; either when absent'),
        mode: z.enum(CONCORDANCE_MODES).default('words').describe('words: all in any form; phrase: the very sequence'),
        publication: part.describe('Part of the publication’s name'),
        translator: part.describe('Part of the translator’s name'),
        publishedFrom: day,
        publishedTo: day,
        limit: z.number().int().min(1).max(50).default(10),
        cursor: z.string().max(200).optional().describe('The `next` of the page before'),
      },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ words, language: side, ...wish }) =>
      answer(async () => {
        const given = Object.entries({ language: side, ...wish }).filter(([, value]) => value !== undefined);
        const wanted = concordanceQuery.parse({ q: words, ...Object.fromEntries(given) });
        const { query } = await access.check(caller, RIGHTS.concordance, { query: wanted });
        const { items, next, total, missing } = await concordance.search(query as ConcordanceRequest);
        return {
          hits: items.map(({ unitId, fr, en, provenance, memory }) => ({
            unitId,
            french: contentText(fr.content),
            english: contentText(en.content),
            provenance,
            memory: memory.name,
          })),
          total,
          ...(next !== undefined && { next }),
          ...notSearched(missing),
        };
      }),
  );

  server.registerTool(
    'add_unit',
    {
      title: 'Add a sentence pair to the translation memory',
      description: 'Stores a French sentence with its English translation, or the other way round.',
      inputSchema: {
        french: text,
        english: text,
        memory: z.string().min(1).max(200).default(HOUSE_MEMORY).describe('By name; made where there is none of it'),
        original: language.optional().describe('The side that was written first'),
        note: z.string().max(5_000).optional(),
      },
      annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: false },
    },
    ({ french, english, memory, original, note }) =>
      answer(async () => {
        await access.check(caller, RIGHTS.importArticle, { body: { memory } });
        const { id } = await memoryNamed(store, memory, actor());
        const fr = { language: 'fr' as const, content: contentFromText(french) };
        const en = { language: 'en' as const, content: contentFromText(english) };
        const unit = { fr, en, ...(original && { originalLanguage: original }), ...(note && { note }) };
        const { unitIds, merged } = await units.add(id, [unit], actor());
        return { unitId: unitIds[0] ?? 0, wasThere: merged > 0 };
      }),
  );

  server.registerTool(
    'read_provenance',
    {
      title: 'Where a stored pair comes from',
      description:
        'The documents in which a unit stands: publication, address, date, author, translator, credit, rights; and whether it is a heading there, a caption, a list item or a quotation.',
      inputSchema: { unitId: z.number().int().positive() },
      annotations: { readOnlyHint: true, openWorldHint: false },
    },
    ({ unitId }) =>
      answer(async () => {
        await access.check(caller, RIGHTS.getUnit, { params: { id: unitId } });
        const { unit } = await store.getUnit(unitId);
        const ids = [...new Set(unit.occurrences.map(({ documentId }) => documentId))];
        const documents = await Promise.all(ids.map((id) => store.getDocument(id)));
        const { origin, status, originalLanguage, createdAt, createdBy } = unit;
        return {
          unitId,
          origin,
          status,
          ...(originalLanguage && { originalLanguage }),
          createdAt,
          createdBy,
          documents: documents.map(({ id, provenance }) => {
            const block = unit.occurrences.find(({ documentId }) => documentId === id)?.block;
            return { documentId: id, ...provenance, ...(block && { block }) };
          }),
        };
      }),
  );

  return server;
}

function suggestion({ unitId, source, target, provenance, memory }: Match | Related) {
  return { unitId, source: contentText(source), target: contentText(target), provenance, memory: memory.name };
}

/** What the model should know, that what it does not see may be stored all the same. */
function notSearched(missing: readonly string[] | undefined): Record<string, unknown> {
  return missing === undefined ? {} : { notSearched: `Not searched, as they cannot be reached: ${missing.join(', ')}` };
}

/** A tool’s answer, or what was wrong, in a sentence that the model can act on. */
async function answer(work: () => Promise<Record<string, unknown>>): Promise<CallToolResult> {
  try {
    const found = await work();
    return { content: [{ type: 'text', text: JSON.stringify(found) }], structuredContent: found };
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    return { isError: true, content: [{ type: 'text', text: `${error.code}: ${error.message}` }] };
  }
}
