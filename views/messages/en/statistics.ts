import { format } from './formats.ts';

/** What was confirmed over time, across projects. */
export const statistics = {
  title: 'Statistics',
  lead: 'The words of the source of what is confirmed, by the day it last changed (UTC), in every project you may look into.',
  by: 'By',
  spans: { day: '30 days', week: '26 weeks', month: '12 months' },
  charts: { day: 'Words confirmed by day', week: 'Words confirmed by week', month: 'Words confirmed by month' },
  chart: (spans: number, words: number) => {
    const much = `${format.counted(words, 'word', 'words')} confirmed`;
    return {
      day: `${much} in ${format.counted(spans, 'day', 'days')}`,
      week: `${much} in ${format.counted(spans, 'week', 'weeks')}`,
      month: `${much} in ${format.counted(spans, 'month', 'months')}`,
    };
  },
  figures: 'The figures',
  from: { day: 'Day', week: 'Week from', month: 'Month from' },
  segments: 'Segments',
  words: 'Words',
  projects: 'By project',
  project: 'Project',
  none: 'Nothing was confirmed in this time',
  noneText: 'What you confirm is counted here, by day, week and month, and by project.',
};

/** Where one is spoken to in comments. */
export const mentions = {
  title: 'Mentions',
  /** The title with how many are new. */
  titleWith: (unseen: number) => (unseen === 0 ? 'Mentions' : `Mentions (${format.number(unseen)} new)`),
  unseen: 'New',
  lead: 'Comments that speak to you by @name: your whole name without its spaces, or the first word of it.',
  none: 'Nobody has spoken to you yet',
  noneText: 'A comment in the editor that names you shows up here.',
  place: (project: string, document: string, number: number) => `${project} – ${document}, segment ${number}`,
};
