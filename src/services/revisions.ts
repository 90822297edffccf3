import { readRevision } from '../../memory/formats/revision/read.ts';
import { taggedText, withoutTags } from '../../memory/formats/revision/tags.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Project, ProjectDocument, ProjectId, Segment, SegmentId } from '../../memory/model/project.ts';
import type { Actor, Store } from '../../memory/store/store.ts';

/** A row of a revised file that was not taken. */
export interface RevisionConflict {
  readonly segmentId: SegmentId;
  readonly documentId: number;
  /** 1-based, in its document. */
  readonly number: number;
  /** What the reviser wrote, with codes as tags. */
  readonly revised: string;
  /** What stands there now. */
  readonly present: string;
}

/** What a revised file changed. */
export interface RevisionReport {
  /** Segments that have the reviser's text now, as drafts. */
  readonly changed: readonly { readonly segmentId: SegmentId; readonly documentId: number; readonly number: number }[];
  /** Rows that the reviser left as they were. */
  readonly unchanged: number;
  /** Segments that were changed here as well since the file was written; they stay as they are. */
  readonly conflicts: readonly RevisionConflict[];
  /** Rows that cannot be taken, by their number in the file. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[];
}

/** Bilingual Word files, for revisers without a CAT tool. */
export interface Revisions {
  write(project: Project, documents: readonly ProjectDocument[]): Promise<Uint8Array>;
  /**
   * Takes the edits of a file that came back, by the segments its rows name. Nothing is overwritten in silence: a segment
   * that both changed is a conflict.
   * @throws CalqueError as `readRevision` does; then nothing is changed
   */
  read(projectId: ProjectId, bytes: Uint8Array, name: string, actor: Actor): Promise<RevisionReport>;
}

export function createRevisions(store: Store): Revisions {
  return {
    async write({ name, sourceLanguage, targetLanguage }, documents) {
      // What writes Word files is large, and rarely needed.
      const { writeRevision } = await import('../../memory/formats/revision/write.ts');
      const parts = documents.map(async (document) => ({
        name: document.name,
        sourceLanguage,
        targetLanguage,
        segments: await store.listSegments(document.id),
      }));
      return writeRevision(name, await Promise.all(parts));
    },

    async read(projectId, bytes, name, actor) {
      const documents = new Set((await store.listProjectDocuments(projectId)).map(({ id }) => id));
      const report = {
        changed: [] as RevisionReport['changed'][number][],
        unchanged: 0,
        conflicts: [] as RevisionConflict[],
        refused: [] as RevisionReport['refused'][number][],
      };
      for (const { row, segmentId, version, text } of readRevision(bytes, name)) {
        const segment = await store.getSegment(segmentId).catch(missing);
        if (!segment || !documents.has(segment.documentId)) {
          report.refused.push({ row, reason: `There is no segment ${segmentId} in this project.` });
          continue;
        }
        const place = { segmentId, documentId: segment.documentId, number: segment.position + 1 };
        const given = await targetAt(segment, version);
        const revised = withoutTags(text, [segment.source, segment.target, given ?? []]);
        const isSame = (other: Segment['target']) => taggedText(revised) === taggedText(other);
        const conflict = () => {
          const present = taggedText(segment.target);
          report.conflicts.push({ ...place, revised: taggedText(revised), present });
        };
        if (isSame(segment.target) || (given && isSame(given))) report.unchanged++;
        else if (segment.locked) report.refused.push({ row, reason: `Segment ${place.number} is locked.` });
        else if (segment.version !== version) conflict();
        else {
          try {
            await store.saveSegment(segmentId, version, { target: revised, origin: { kind: 'human' } }, actor);
            report.changed.push(place);
          } catch (error) {
            if (!(error instanceof CalqueError) || error.code !== 'version-conflict') throw error;
            conflict();
          }
        }
      }
      return report;
    },
  };

  /** What the reviser was given; `undefined` where no such version is known. */
  async function targetAt(segment: Segment, version: number): Promise<Segment['target'] | undefined> {
    if (segment.version === version) return segment.target;
    const history = await store.segmentHistory(segment.id);
    return history.find((state) => state.version === version)?.target;
  }
}

function missing(error: unknown): undefined {
  if (error instanceof CalqueError && error.code === 'not-found') return undefined;
  throw error;
}
