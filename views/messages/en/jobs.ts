import { format } from './formats.ts';

/** The page of background work. */
export const jobs = {
  title: 'Jobs',
  lead: 'Work that goes on in the background, and what came of it in the last 30 days.',
  empty: {
    title: 'No jobs',
    text: 'Long work, such as building the index anew, shows here while it goes on.',
  },
  job: 'Job',
  state: 'State',
  progress: 'Progress',
  asked: 'Asked for',
  action: 'Action',
  named: (kind: string, id: number) => `${kind} (${id})`,
  /** What each kind does; one without a name here is shown by its own. */
  kinds: {
    import: 'Import a file',
    analyse: 'Analyse a project',
    backup: 'Write a backup',
    'extract-terms': 'Look for terms in a memory',
    'import-articles': 'Import articles',
    'import-terms': 'Import terms',
    'delete-memory': 'Delete a memory',
    'delete-units': 'Delete what a filter finds',
    'check-memory': 'Look at the health of a memory',
    pretranslate: 'Pre-translate a project',
    promote: 'Promote units',
    reindex: 'Build the index anew',
    replace: 'Find and replace in a memory',
    train: 'Learn the lexicon',
    'undo-batch': 'Take a batch back',
  } as Readonly<Record<string, string>>,
  states: { queued: 'Waiting', running: 'Running', done: 'Done', failed: 'Failed', cancelled: 'Cancelled' },
  ending: 'Being cancelled',
  /** What follows the units done. */
  ofTotal: (total: number) => ` of ${format.number(total)}`,
  progressOf: (id: number) => `Progress of job ${id}`,
  cancel: 'Cancel',
  cancelJob: (id: number) => `Cancel job ${id}`,
};
