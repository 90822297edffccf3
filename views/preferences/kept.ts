import { PREFERENCES_KEY, type Preferences, readPreferences } from './preferences.ts';

/** The preferences kept in this browser; the defaults where its storage is closed to the page. */
export function keptPreferences(): Preferences {
  try {
    return readPreferences(localStorage.getItem(PREFERENCES_KEY));
  } catch {
    return readPreferences(null);
  }
}

/** Keeps preferences; where storage is closed they hold until the page is left. */
export function keepPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(preferences));
  } catch {
    // Nothing more can be done: the page goes on with what was chosen.
  }
}

/** Tells of preferences that were changed in another tab. */
export function onPreferences(changed: (preferences: Preferences) => void): void {
  window.addEventListener('storage', ({ key, newValue }) => {
    if (key === PREFERENCES_KEY) changed(readPreferences(newValue));
  });
}
