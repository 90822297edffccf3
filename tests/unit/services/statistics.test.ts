import { describe, expect, it } from 'vitest';
import type { Project } from '../../../memory/model/project.ts';
import type { DayOfWork } from '../../../memory/store/work-done.ts';
import { statisticsOf } from '../../../src/services/statistics.ts';

const progress = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };
const project = (id: number): Project => ({
  id,
  name: `${id}`,
  sourceLanguage: 'fr',
  targetLanguage: 'en',
  memories: [],
  createdAt: '',
  progress,
});

const DAYS: readonly DayOfWork[] = [
  { projectId: 1, day: '2026-11-15', segments: 1, words: 5 },
  { projectId: 2, day: '2026-11-16', segments: 2, words: 30 },
  { projectId: 1, day: '2026-11-22', segments: 1, words: 7 },
  { projectId: 3, day: '2026-11-22', segments: 9, words: 900 },
];
/** A Sunday. */
const NOW = new Date('2026-11-22T08:00:00Z');
const store = { workDone: async (from: string) => DAYS.filter(({ day }) => `${day}T12` >= from) };

describe('statistics over time', () => {
  it('sum up days, weeks from Monday on, and months, of the projects given alone, the empty ones too', async () => {
    const of = (span: 'day' | 'week' | 'month') => statisticsOf(store, [project(1), project(2)], span, NOW);
    const days = await of('day');
    expect(days.spans).toHaveLength(30);
    expect(days.spans.at(-1)).toEqual({ from: '2026-11-22', segments: 1, words: 7 });
    expect(days.spans.at(-2)).toEqual({ from: '2026-11-21', segments: 0, words: 0 });
    const weeks = await of('week');
    expect(weeks.spans.slice(-2)).toEqual([
      { from: '2026-11-09', segments: 1, words: 5 },
      { from: '2026-11-16', segments: 3, words: 37 },
    ]);
    const months = await of('month');
    expect(months.spans.map(({ from }) => from)).toEqual(expect.arrayContaining(['2025-12-01', '2026-11-01']));
    expect(months.projects.map(({ project: { id }, words }) => [id, words])).toEqual([
      [2, 30],
      [1, 12],
    ]);
  });
});
