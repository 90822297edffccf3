import type { FileOffer } from '../../memory/formats/xliff/offers.ts';
import { readOffers } from '../../memory/formats/xliff/offers.ts';
import type { ProjectDocumentId, SegmentId } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import { LARGE_FILE } from './large-files.ts';
import type { Threads } from './threads.ts';

/** What uploaded files themselves offer for their segments. */
export interface FileOffers {
  /** None of a document that came as text. @throws CalqueError `not-found` */
  of(segmentId: SegmentId): Promise<readonly FileOffer[]>;
}

type Offers = ReadonlyMap<string, readonly FileOffer[]>;

/** Documents whose offers are kept once they were read; a file that was uploaded does not change. */
const KEPT = 8;

/** Reads a file once for all of its segments, a large one in a thread. */
export function createFileOffers(store: Store, threads: Threads): FileOffers {
  const known = new Map<ProjectDocumentId, Promise<Offers>>();

  async function read(documentId: ProjectDocumentId): Promise<Offers> {
    const [{ name }, bytes] = await Promise.all([
      store.getProjectDocument(documentId),
      store.projectDocumentFile(documentId),
    ]);
    if (bytes.length <= LARGE_FILE) return readOffers(bytes, name);
    return (await threads.run('read-offers', { bytes, name })) as Offers;
  }

  function offersIn(documentId: ProjectDocumentId): Promise<Offers> {
    const offers = known.get(documentId) ?? read(documentId);
    // Put last again: the first of the map is the one longest unused.
    known.delete(documentId);
    known.set(documentId, offers);
    const [oldest] = known.keys();
    if (known.size > KEPT && oldest !== undefined) known.delete(oldest);
    offers.catch(() => known.delete(documentId));
    return offers;
  }

  return {
    async of(segmentId) {
      const { documentId, fileSegment } = await store.getSegment(segmentId);
      if (fileSegment === undefined) return [];
      return (await offersIn(documentId)).get(fileSegment) ?? [];
    },
  };
}
