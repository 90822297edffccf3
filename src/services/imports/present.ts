import type { InlineContent } from '../../../memory/model/inline.ts';
import { contentKey } from '../../../memory/model/inline.ts';
import type { Language } from '../../../memory/model/language.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { Memory, NewUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';

/** A unit of the memory that says what an incoming one says on the side it was written in first. */
export interface PresentUnit {
  readonly id: UnitId;
  readonly changedAt: string;
  readonly target: InlineContent;
}

/** The side that units are known by; French where none is stated. */
export function sourceSide({ originalLanguage }: Pick<NewUnit, 'originalLanguage'>): Language {
  return originalLanguage ?? 'fr';
}

/** Penalties take off less than this, so no identical text is missed. */
const LEAST_RATE = 85;

/** Finds the units of one memory that have the very same source as an incoming one, the newest first. */
export function presentUnits(retrieval: Retrieval, memory: Memory) {
  const memories = [{ ...memory, penalty: 0 }];
  return async (unit: NewUnit): Promise<readonly PresentUnit[]> => {
    const side = sourceSide(unit);
    const { content } = unit[side];
    const { matches } = await retrieval.find(
      {
        content,
        sourceLanguage: side,
        targetLanguage: otherLanguage(side),
        memories,
        minimumRate: LEAST_RATE,
        limit: 50,
      },
      { matches: true, related: false },
    );
    const key = contentKey(content);
    return matches
      .filter(({ source }) => contentKey(source) === key)
      .map(({ unitId, changedAt, target }) => ({ id: unitId, changedAt, target }))
      .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt));
  };
}
