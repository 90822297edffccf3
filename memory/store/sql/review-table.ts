import type { Bitext } from '../../model/bitext.ts';
import type { ReadingWarning } from '../../model/document.ts';
import type { Provenance } from '../../model/provenance.ts';
import type { BitextReview, ReviewId, ReviewProgress, ReviewStep, ReviewSummary } from '../../model/review.ts';
import type { DocumentId } from '../../model/unit.ts';
import type { Actor } from '../store.ts';
import { notFound, versionConflict } from './arguments.ts';
import { toInstant, toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

interface SummaryRow {
  readonly id: number;
  readonly version: number;
  readonly state: ReviewSummary['state'];
  readonly memory: string;
  readonly provenance: string;
  readonly document_id: number | null;
  readonly beads: number;
  readonly accepted: number;
  readonly passed: number;
  readonly deleted: number;
  readonly created_at: number;
  readonly created_by: string;
  readonly changed_at: number;
  readonly changed_by: string;
}

/** What a change puts in the place of what a review had. */
interface NextReview {
  readonly versions: number;
  readonly state: ReviewSummary['state'];
  readonly memory: string;
  readonly provenance: Provenance;
  readonly progress: ReviewProgress;
  readonly documentId?: DocumentId;
}

/** The rows of reviews, inside a transaction of whoever calls. */
export interface ReviewTable {
  /** @throws CalqueError `not-found` */
  require(id: ReviewId): Promise<BitextReview>;
  summary(id: ReviewId): Promise<ReviewSummary>;
  /** @throws CalqueError `not-found`, `version-conflict` with the whole review */
  requireVersion(id: ReviewId, version: number): Promise<ReviewSummary>;
  /** Puts `next` in the place of the present state, so many versions further. */
  replace(id: ReviewId, next: NextReview, actor: Actor): Promise<void>;
}

const SUMMARY = `id, version, state, memory, provenance, document_id, beads, accepted, passed, deleted,
  created_at, created_by, changed_at, changed_by`;

/** The statement that lists summaries, the one changed last first. */
export const NEWEST_REVIEWS = `SELECT ${SUMMARY} FROM reviews ORDER BY changed_at DESC, id DESC`;

export function reviewTable(connection: Connection): ReviewTable {
  const byId = connection.prepare<[number], SummaryRow>(`SELECT ${SUMMARY} FROM reviews WHERE id = ?`);
  const textsOf = connection.prepare<[number], { readonly bitext: string; readonly warnings: string }>(
    'SELECT bitext, warnings FROM reviews WHERE id = ?',
  );
  const stepsOf = connection.prepare<[number], { readonly step: string }>(
    'SELECT step FROM review_steps WHERE review_id = ? ORDER BY number',
  );
  const update = connection.prepare<(string | number | null)[]>(
    `UPDATE reviews SET version = version + ?, state = ?, memory = ?, provenance = ?, document_id = ?,
       beads = ?, accepted = ?, passed = ?, deleted = ?, changed_at = ?, changed_by = ?
     WHERE id = ?`,
  );

  async function summary(id: ReviewId): Promise<ReviewSummary> {
    const row = await byId.get(id);
    if (row === undefined) throw notFound('review', id);
    return reviewSummaryOf(row);
  }

  async function require(id: ReviewId): Promise<BitextReview> {
    const present = await summary(id);
    const texts = await textsOf.get(id);
    const bitext = JSON.parse(texts?.bitext ?? 'null') as Bitext;
    const warnings = JSON.parse(texts?.warnings ?? '[]') as readonly ReadingWarning[];
    const steps = (await stepsOf.all(id)).map(({ step }) => JSON.parse(step) as ReviewStep);
    return { ...present, bitext, warnings, steps };
  }

  return {
    require,
    summary,

    async requireVersion(id, version) {
      const present = await summary(id);
      if (present.version !== version) throw versionConflict('review', version, await require(id));
      return present;
    },

    async replace(id, { versions, state, memory, provenance, progress, documentId }, actor) {
      const { beads, accepted, passed, deleted } = progress;
      const counts = [beads, accepted, passed, deleted];
      const changed = [toMilliseconds(actor.at), actor.by];
      await update.run(
        versions,
        state,
        memory,
        JSON.stringify(provenance),
        documentId ?? null,
        ...counts,
        ...changed,
        id,
      );
    },
  };
}

export function reviewSummaryOf(row: SummaryRow): ReviewSummary {
  return {
    id: row.id,
    version: row.version,
    state: row.state,
    memory: row.memory,
    provenance: JSON.parse(row.provenance) as Provenance,
    progress: { beads: row.beads, accepted: row.accepted, passed: row.passed, deleted: row.deleted },
    ...(row.document_id !== null && { documentId: row.document_id }),
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
  };
}
