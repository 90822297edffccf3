import type { WorkDone } from '../work-done.ts';
import { toMilliseconds } from './columns.ts';
import type { Connection } from './connection.ts';

const DAY = 86_400_000;

interface DayRow {
  readonly projectId: number;
  /** Since 1970. */
  readonly day: number;
  readonly segments: number;
  readonly words: number;
}

export function workDoneMethods(connection: Connection): WorkDone {
  const days = connection.prepare<[number], DayRow>(
    `SELECT d.project_id AS "projectId", s.changed_at / ${DAY} AS day, count(*) AS segments, sum(s.words) AS words
     FROM segments AS s JOIN project_documents AS d ON d.id = s.document_id
     WHERE s.status IN ('confirmed', 'reviewed') AND s.changed_at >= ?
     GROUP BY d.project_id, s.changed_at / ${DAY} ORDER BY s.changed_at / ${DAY}, d.project_id`,
  );
  return {
    workDone: (from) =>
      connection.read(async () =>
        (await days.all(toMilliseconds(from))).map(({ day, ...rest }) => ({
          ...rest,
          day: new Date(day * DAY).toISOString().slice(0, 10),
        })),
      ),
  };
}
