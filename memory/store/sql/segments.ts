import type { Store } from '../store.ts';
import type { Connection } from './connection.ts';
import type { ProjectDocumentTable } from './project-documents.ts';
import { type SegmentRow, segmentOf, segmentRevisionOf } from './segment-rows.ts';
import type { SegmentTable } from './segment-table.ts';

type SegmentMethods = Pick<
  Store,
  'listSegments' | 'getSegment' | 'segmentNeighbours' | 'saveSegment' | 'unconfirmSegment' | 'segmentHistory'
>;

export function segmentMethods(
  connection: Connection,
  segments: SegmentTable,
  documents: ProjectDocumentTable,
): SegmentMethods {
  const ofDocument = connection.prepare<[number], SegmentRow>(
    'SELECT * FROM segments WHERE document_id = ? ORDER BY position',
  );
  const at = connection.prepare<[number, number], SegmentRow>(
    'SELECT * FROM segments WHERE document_id = ? AND position = ?',
  );

  return {
    listSegments: (documentId) =>
      connection.read(async () => {
        await documents.require(documentId);
        return (await ofDocument.all(documentId)).map(segmentOf);
      }),

    getSegment: (id) => connection.ask(async () => segmentOf(await segments.require(id))),

    segmentNeighbours: (id) =>
      connection.read(async () => {
        const { document_id, position } = await segments.require(id);
        const previous = await at.get(document_id, position - 1);
        const next = await at.get(document_id, position + 1);
        return { ...(previous && { previous: segmentOf(previous) }), ...(next && { next: segmentOf(next) }) };
      }),

    saveSegment: (id, version, { target, origin }, actor) =>
      connection.write(async () => {
        const row = await segments.requireForChange(id, version);
        const status = target.every((part) => part === '') ? 'untranslated' : 'draft';
        await segments.revise(row, { target, origin, status }, actor);
        return segmentOf(await segments.require(id));
      }),

    unconfirmSegment: (id, version, actor) =>
      connection.write(async () => {
        const row = await segments.requireForChange(id, version);
        const done = row.status === 'confirmed' || row.status === 'reviewed';
        if (done) await segments.revise(row, { ...segmentOf(row), status: 'draft' }, actor);
        return segmentOf(await segments.require(id));
      }),

    segmentHistory: (id) =>
      connection.read(async () => {
        const row = await segments.require(id);
        return [...(await segments.pastStates(id)), row].map(segmentRevisionOf);
      }),
  };
}
