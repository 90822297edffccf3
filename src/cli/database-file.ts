import { CalqueError } from '../../memory/model/errors.ts';
import { readConfig } from '../config.ts';
import type { Terminal } from './command.ts';

/** The file of the embedded database; none where the installation is on PostgreSQL. */
export function databaseFile({ env, folder }: Terminal): string | undefined {
  const config = readConfig(env, folder);
  return config.databaseUrl === undefined ? config.databaseFile : undefined;
}

/** @throws CalqueError `usage` where the installation is on PostgreSQL */
export function requireDatabaseFile(terminal: Terminal): string {
  const file = databaseFile(terminal);
  if (file !== undefined) return file;
  const message = 'This is for the embedded database. PostgreSQL has its own means: pg_dump and pg_restore.';
  throw new CalqueError('usage', message, { where: 'CALQUE_DATABASE' });
}
