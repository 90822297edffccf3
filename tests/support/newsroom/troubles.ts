import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chownSync, mkdirSync, mkdtempSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pg from 'pg';
import type { ErrorCode } from '../../../memory/model/errors.ts';

/** Something that goes wrong around a server for a while. */
export interface Trouble {
  readonly name: string;
  /** What requests may be refused with meanwhile, and one is; none of any where there is nothing. */
  readonly refusals: readonly ErrorCode[];
  begin(): Promise<void>;
  end(): Promise<void>;
}

/** In milliseconds: connections are made anew meanwhile, and something is asked on some of them. */
const BETWEEN_CUTS = 100;

/** How a file system that may be small is made. */
const mount = (folder: string, megabytes: number) => ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder];

/** Whether whoever runs the tests may mount file systems. Tried on a folder of its own: what lies below is hidden meanwhile. */
export function mayMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'calque-mount-'));
  const may = spawnSync('mount', mount(folder, 1)).status === 0;
  if (may) unmount(folder);
  rmdirSync(folder);
  return may;
}

/** Puts a small file system at a folder, which is made. @param like what its owner is to be that of */
export function mountSmall(folder: string, megabytes: number, like?: string): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', mount(folder, megabytes));
  if (like === undefined) return;
  const { uid, gid } = statSync(like);
  chownSync(folder, uid, gid);
}

export function unmount(folder: string): void {
  execFileSync('umount', ['--lazy', folder]);
}

/** Nothing more goes onto the disk of a folder. */
export function fullDisk(folder: string): Trouble {
  const filler = join(folder, 'filler');
  return {
    name: 'full disk',
    refusals: ['database-full'],
    async begin() {
      for (let size = 1 << 20; size >= 1; size >>= 1) {
        try {
          for (;;) appendFileSync(filler, Buffer.alloc(size));
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        }
      }
    },
    async end() {
      rmSync(filler);
    },
  };
}

/** @param duration how long another program holds it, in milliseconds @param refusals what comes of it, where that is longer than a write waits */
export function lockedFile(path: string, duration: number, refusals: readonly ErrorCode[]): Trouble {
  return {
    name: 'locked file',
    refusals,
    async begin() {
      const other = new Database(path, { timeout: 5_000 });
      other.exec('BEGIN EXCLUSIVE');
      await setTimeout(duration);
      other.exec('ROLLBACK');
      other.close();
    },
    async end() {},
  };
}

/** The same of the tables of a server. */
export function lockedTables(url: string, duration: number, refusals: readonly ErrorCode[]): Trouble {
  return {
    name: 'locked tables',
    refusals,
    async begin() {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      await other.query('BEGIN; LOCK TABLE segments, units IN ACCESS EXCLUSIVE MODE');
      await setTimeout(duration);
      await other.end();
    },
    async end() {},
  };
}

/** Every connection to a database is cut, again and again. @param times how often */
export function cutConnections(url: string, times: number): Trouble {
  return {
    name: 'cut connections',
    refusals: [],
    async begin() {
      const other = new pg.Client({ connectionString: url });
      await other.connect();
      for (let cut = 0; cut < times; cut++) {
        await other.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE datname = current_database() AND application_name = 'calque'`,
        );
        await setTimeout(BETWEEN_CUTS);
      }
      await other.end();
    },
    async end() {},
  };
}

/** The environment of programs whose clock goes back by an hour as long as a file is there. */
export function settableClock(file: string): Readonly<Record<string, string>> {
  const preload = new URL('clock.mjs', import.meta.url).href;
  return { NODE_OPTIONS: `--import=${preload}`, CALQUE_TEST_CLOCK: file };
}

/** @param file as {@link settableClock} was given */
export function clockSetBack(file: string): Trouble {
  return {
    name: 'clock set back',
    refusals: [],
    async begin() {
      writeFileSync(file, '');
    },
    async end() {
      rmSync(file);
    },
  };
}
