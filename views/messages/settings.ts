import type { format } from './en/formats.ts';
import type { keys } from './en/keys.ts';
import type { settings } from './en/settings.ts';

/** What the personal part of the settings says. */
export interface SettingsMessages {
  readonly format: typeof format;
  readonly keys: typeof keys;
  readonly settings: typeof settings;
}

/** Loads them, of one language alone; anything but French is English. */
export async function loadSettingsMessages(language: string): Promise<SettingsMessages> {
  const [formats, keyTable, table] =
    language === 'fr'
      ? await Promise.all([import('./fr/formats.ts'), import('./fr/keys.ts'), import('./fr/settings.ts')])
      : await Promise.all([import('./en/formats.ts'), import('./en/keys.ts'), import('./en/settings.ts')]);
  return { format: formats.format, keys: keyTable.keys, settings: table.settings };
}
