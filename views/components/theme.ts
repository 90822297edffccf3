/** How pages look: as the system asks, or always light, or always dark. */
export type Theme = 'system' | 'light' | 'dark';

export const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

/** Where the choice is kept, in `localStorage`. */
export const THEME_KEY = 'calque-theme';

/** Reads a kept choice; anything unknown is `system`. */
export function readTheme(kept: string | null): Theme {
  return THEMES.find((theme) => theme === kept) ?? 'system';
}
