import { setImmediate } from 'node:timers/promises';
import type {
  Candidates,
  ExportDocument,
  ExportSegment,
  FillOptions,
} from '../../memory/formats/xliff/export-input.ts';
import type { Project, ProjectDocument, Segment } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Lookup, SegmentNeighbours } from './lookup.ts';
import { fillingFor } from './pretranslation-rules.ts';

/** What is looked up for an export. */
export interface XliffExportWish {
  /** Whether suggestions are written along. */
  readonly candidates: boolean;
  /** What empty segments are filled with; they stay empty where neither is stated. */
  readonly fill: FillOptions;
}

/**
 * The documents of a project to be written as XLIFF, each segment looked up as it is written. Between two lookups other
 * requests get their turn. What an empty segment is filled with stands in the file alone.
 */
export function documentsForXliff(
  store: Store,
  lookup: Lookup,
  project: Project,
  documents: readonly ProjectDocument[],
  wish: XliffExportWish,
): readonly ExportDocument[] {
  const { sourceLanguage, targetLanguage } = project;
  const isFilled = wish.fill.fuzzy !== undefined || wish.fill.machine === true;

  async function* segmentsOf(document: ProjectDocument): AsyncGenerator<ExportSegment> {
    const segments = await store.listSegments(document.id);
    for (const [index, segment] of segments.entries()) {
      const isToFill = isFilled && segment.target.length === 0 && !segment.locked;
      if (!wish.candidates && !isToFill) {
        yield { segment };
        continue;
      }
      await setImmediate();
      const candidates = await find(segment, { previous: segments[index - 1], next: segments[index + 1] }, isToFill);
      yield {
        segment: isToFill ? filled(segment, candidates, wish.fill) : segment,
        ...(wish.candidates && { candidates }),
      };
    }
  }

  async function find(segment: Segment, around: SegmentNeighbours, isToFill: boolean): Promise<Candidates> {
    const { matches, related } = await lookup.suggestionsIn(project, segment, around, ['matches', 'related']);
    const found = { matches, related, machine: [] };
    // Machine translation costs: it is asked for what no match fills.
    const isNeeded = isToFill && wish.fill.machine === true && filled(segment, found, wish.fill) === segment;
    if (!isNeeded) return found;
    const { machine } = await lookup.lookup({
      text: [...segment.source],
      sourceLanguage,
      targetLanguage,
      minimumRate: 100,
      limit: 1,
      tiers: ['machine'],
    });
    return { ...found, machine: machine.flatMap(({ engine, target }) => (target ? [{ engine, target }] : [])) };
  }

  return documents.map((document): ExportDocument => {
    const { name, provenance } = document;
    return { name, provenance, sourceLanguage, targetLanguage, segments: segmentsOf(document) };
  });
}

/** The segment as a draft of what may be put into it; itself where nothing may. */
function filled(segment: Segment, candidates: Candidates, { fuzzy, machine = false }: FillOptions): Segment {
  const rules = { adapted: fuzzy !== undefined, ...(fuzzy !== undefined && { fuzzy }), machine };
  const filling = fillingFor(segment.source, candidates, rules);
  return filling ? { ...segment, ...filling, status: 'draft' } : segment;
}
