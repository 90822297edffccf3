import { setImmediate } from 'node:timers/promises';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Project, ProjectDocument, Segment } from '../../memory/model/project.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { DocumentId, Memory, MemoryDocument, TranslationUnit, UnitId } from '../../memory/model/unit.ts';
import type { UnitFilter } from '../../memory/model/unit-filter.ts';
import type { Store } from '../../memory/store/store.ts';
import { pages } from './pages.ts';

/** The confirmed segments of a project's documents, as units. */
export async function* projectUnits(
  store: Store,
  project: Project,
  documents: readonly ProjectDocument[],
): AsyncGenerator<TmxUnit> {
  for (const document of documents) {
    const confirmed = (await store.listSegments(document.id)).filter(isDone);
    for (const segment of confirmed) yield segmentUnit(project, document, segment);
  }
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
    place: {
      document: `project-document-${document.id}`,
      position: segment.position,
      provenance: document.provenance,
      ...(segment.block && { block: segment.block }),
    },
    ...(segment.unitId !== undefined && { id: String(segment.unitId) }),
  };
}

/**
 * The units of a memory: every document in its order, with turns for other requests between them, then the units that
 * come from none.
 */
export async function* memoryUnits(store: Store, memory: Memory): AsyncGenerator<TmxUnit> {
  for await (const document of pages((cursor) => store.listDocuments(memory.id, page(cursor)))) {
    await setImmediate();
    yield* documentUnits(store, document);
  }
  for await (const unit of pages((cursor) => store.listUnits({ memoryId: memory.id }, page(cursor)))) {
    if (unit.occurrences.length === 0) yield { unit: newUnitOf(unit), id: String(unit.id) };
  }
}

/** The units that meet a filter, in the order they were stored, each with the first document it stands in. */
export async function* filteredUnits(store: Store, filter: UnitFilter): AsyncGenerator<TmxUnit> {
  const known = new Map<DocumentId, Provenance>();
  for await (const unit of pages((cursor) => store.listUnits(filter, page(cursor)))) {
    const [first] = unit.occurrences;
    const plain = { unit: newUnitOf(unit), id: String(unit.id) };
    if (first === undefined) yield plain;
    else {
      const { documentId, position, block } = first;
      const provenance = known.get(documentId) ?? (await store.getDocument(documentId)).provenance;
      known.set(documentId, provenance);
      const place = { document: `document-${documentId}`, position, provenance, ...(block && { block }) };
      yield { ...plain, place };
    }
  }
}

async function* documentUnits(store: Store, { id, provenance }: MemoryDocument): AsyncGenerator<TmxUnit> {
  const times = new Map<UnitId, number>();
  for (const [position, unit] of (await store.documentUnits(id)).entries()) {
    const time = times.get(unit.id) ?? 0;
    times.set(unit.id, time + 1);
    const block = unit.occurrences.filter(({ documentId }) => documentId === id)[time]?.block;
    const place = { document: `document-${id}`, position, provenance, ...(block && { block }) };
    yield { unit: newUnitOf(unit), place, id: String(unit.id) };
  }
}

function newUnitOf({
  id: _,
  memoryId: __,
  version: ___,
  occurrences: ____,
  flagged: _____,
  ...unit
}: TranslationUnit): TmxUnit['unit'] {
  return unit;
}

function page(cursor: string | undefined) {
  return { limit: 1_000, ...(cursor !== undefined && { cursor }) };
}
