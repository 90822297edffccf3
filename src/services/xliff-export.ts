import { setImmediate } from 'node:timers/promises';
import type { ExportDocument, ExportSegment } from '../../memory/formats/xliff/export-input.ts';
import type { Project, ProjectDocument } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import type { Lookup } from './lookup.ts';

/**
 * The documents of a project to be written as XLIFF, each segment looked up as it is written. Between two lookups other
 * requests get their turn.
 */
export function documentsForXliff(
  store: Store,
  lookup: Lookup,
  project: Project,
  documents: readonly ProjectDocument[],
  candidates: 'yes' | 'no',
): readonly ExportDocument[] {
  async function* segmentsOf(document: ProjectDocument): AsyncGenerator<ExportSegment> {
    const segments = await store.listSegments(document.id);
    for (const [index, segment] of segments.entries()) {
      if (candidates === 'no') yield { segment };
      else {
        const around = { previous: segments[index - 1], next: segments[index + 1] };
        await setImmediate();
        const { matches, related } = await lookup.suggestionsIn(project, segment, around, ['matches', 'related']);
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
