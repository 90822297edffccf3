import { contentFromText, type InlineContent } from '../../../memory/model/inline.ts';
import type { Memory, TranslationUnit, UnitInContext, UnitPlace } from '../../../memory/model/unit.ts';
import type { Query, UnitScan } from '../../../memory/retrieval/retrieval.ts';

const AT = '2026-01-01T00:00:00.000Z';

export const MEMORY: Memory = {
  id: 1,
  name: 'News',
  priority: 0,
  penalty: 0,
  readOnly: false,
  createdAt: AT,
  unitCount: 0,
};

/** A unit that people wrote and confirmed, but for what is given. */
export function unit(
  id: number,
  fr: string | InlineContent,
  en: string | InlineContent,
  given: Partial<TranslationUnit> = {},
  places: readonly UnitPlace[] = [],
): UnitInContext {
  const content = (side: string | InlineContent) => (typeof side === 'string' ? contentFromText(side) : side);
  return {
    unit: {
      id,
      memoryId: MEMORY.id,
      version: 1,
      fr: { language: 'fr', content: content(fr) },
      en: { language: 'en', content: content(en) },
      origin: { kind: 'human' },
      status: 'confirmed',
      createdAt: AT,
      createdBy: 'test',
      changedAt: AT,
      changedBy: 'test',
      useCount: 0,
      properties: [],
      occurrences: places.map(({ documentId, position }) => ({ documentId, position })),
      ...given,
    },
    places,
  };
}

/** A store that holds these units and nothing else. */
export function scanOf(units: readonly UnitInContext[]): UnitScan {
  return {
    scanUnits: async (memories, afterId, limit) =>
      units
        .filter(({ unit: { id, memoryId } }) => id > afterId && memories.includes(memoryId))
        .toSorted((a, b) => a.unit.id - b.unit.id)
        .slice(0, limit),
  };
}

export function query(text: string, given: Partial<Query> = {}): Query {
  return {
    content: contentFromText(text),
    sourceLanguage: 'fr',
    targetLanguage: 'en',
    memories: [MEMORY],
    minimumRate: 50,
    limit: 5,
    ...given,
  };
}
