import { CalqueError } from '../../memory/model/errors.ts';
import type { InlineContent } from '../../memory/model/inline.ts';
import { contentText } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Project, Segment, SegmentId } from '../../memory/model/project.ts';
import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { Memory, MemoryId } from '../../memory/model/unit.ts';
import type { Findings, Query, Retrieval } from '../../memory/retrieval/retrieval.ts';
import type { Store } from '../../memory/store/store.ts';
import type { FoundTerm } from '../../memory/terms/found-term.ts';
import type { LookupBatch, LookupRequest } from '../contract/lookup.ts';
import type { BatchLine } from '../contract/suggestions.ts';
import { lookupLines } from './lookup-batch.ts';
import type { Machine, MachineAnswer } from './machine.ts';
import { requireWhole } from './missing.ts';
import { termsIn } from './term-lookup.ts';

/** What the editor asks for when nothing else is said. */
const EDITOR_DEFAULTS = { minimumRate: 50, limit: 5 } as const;

/** What a lookup found, in its tiers. */
export interface Suggestions extends Findings {
  readonly terms: readonly FoundTerm[];
  readonly machine: readonly MachineAnswer[];
}

/** Is told how long a tier of a lookup took, in seconds. */
export type TookTier = (tier: keyof Suggestions, seconds: number) => void;

/** Finds what the memories suggest. The editor, the API, the exports and the command line all ask here. */
export interface Lookup {
  /** The service that translates by machine, where the installation has one. */
  readonly engine?: string;
  /** @throws CalqueError `same-language`, `empty-text`, or `not-found` for a memory or termbase that is not there */
  lookup(request: LookupRequest): Promise<Suggestions>;
  /**
   * Looks many texts up, as `lookupLines` does.
   * @throws CalqueError `same-language`, or `not-found` for a memory that is not there, before the first
   */
  batch(batch: LookupBatch): Promise<AsyncIterable<BatchLine>>;
  /**
   * Looks a segment up in its project's memories, with its neighbours as context; a machine is asked where the house
   * wants it.
   */
  suggestionsFor(segmentId: SegmentId): Promise<Suggestions>;
  /** Has a machine translate a segment. Empty where no service is set up. */
  translate(segmentId: SegmentId): Promise<readonly MachineAnswer[]>;
  /**
   * The same for a segment already at hand, without a machine.
   * @throws CalqueError `database-unreachable` where a database of units does not answer
   */
  suggestionsIn(
    project: Project,
    segment: Segment,
    neighbours: SegmentNeighbours,
    tiers?: LookupRequest['tiers'],
  ): Promise<Suggestions>;
}

/** The segments around one in its document, as far as there are any. */
export interface SegmentNeighbours {
  readonly previous?: Segment | undefined;
  readonly next?: Segment | undefined;
}

/** @param took is told of every tier of every lookup */
export function createLookup(store: Store, retrieval: Retrieval, machine: Machine, took: TookTier = () => {}): Lookup {
  const timed = async <T>(tier: keyof Suggestions, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    try {
      return await work();
    } finally {
      took(tier, (performance.now() - begun) / 1_000);
    }
  };

  const chosen = async (ids: readonly MemoryId[] | undefined): Promise<readonly Memory[]> =>
    ids === undefined ? store.listMemories() : Promise.all(ids.map((id) => store.getMemory(id)));

  /** The memories of a project, each worth what it is worth there. */
  const projectMemories = ({ memories }: Project): Promise<readonly Memory[]> =>
    Promise.all(
      memories.map(async ({ memoryId, priority, penalty }) => ({
        ...(await store.getMemory(memoryId)),
        ...(priority !== undefined && { priority }),
        ...(penalty !== undefined && { penalty }),
      })),
    );

  const find = async (
    query: Query,
    tiers: LookupRequest['tiers'],
    termbases: readonly TermbaseId[] | undefined,
  ): Promise<Suggestions> => {
    const wanted = (tier: 'matches' | 'related' | 'fragments' | 'terms') => tiers === undefined || tiers.includes(tier);
    const [found, terms] = await Promise.all([
      retrieval.find(
        query,
        { matches: wanted('matches'), related: wanted('related'), fragments: wanted('fragments') },
        took,
      ),
      wanted('terms') ? timed('terms', () => termsIn(store, contentText(query.content), query, termbases)) : [],
    ]);
    return { ...found, terms, machine: [] };
  };

  const partlyIn: Lookup['suggestionsIn'] = async (project, segment, { previous, next }, tiers) =>
    find(
      {
        content: segment.source,
        ...directionOf(project.sourceLanguage, project.targetLanguage),
        ...neighbour('previous', previous?.source),
        ...neighbour('next', next?.source),
        memories: await projectMemories(project),
        ...EDITOR_DEFAULTS,
      },
      tiers,
      project.termbases,
    );

  /** What is filled in or written into a file must not lack what nobody will see is missing. */
  const suggestionsIn: Lookup['suggestionsIn'] = async (...asked) => requireWhole(await partlyIn(...asked));

  const machineSuggestions = async (
    request: Pick<LookupRequest, 'text' | 'sourceLanguage' | 'targetLanguage' | 'previous' | 'next' | 'termbases'>,
  ): Promise<readonly MachineAnswer[]> => {
    const { text: content, previous, next, ...same } = request;
    const { sourceLanguage, targetLanguage, termbases } = same;
    const wish = { content, sourceLanguage, targetLanguage, termbases };
    const answer = await timed('machine', () => machine.translate({ ...wish, ...contextOf(previous, next) }));
    return answer === undefined ? [] : [answer];
  };

  /** What a machine makes of a segment, as its neighbours have it understood. */
  const translated = (project: Project, { source }: Segment, { previous, next }: SegmentNeighbours) =>
    machineSuggestions({
      text: source,
      sourceLanguage: project.sourceLanguage,
      targetLanguage: project.targetLanguage,
      ...(project.termbases && { termbases: [...project.termbases] }),
      ...neighbour('previous', previous?.source),
      ...neighbour('next', next?.source),
    });

  const lookup: Lookup['lookup'] = async (request) => {
    if (contentText(request.text).trim() === '') {
      throw new CalqueError('empty-text', 'There is no text to look up.', { where: 'text' });
    }
    const direction = directionOf(request.sourceLanguage, request.targetLanguage);
    await Promise.all((request.termbases ?? []).map((id) => store.getTermbase(id)));
    const translated = request.tiers?.includes('machine') ? machineSuggestions(request) : [];
    const found = await find(
      {
        content: request.text,
        ...direction,
        ...neighbour('previous', request.previous),
        ...neighbour('next', request.next),
        memories: await chosen(request.memories),
        minimumRate: request.minimumRate,
        ...(request.minimumConfidence !== undefined && { minimumConfidence: request.minimumConfidence }),
        limit: request.limit,
      },
      request.tiers,
      request.termbases,
    );
    return { ...found, machine: await translated };
  };

  return {
    ...(machine.engine !== undefined && { engine: machine.engine }),
    lookup,

    async batch(batch) {
      directionOf(batch.sourceLanguage, batch.targetLanguage);
      await chosen(batch.memories);
      return lookupLines(batch, lookup);
    },

    async suggestionsFor(segmentId) {
      const segment = await store.getSegment(segmentId);
      const { projectId } = await store.getProjectDocument(segment.documentId);
      const project = await store.getProject(projectId);
      const neighbours = await store.segmentNeighbours(segmentId);
      const found = await partlyIn(project, segment, neighbours);
      const { below } = await machine.standing();
      const isWanted = machine.engine !== undefined && below !== undefined && (found.matches[0]?.rate ?? 0) < below;
      return isWanted ? { ...found, machine: await translated(project, segment, neighbours) } : found;
    },

    async translate(segmentId) {
      const segment = await store.getSegment(segmentId);
      const { projectId } = await store.getProjectDocument(segment.documentId);
      return translated(await store.getProject(projectId), segment, await store.segmentNeighbours(segmentId));
    },

    suggestionsIn,
  };
}

/** What stands around a text, for a machine to understand it by. */
function contextOf(previous: InlineContent | undefined, next: InlineContent | undefined): { context?: string } {
  const texts = [previous, next].flatMap((content) => (content === undefined ? [] : [contentText(content).trim()]));
  const context = texts.filter((text) => text !== '').join('\n');
  return context === '' ? {} : { context };
}

/**
 * The two languages of a piece of work.
 * @throws CalqueError `same-language` when they are one
 */
export function directionOf(
  source: LanguageTag,
  target: LanguageTag,
): Pick<Query, 'sourceLanguage' | 'targetLanguage'> {
  const sourceLanguage = languageOf(source);
  const targetLanguage = languageOf(target);
  if (sourceLanguage === targetLanguage) {
    throw new CalqueError('same-language', `Both languages are ${source}; one must be French and the other English.`, {
      where: 'targetLanguage',
    });
  }
  return { sourceLanguage, targetLanguage };
}

function neighbour(side: 'previous' | 'next', content: InlineContent | undefined): Partial<Query> {
  return content === undefined ? {} : { [side]: content };
}
