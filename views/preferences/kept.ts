import { PREFERENCES_KEY, type Preferences, readPreferences } from './preferences.ts';

/** The preferences kept in this browser; the defaults where its storage is closed to the page. */
export function keptPreferences(): Preferences {
  try {
    return readPreferences(localStorage.getItem(PREFERENCES_KEY));
  } catch {
    return readPreferences(null);
  }
}

/** Tells of preferences that were changed in another tab. */
export function onPreferences(changed: (preferences: Preferences) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === PREFERENCES_KEY) changed(readPreferences(newValue));
  });
}
