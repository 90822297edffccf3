import { setImmediate } from 'node:timers/promises';
import { unpack } from '../../memory/formats/archive/unpack.ts';
import { targetText } from '../../memory/formats/plain.ts';
import type { TmxGroup } from '../../memory/formats/tmx/documents.ts';
import { groupDocuments } from '../../memory/formats/tmx/documents.ts';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import { readTmx } from '../../memory/formats/tmx/read.ts';
import type { WriteTmxOptions } from '../../memory/formats/tmx/write.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import type { ExportDocument, ExportSegment } from '../../memory/formats/xliff/export-input.ts';
import { writeXliff12 } from '../../memory/formats/xliff/write12.ts';
import { writeXliff20 } from '../../memory/formats/xliff/write20.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Project, ProjectDocument, ProjectDocumentId, ProjectId, Segment } from '../../memory/model/project.ts';
import type { Memory, MemoryDocument, MemoryId, TranslationUnit } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import { VERSION } from '../version.ts';
import type { Clock } from './clock.ts';
import type { Lookup } from './lookup.ts';
import { memoryNamed } from './memories.ts';

/** What importing a TMX file did. */
export interface ImportedTmx {
  readonly memoryId: MemoryId;
  readonly added: number;
  readonly merged: number;
  readonly documents: number;
  /** Entries of the file that gave no unit, with the line they begin on. */
  readonly refused: readonly { readonly line: number; readonly reason: string }[];
}

/** A file to be given out, its text in pieces. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly fileName: string;
  readonly body: AsyncIterable<string>;
}

export interface ProjectExport {
  /** `xliff` is XLIFF 1.2, `xliff2` is 2.0. */
  readonly format: 'xliff' | 'xliff2' | 'tmx' | 'text';
  /** One document of the project; all of them when absent. */
  readonly document?: ProjectDocumentId;
  /** Whether suggestions are written along, in XLIFF. */
  readonly candidates: 'yes' | 'no';
  readonly level?: TmxLevel;
}

/** TMX with inline codes, which is the default, or with texts alone. */
export type TmxLevel = '1' | '2';

/** Brings files in and gives files out. */
export interface Transfers {
  /**
   * Stores the units of a TMX file, plain or packed by gzip or ZIP. The whole file is read before anything is stored.
   * @param name names the file in errors; its last part is the units' origin where they state none
   * @throws CalqueError as `unpack` and `readTmx` do, `empty-text` when no unit is in it, or `read-only-memory`
   */
  importTmx(file: Uint8Array, name: string, memory: string, actor: Actor): Promise<ImportedTmx>;
  exportProject(projectId: ProjectId, wanted: ProjectExport): Promise<ExportedFile>;
  exportMemory(memoryId: MemoryId, level?: TmxLevel): Promise<ExportedFile>;
}

export function createTransfers(store: Store, lookup: Lookup, clock: Clock): Transfers {
  return {
    async importTmx(file, name, memoryName, actor) {
      if (file.length === 0)
        throw new CalqueError('empty-text', `${name} is empty: there is nothing to read.`, { where: name });
      const refused: { line: number; reason: string }[] = [];
      const groups: TmxGroup[] = [];
      const entries = readTmx(inChunks(unpack(file, name, ['.tmx'])), {
        name,
        source: lastPart(name),
        status: 'confirmed',
      });
      const report = (entry: { line: number; kind: string; reason?: string }): void => {
        if (entry.reason !== undefined) refused.push({ line: entry.line, reason: entry.reason });
      };
      for await (const group of groupDocuments(entries, report)) groups.push(group);
      if (groups.every(({ units }) => units.length === 0)) throw noUnits(name, refused);
      const memory = await memoryNamed(store, memoryName, actor);
      return { memoryId: memory.id, ...(await storeGroups(store, memory.id, groups, actor)), refused };
    },

    async exportProject(projectId, { format, document, candidates, level = '2' }) {
      const project = await store.getProject(projectId);
      const all = await store.listProjectDocuments(projectId);
      const chosen = document === undefined ? all : all.filter(({ id }) => id === document);
      if (document !== undefined && chosen.length === 0) {
        throw new CalqueError('not-found', `Project ${projectId} has no document ${document}.`, { where: 'document' });
      }
      if (chosen.length === 0) {
        const message = `The project “${project.name}” has no document to export.`;
        throw new CalqueError('empty-text', message, { where: 'project' });
      }
      const only = chosen.length === 1 ? chosen[0] : undefined;
      const name = fileNameOf(only?.name ?? project.name);
      switch (format) {
        case 'text':
          return { ...KINDS.text, fileName: `${name}.${project.targetLanguage}.txt`, body: textOf(store, chosen) };
        case 'tmx':
          return {
            ...KINDS.tmx,
            fileName: `${name}.tmx`,
            body: projectTmx(store, project, chosen, writing(clock, level)),
          };
        case 'xliff': {
          const body = writeXliff12(exported(store, lookup, project, chosen, candidates), { toolVersion: VERSION });
          return { ...KINDS.xliff, fileName: `${name}.xlf`, body };
        }
        case 'xliff2': {
          const body = writeXliff20(exported(store, lookup, project, chosen, candidates), project);
          return { ...KINDS.xliff, fileName: `${name}.xlf`, body };
        }
      }
    },

    async exportMemory(memoryId, level = '2') {
      const memory = await store.getMemory(memoryId);
      return {
        ...KINDS.tmx,
        fileName: `${fileNameOf(memory.name)}.tmx`,
        body: memoryTmx(store, memory, writing(clock, level)),
      };
    },
  };
}

const KINDS = {
  xliff: { mediaType: 'application/x-xliff+xml' },
  tmx: { mediaType: 'application/x-tmx+xml' },
  text: { mediaType: 'text/plain' },
} as const;

/** How much of a file is read at once, in bytes. */
const CHUNK = 256 * 1024;

/** A file in pieces, between which other requests get their turn. */
async function* inChunks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    for (let start = 0; start < piece.length; start += CHUNK) {
      await setImmediate();
      yield piece.subarray(start, start + CHUNK);
    }
  }
}

/** The name of a file without the folders it lies in, which are nobody else's business. */
function lastPart(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

function noUnits(name: string, refused: ImportedTmx['refused']): CalqueError {
  const [first] = refused;
  const why = first ? `; the first it has is not taken, on line ${first.line}: ${first.reason}` : '';
  return new CalqueError('empty-text', `${name} holds no translation unit that can be taken${why}.`, {
    where: name,
    ...(first && { line: first.line }),
  });
}

async function storeGroups(store: Store, memoryId: MemoryId, groups: readonly TmxGroup[], actor: Actor) {
  let added = 0;
  let merged = 0;
  let documents = 0;
  for (const { provenance, units } of groups) {
    const stored =
      provenance === undefined
        ? await store.addUnits(memoryId, units, actor)
        : await store.addDocument(memoryId, { provenance, units }, actor);
    added += stored.added;
    merged += stored.merged;
    if (provenance !== undefined) documents += 1;
  }
  return { added, merged, documents };
}

/** A name that every file system takes: signs that paths or shells read otherwise become hyphens. */
function fileNameOf(name: string): string {
  const plain = name.replaceAll(/[\p{C}\\/:*?"<>|]+/gu, '-').trim();
  return Array.from(plain).slice(0, 80).join('').replace(/^\.+/, '') || 'calque';
}

async function* textOf(store: Store, documents: readonly ProjectDocument[]): AsyncGenerator<string> {
  for (const [index, document] of documents.entries()) {
    if (index > 0) yield '\n\n';
    yield targetText(await store.listSegments(document.id));
  }
}

/**
 * The documents of a project to be written as XLIFF, each segment looked up as it is written. Between two lookups other
 * requests get their turn.
 */
function exported(
  store: Store,
  lookup: Lookup,
  project: Project,
  documents: readonly ProjectDocument[],
  candidates: ProjectExport['candidates'],
): readonly ExportDocument[] {
  async function* segmentsOf(document: ProjectDocument): AsyncGenerator<ExportSegment> {
    const segments = await store.listSegments(document.id);
    for (const [index, segment] of segments.entries()) {
      if (candidates === 'no') yield { segment };
      else {
        const around = { previous: segments[index - 1], next: segments[index + 1] };
        await setImmediate();
        const { matches, related } = await lookup.suggestionsIn(project, segment, around);
        yield { segment, candidates: { matches, related, machine: [] } };
      }
    }
  }
  const { sourceLanguage, targetLanguage } = project;
  return documents.map((document): ExportDocument => {
    const { name, provenance } = document;
    return { name, provenance, sourceLanguage, targetLanguage, segments: segmentsOf(document) };
  });
}

type TmxWriting = Pick<WriteTmxOptions, 'createdAt' | 'toolVersion' | 'level'>;

function writing(clock: Clock, level: TmxLevel): TmxWriting {
  return { createdAt: new Date(clock()).toISOString(), toolVersion: VERSION, level: level === '1' ? 1 : 2 };
}

async function* projectTmx(
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
  const fromFrench = project.sourceLanguage.startsWith('fr');
  return {
    unit: {
      fr: fromFrench ? source : target,
      en: fromFrench ? target : source,
      originalLanguage: document.provenance.originalLanguage ?? (fromFrench ? 'fr' : 'en'),
      origin: segment.origin ?? { kind: 'human' },
      status: segment.status,
      changedAt: segment.changedAt,
      changedBy: segment.changedBy,
    },
    place: { document: `project-document-${document.id}`, position: segment.position, provenance: document.provenance },
    ...(segment.unitId !== undefined && { id: String(segment.unitId) }),
  };
}

/** Every document of a memory in its order, with turns for other requests between them, then the units that come from none. */
async function* memoryTmx(store: Store, memory: Memory, how: TmxWriting): AsyncGenerator<string> {
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
