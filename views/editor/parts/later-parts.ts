import { loadAhead } from './later.tsx';

/** Parts that are not needed to begin with; each function loads one. */
export const LATER = {
  commentsDialog: async () => (await import('./comments-dialog.tsx')).CommentsDialog,
  concordancePane: async () => (await import('./concordance-pane.tsx')).ConcordancePane,
  conflict: async () => (await import('./conflict.tsx')).Conflict,
  filterBar: async () => (await import('./filter-bar.tsx')).FilterBar,
  goToDialog: async () => (await import('./go-to-dialog.tsx')).GoToDialog,
  helpDialog: async () => (await import('./help-dialog.tsx')).HelpDialog,
  replaceDialog: async () => (await import('./replace-dialog.tsx')).ReplaceDialog,
  splitDialog: async () => (await import('./split-dialog.tsx')).SplitDialog,
  unitDialog: async () => (await import('./unit-dialog.tsx')).UnitDialog,
  versionsDialog: async () => (await import('./versions-dialog.tsx')).VersionsDialog,
} as const;

/** Loads them all, so that keys that are typed right after one that opens a dialog go into it. */
export async function loadTheRest(): Promise<void> {
  await Promise.all([
    loadAhead(LATER.goToDialog),
    loadAhead(LATER.concordancePane),
    loadAhead(LATER.filterBar),
    loadAhead(LATER.replaceDialog),
    loadAhead(LATER.commentsDialog),
    loadAhead(LATER.splitDialog),
    loadAhead(LATER.helpDialog),
    loadAhead(LATER.versionsDialog),
    loadAhead(LATER.unitDialog),
    loadAhead(LATER.conflict),
  ]);
}
