import type { Neighbours } from '../match/place.ts';
import { type Profile, profileOf } from '../match/profile.ts';
import type { InlineContent } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import type { Memory, MemoryId, TranslationUnit, UnitInContext, Variant } from '../model/unit.ts';
import type { Query } from './retrieval.ts';

/** A query made ready to be held against many units. */
export interface PreparedQuery {
  readonly query: Query;
  readonly profile: Profile;
  readonly neighbours: Neighbours;
  readonly memories: ReadonlyMap<MemoryId, Memory>;
}

/** A unit seen from a query: what it is looked up by, and what it gives. */
export interface Candidate {
  readonly found: UnitInContext;
  readonly memory: Memory;
  readonly source: Variant;
  readonly target: Variant;
}

export function prepareQuery(query: Query): PreparedQuery {
  return {
    query,
    profile: profileOf(query.content, query.sourceLanguage),
    neighbours: {
      ...(query.previous === undefined ? {} : { previous: query.previous }),
      ...(query.next === undefined ? {} : { next: query.next }),
    },
    memories: new Map(query.memories.map((memory) => [memory.id, memory])),
  };
}

/** The unit from the query's side; `undefined` when it can suggest nothing: rejected, without target, of no memory asked for. */
export function candidateOf(prepared: PreparedQuery, found: UnitInContext): Candidate | undefined {
  const { unit } = found;
  const memory = prepared.memories.get(unit.memoryId);
  const source = sideOf(unit, prepared.query.sourceLanguage);
  const target = sideOf(unit, prepared.query.targetLanguage);
  if (memory === undefined || unit.status === 'rejected' || isEmpty(target.content)) return undefined;
  return { found, memory, source, target };
}

function sideOf(unit: TranslationUnit, language: Language): Variant {
  return language === 'fr' ? unit.fr : unit.en;
}

function isEmpty(content: InlineContent): boolean {
  return content.every((part) => typeof part !== 'string' || part.trim() === '');
}
