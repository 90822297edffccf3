import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { backUpDatabase } from '../../memory/store/sqlite/restoring.ts';
import { PARTIAL } from '../../memory/store/sqlite/snapshot.ts';
import type { BackupSettings } from '../config.ts';
import { fileError, writing } from '../files.ts';
import type { Clock } from './clock.ts';

/** A backup that was written. */
export interface Backup {
  /** Its file, in the folder of backups. */
  readonly name: string;
  /** Those that were removed for it, the oldest first. */
  readonly removed: readonly string[];
}

/** The backups of an installation, written one beside the other into a folder. */
export interface Backups {
  /** Whether the last one was written as long ago as was set, or there is none. */
  isDue(): boolean;
  /**
   * Writes one and reads it through; then those beyond the number that is kept are removed.
   * @throws CalqueError `database-full`, `read-only-database`; then none is removed
   */
  make(): Backup;
}

const HOUR = 3_600_000;
const NAME = /^calque-(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z\.db$/;

export function createBackups(databaseFile: string, settings: BackupSettings, clock: Clock): Backups {
  const { folder, hours, kept } = settings;
  return {
    isDue() {
      const now = clock();
      const last = namesIn(folder, now).at(-1);
      return last === undefined || momentOf(last) > now || now - momentOf(last) >= hours * HOUR;
    },
    make() {
      const now = clock();
      const name = `calque-${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}.db`;
      writing(folder, () => {
        removeUnfinished(folder);
        backUpDatabase(databaseFile, join(folder, name));
      });
      const removed = namesIn(folder, now).slice(0, -kept);
      for (const old of removed) rmSync(join(folder, old));
      return { name, removed };
    },
  };
}

/**
 * The backups in a folder, the oldest first; what else lies there is nobody's business here. Those of a time to come were
 * written before the clock was set back: they come before all others, or each new one would be taken for the oldest.
 */
function namesIn(folder: string, now: number): readonly string[] {
  const names = filesIn(folder)
    .filter((name) => NAME.test(name))
    .sort();
  const toCome = names.filter((name) => momentOf(name) > now);
  return [...toCome, ...names.slice(0, names.length - toCome.length)];
}

/** What servers that were killed have left of backups: one is written at a time. */
function removeUnfinished(folder: string): void {
  for (const file of filesIn(folder)) {
    const [name = '', ...rest] = file.split(PARTIAL);
    if (rest.length > 0 && NAME.test(name)) rmSync(join(folder, file));
  }
}

function filesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw fileError(error, folder, 'read-only-database');
  }
}

function momentOf(name: string): number {
  return Date.parse(name.replace(NAME, '$1-$2-$3T$4:$5:$6Z'));
}
