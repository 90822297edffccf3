import { setImmediate } from 'node:timers/promises';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import type { WriteTmxOptions } from '../../memory/formats/tmx/write.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Project, ProjectDocument, Segment } from '../../memory/model/project.ts';
import type { Memory, MemoryDocument, TranslationUnit } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';

/** How a file is written, whatever is in it. */
export type TmxWriting = Pick<WriteTmxOptions, 'createdAt' | 'toolVersion' | 'level'>;

/** The confirmed segments of a project's documents as TMX, in pieces. */
export async function* projectTmx(
  store: Store,
  project: Project,
  documents: readonly ProjectDocument[],
  how: TmxWriting,
): AsyncGenerator<string> {
  async function* units(): AsyncGenerator<TmxUnit> {
    for (const document of documents) {
      const confirmed = (await store.listSegments(document.id)).filter(isDone);
      for (const segment of confirmed) yield segmentUnit(project, document, segment);
    }
  }
  yield* writeTmx(units(), {
    memoryName: project.name,
    sourceLanguage: project.sourceLanguage,
    ...how,
  });
}

function isDone({ status }: Segment): boolean {
  return status === 'confirmed' || status === 'reviewed';
}

function segmentUnit(project: Project, document: ProjectDocument, segment: Segment): TmxUnit {
  const source = { language: project.sourceLanguage, content: segment.source };
  const target = { language: project.targetLanguage, content: segment.target };
  const fromFrench = languageOf(project.sourceLanguage) === 'fr';
  return {
    unit: {
      fr: fromFrench ? source : target,
      en: fromFrench ? target : source,
      originalLanguage: fromFrench ? 'fr' : 'en',
      origin: segment.origin ?? { kind: 'human' },
      status: segment.status,
      changedAt: segment.changedAt,
      changedBy: segment.changedBy,
    },
    place: { document: `project-document-${document.id}`, position: segment.position, provenance: document.provenance },
    ...(segment.unitId !== undefined && { id: String(segment.unitId) }),
  };
}

/**
 * A memory as TMX, in pieces: every document in its order, with turns for other requests between them, then the units
 * that come from none.
 */
export async function* memoryTmx(store: Store, memory: Memory, how: TmxWriting): AsyncGenerator<string> {
  async function* units(): AsyncGenerator<TmxUnit> {
    for await (const document of pages((cursor) => store.listDocuments(memory.id, page(cursor)))) {
      await setImmediate();
      yield* documentUnits(store, document);
    }
    for await (const unit of pages((cursor) => store.listUnits({ memoryId: memory.id }, page(cursor)))) {
      if (unit.occurrences.length === 0) yield { unit, id: String(unit.id) };
    }
  }
  yield* writeTmx(units(), {
    memoryName: memory.name,
    sourceLanguage: 'fr',
    ...how,
  });
}

async function* documentUnits(store: Store, { id, provenance }: MemoryDocument): AsyncGenerator<TmxUnit> {
  for (const [position, unit] of (await store.documentUnits(id)).entries()) {
    yield { unit: newUnitOf(unit), place: { document: `document-${id}`, position, provenance }, id: String(unit.id) };
  }
}

function newUnitOf({
  id: _,
  memoryId: __,
  version: ___,
  occurrences: ____,
  ...unit
}: TranslationUnit): TmxUnit['unit'] {
  return unit;
}

function page(cursor: string | undefined) {
  return { limit: 1_000, ...(cursor !== undefined && { cursor }) };
}

async function* pages<T>(
  read: (cursor: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string }>,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    await setImmediate();
    const { items, next } = await read(cursor);
    yield* items;
    cursor = next;
  } while (cursor !== undefined);
}
