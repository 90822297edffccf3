import { targetText } from '../../memory/formats/plain.ts';
import { writeDelimited, writeXlsx } from '../../memory/formats/tables/write.ts';
import type { TmxConvention } from '../../memory/formats/tmx/conventions.ts';
import type { TmxUnit } from '../../memory/formats/tmx/entry.ts';
import type { WriteTmxOptions } from '../../memory/formats/tmx/write.ts';
import { writeTmx } from '../../memory/formats/tmx/write.ts';
import type { FillOptions } from '../../memory/formats/xliff/export-input.ts';
import { writePlainJson } from '../../memory/formats/xliff/plain-json.ts';
import { writeXliff12 } from '../../memory/formats/xliff/write12.ts';
import { writeXliff20 } from '../../memory/formats/xliff/write20.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { ProjectDocument, ProjectDocumentId, ProjectId } from '../../memory/model/project.ts';
import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { UnitFilter } from '../../memory/model/unit-filter.ts';
import type { Store } from '../../memory/store/store.ts';
import { VERSION } from '../version.ts';
import type { Clock } from './clock.ts';
import type { Lookup } from './lookup.ts';
import { createRevisions } from './revisions.ts';
import type { TermbaseFormat } from './termbase-export.ts';
import { termbaseText, termbaseWorkbook } from './termbase-export.ts';
import { filteredUnits, memoryUnits, projectUnits } from './units-out.ts';
import type { XliffExportWish } from './xliff-export.ts';
import { documentsForXliff } from './xliff-export.ts';
import { originalFile } from './xliff-files.ts';

/** A file to be given out, its text in pieces. */
export interface ExportedFile {
  readonly mediaType: string;
  readonly fileName: string;
  /** Bytes for what is given back in its own encoding. */
  readonly body: AsyncIterable<string> | Uint8Array;
}

export interface ProjectExport {
  /**
   * `xliff` is XLIFF 1.2, `xliff2` is 2.0, `json` plain JSON; `original` is the file a document came as, with its
   * targets.
   */
  readonly format: 'original' | 'xliff' | 'xliff2' | 'json' | 'text' | 'revision' | UnitsFormat;
  /** One document of the project; all of them when absent. */
  readonly document?: ProjectDocumentId;
  /** Whether suggestions are written along, in XLIFF. */
  readonly candidates: 'yes' | 'no';
  /** The least rate of the fuzzy matches that are put into targets, in XLIFF; none are when absent. */
  readonly fuzzy?: number | undefined;
  /** Whether machine translations are put into targets, in XLIFF. */
  readonly machine?: 'yes' | 'no';
  /** The tool that XLIFF is for, where it needs another form. */
  readonly tool?: 'any' | 'omegat';
  readonly level?: TmxLevel;
  readonly convention?: 'none' | TmxConvention;
}

/** Units as TMX or as a table. */
export type UnitsFormat = 'tmx' | 'csv' | 'tsv' | 'xlsx';

/** TMX with inline codes, which is the default, or with texts alone. */
export type TmxLevel = '1' | '2';

/** How TMX is written. */
export type TmxWish = Pick<ProjectExport, 'level' | 'convention'>;

/** Gives files out. */
export interface Transfers {
  exportProject(projectId: ProjectId, wanted: ProjectExport): Promise<ExportedFile>;
  exportMemory(memoryId: MemoryId, format: UnitsFormat, wish?: TmxWish): Promise<ExportedFile>;
  exportTermbase(termbaseId: TermbaseId, format: TermbaseFormat): Promise<ExportedFile>;
  /** The units of a memory that meet a filter. @throws CalqueError `not-found` */
  exportUnits(memoryId: MemoryId, filter: UnitFilter, format: UnitsFormat, wish?: TmxWish): Promise<ExportedFile>;
  /** A memory as TMX, with a tag that stays as long as what it is made of does. */
  memoryFile(memoryId: MemoryId): Promise<ExportedFile & { readonly tag: string }>;
}

export function createTransfers(store: Store, lookup: Lookup, clock: Clock): Transfers {
  const exportMemory: Transfers['exportMemory'] = async (memoryId, format, wish = {}) => {
    const memory = await store.getMemory(memoryId);
    const head = { memoryName: memory.name, sourceLanguage: 'fr', ...writing(clock, wish) } as const;
    return unitsFile(memoryUnits(store, memory), format, fileNameOf(memory.name), head);
  };

  return {
    async exportProject(projectId, wish) {
      const { format, document } = wish;
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
        case 'original': {
          const { name: fileName, bytes } = await originalFile(store, project, chosen);
          return { ...KINDS.xliff, fileName, body: bytes };
        }
        case 'revision':
          return {
            ...KINDS.docx,
            fileName: `${name}.docx`,
            body: await createRevisions(store).write(project, chosen),
          };
        case 'text':
          return { ...KINDS.text, fileName: `${name}.${project.targetLanguage}.txt`, body: textOf(store, chosen) };
        case 'tmx':
        case 'csv':
        case 'tsv':
        case 'xlsx': {
          const { sourceLanguage } = project;
          const head = { memoryName: project.name, sourceLanguage, ...writing(clock, wish) };
          return unitsFile(projectUnits(store, project, chosen), format, name, head);
        }
        case 'xliff': {
          const body = writeXliff12(documentsForXliff(store, lookup, project, chosen, xliffWish(wish)), {
            toolVersion: VERSION,
            fill: fillOf(wish),
            copySource: wish.tool === 'omegat',
          });
          return { ...KINDS.xliff, fileName: `${name}.xlf`, body };
        }
        case 'json': {
          const plain = documentsForXliff(store, lookup, project, chosen, { candidates: false, fill: fillOf(wish) });
          return {
            ...KINDS.json,
            fileName: `${name}.json`,
            body: writePlainJson(plain, { ...project, toolVersion: VERSION }),
          };
        }
        case 'xliff2': {
          const body = writeXliff20(documentsForXliff(store, lookup, project, chosen, xliffWish(wish)), {
            ...project,
            fill: fillOf(wish),
          });
          return { ...KINDS.xliff, fileName: `${name}.xlf`, body };
        }
      }
    },

    exportMemory,

    async exportTermbase(termbaseId, format) {
      const termbase = await store.getTermbase(termbaseId);
      const extension = format === 'tbx3' ? 'tbx' : format;
      const fileName = `${fileNameOf(termbase.name)}.${extension}`;
      const body = format === 'xlsx' ? await termbaseWorkbook(store, termbase) : termbaseText(store, termbase, format);
      return { ...KINDS[extension], fileName, body };
    },

    async exportUnits(memoryId, filter, format, wish = {}) {
      const memory = await store.getMemory(memoryId);
      const head = { memoryName: memory.name, sourceLanguage: 'fr', ...writing(clock, wish) } as const;
      return unitsFile(filteredUnits(store, { ...filter, memoryId }), format, fileNameOf(memory.name), head);
    },

    async memoryFile(memoryId) {
      const revision = await store.memoryRevision(memoryId);
      // Two files of one state differ in nothing but the time at their head: the tag is a weak one.
      return { ...(await exportMemory(memoryId, 'tmx')), tag: `W/"${VERSION}-${memoryId}-${revision}"` };
    },
  };
}

const KINDS = {
  xliff: { mediaType: 'application/x-xliff+xml' },
  tmx: { mediaType: 'application/x-tmx+xml' },
  tbx: { mediaType: 'application/x-tbx+xml' },
  json: { mediaType: 'application/json' },
  text: { mediaType: 'text/plain' },
  docx: { mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  csv: { mediaType: 'text/csv' },
  tsv: { mediaType: 'text/tab-separated-values' },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
} as const;

async function unitsFile(
  units: AsyncIterable<TmxUnit>,
  format: UnitsFormat,
  name: string,
  head: WriteTmxOptions,
): Promise<ExportedFile> {
  const file = { ...KINDS[format], fileName: `${name}.${format}` };
  if (format === 'tmx') return { ...file, body: writeTmx(units, head) };
  return { ...file, body: format === 'xlsx' ? await writeXlsx(units) : writeDelimited(units, format) };
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

function fillOf({ fuzzy, machine }: ProjectExport): FillOptions {
  return { ...(fuzzy !== undefined && { fuzzy }), machine: machine === 'yes' };
}

/** OmegaT loses some of several matches of XLIFF 2 when it saves: it is given a TMX beside the file instead. */
function xliffWish(wish: ProjectExport): XliffExportWish {
  const areLost = wish.tool === 'omegat' && wish.format === 'xliff2';
  return { candidates: wish.candidates === 'yes' && !areLost, fill: fillOf(wish) };
}

function writing(clock: Clock, { level, convention }: TmxWish) {
  return {
    createdAt: new Date(clock()).toISOString(),
    toolVersion: VERSION,
    level: level === '1' ? 1 : 2,
    ...(convention !== undefined && convention !== 'none' && { convention }),
  } as const;
}
