import type { ProjectDocumentId } from '../../../memory/model/project.ts';
import type { EventData, Presence } from '../../contract/events.ts';

/** Who is where in which document: kept in memory alone, for as long as each goes on saying so. */
export interface Places {
  /** @returns the document that it left, where that is another, and the one it is in */
  put(presence: Presence, by: string, now: number): readonly ProjectDocumentId[];
  /** Forgets those who have not been heard of. @returns the documents they were in */
  expire(now: number): readonly ProjectDocumentId[];
  of(documentId: ProjectDocumentId): EventData<'presence'>;
  documents(): readonly ProjectDocumentId[];
}

interface Place {
  readonly documentId: ProjectDocumentId;
  readonly segmentId: number;
  readonly by: string;
  readonly until: number;
}

/** How long a word holds, in milliseconds: clients repeat theirs every 20 seconds. */
const HOLDS = 50_000;
/** Those who come when there are so many are not shown. */
const MOST = 2_000;

export function createPlaces(): Places {
  const places = new Map<string, Place>();

  return {
    put({ client, documentId, segmentId }, by, now) {
      const before = places.get(client);
      if (segmentId === undefined) places.delete(client);
      else if (before !== undefined || places.size < MOST) {
        places.set(client, { documentId, segmentId, by, until: now + HOLDS });
      }
      const moved = before?.documentId !== documentId || before.segmentId !== segmentId;
      if (!moved) return [];
      return before === undefined || before.documentId === documentId ? [documentId] : [before.documentId, documentId];
    },
    expire(now) {
      const gone = [...places].filter(([, { until }]) => until <= now);
      for (const [client] of gone) places.delete(client);
      return [...new Set(gone.map(([, { documentId }]) => documentId))];
    },
    of(documentId) {
      const there = [...places].filter(([, place]) => place.documentId === documentId);
      return { documentId, places: there.map(([client, { by, segmentId }]) => ({ client, by, segmentId })) };
    },
    documents: () => [...new Set([...places.values()].map(({ documentId }) => documentId))],
  };
}
