import { loadAhead } from './later.tsx';

/** Parts that are not needed to begin with; each function loads one. */
export const LATER = {
  commentsDialog: async () => (await import('./comments-dialog.tsx')).CommentsDialog,
  fileTier: async () => (await import('./file-tier.tsx')).FileTier,
  filterBar: async () => (await import('./filter-bar.tsx')).FilterBar,
  helpDialog: async () => (await import('./help-dialog.tsx')).HelpDialog,
  termDialog: async () => (await import('./term-dialog.tsx')).TermDialog,
  termTier: async () => (await import('./term-tier.tsx')).TermTier,
  orphansNotice: async () => (await import('./orphans-notice.tsx')).OrphansNotice,
  replaceDialog: async () => (await import('./replace-dialog.tsx')).ReplaceDialog,
  splitDialog: async () => (await import('./split-dialog.tsx')).SplitDialog,
  unitDialog: async () => (await import('./unit-dialog.tsx')).UnitDialog,
  versionsDialog: async () => (await import('./versions-dialog.tsx')).VersionsDialog,
} as const;

/** Loads them all, so that they are there at once, and also when the connection is gone. */
export async function loadTheRest(): Promise<void> {
  await Promise.all([
    loadAhead(LATER.commentsDialog),
    loadAhead(LATER.fileTier),
    loadAhead(LATER.filterBar),
    loadAhead(LATER.helpDialog),
    loadAhead(LATER.orphansNotice),
    loadAhead(LATER.replaceDialog),
    loadAhead(LATER.splitDialog),
    loadAhead(LATER.termDialog),
    loadAhead(LATER.termTier),
    loadAhead(LATER.unitDialog),
    loadAhead(LATER.versionsDialog),
  ]);
}
