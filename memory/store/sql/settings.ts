import type { Store } from '../store.ts';
import { requireName } from './arguments.ts';
import type { Connection } from './connection.ts';

type SettingMethods = Pick<Store, 'getSetting' | 'setSetting'>;

/** Settings are JSON values by name; one that was never set, or set to `undefined`, reads as `undefined`. */
export function settingMethods(connection: Connection): SettingMethods {
  const byName = connection.prepare<[string], { readonly value: string }>('SELECT value FROM settings WHERE name = ?');
  const upsert = connection.prepare<[string, string]>(
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value',
  );
  const remove = connection.prepare<[string]>('DELETE FROM settings WHERE name = ?');

  return {
    getSetting: (name) =>
      connection.ask(async () => {
        const row = await byName.get(name);
        return row && JSON.parse(row.value);
      }),

    setSetting: (name, value) =>
      connection.write(async () => {
        if (value === undefined) await remove.run(name);
        else await upsert.run(requireName(name), JSON.stringify(value));
      }),
  };
}
