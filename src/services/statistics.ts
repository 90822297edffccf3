import type { Project, ProjectId } from '../../memory/model/project.ts';
import type { DayOfWork, WorkDone } from '../../memory/store/work-done.ts';

/** What the days are put together to. */
export const SPANS = ['day', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

/** How many of each are looked back on. */
const LOOKED_BACK: Readonly<Record<Span, number>> = { day: 30, week: 26, month: 12 };

/** The work of a day, week or month. */
export interface SpanOfWork {
  /** Its first day, in UTC: `2026-11-16`. */
  readonly from: string;
  readonly segments: number;
  readonly words: number;
}

/** What was confirmed over time, in all of some projects and in each. */
export interface Statistics {
  readonly span: Span;
  /** Every one looked back on, in order, also where nothing was done. */
  readonly spans: readonly SpanOfWork[];
  /** The projects in which anything was done, the most first. */
  readonly projects: readonly { readonly project: Project; readonly segments: number; readonly words: number }[];
}

/** Sums up what was confirmed in projects until now. */
export async function statisticsOf(
  store: WorkDone,
  projects: readonly Project[],
  span: Span,
  now: Date,
): Promise<Statistics> {
  const firsts = Array.from({ length: LOOKED_BACK[span] }, (_, back) =>
    dayOf(goneBack(beginOf(now, span), span, back)),
  );
  const days = (await store.workDone(`${firsts.at(-1)}T00:00:00.000Z`)).filter(({ projectId }) =>
    projects.some(({ id }) => id === projectId),
  );
  return {
    span,
    spans: firsts.toReversed().map((from) => ({
      from,
      ...sumOf(days.filter(({ day }) => dayOf(beginOf(new Date(day), span)) === from)),
    })),
    projects: projects
      .map((project) => ({ project, ...sumOf(daysOf(days, project.id)) }))
      .filter(({ segments }) => segments > 0)
      .sort((a, b) => b.words - a.words),
  };
}

function daysOf(days: readonly DayOfWork[], project: ProjectId): readonly DayOfWork[] {
  return days.filter(({ projectId }) => projectId === project);
}

function sumOf(days: readonly DayOfWork[]): { readonly segments: number; readonly words: number } {
  return days.reduce((sum, day) => ({ segments: sum.segments + day.segments, words: sum.words + day.words }), {
    segments: 0,
    words: 0,
  });
}

/** The first day of the span that a moment lies in; weeks begin on Monday. */
function beginOf(moment: Date, span: Span): Date {
  const [year, month, day] = [moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate()];
  if (span === 'month') return new Date(Date.UTC(year, month, 1));
  return new Date(Date.UTC(year, month, span === 'week' ? day - ((moment.getUTCDay() + 6) % 7) : day));
}

function goneBack(begin: Date, span: Span, count: number): Date {
  const [year, month, day] = [begin.getUTCFullYear(), begin.getUTCMonth(), begin.getUTCDate()];
  if (span === 'month') return new Date(Date.UTC(year, month - count, 1));
  return new Date(Date.UTC(year, month, day - count * (span === 'week' ? 7 : 1)));
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
