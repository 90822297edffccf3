import { statSync } from 'node:fs';
import { withAlone } from './alone.ts';

/** Bytes of a database file before and after it was written anew. */
export interface Compacted {
  readonly before: number;
  readonly after: number;
}

/**
 * Writes the database file anew without the room that nothing fills any more. Cut off at any point, it is as it was
 * when it is opened next. Needs as much room again on the disk meanwhile, twice.
 * @throws CalqueError `database-busy` while any program has the database open, `database-full`; nothing is changed then
 */
export function compactDatabase(path: string): Compacted {
  const before = statSync(path).size;
  withAlone(path, 'compact', (database) => {
    database.pragma('synchronous = FULL');
    database.exec('VACUUM');
  });
  return { before, after: statSync(path).size };
}
