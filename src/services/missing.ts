import { CalqueError } from '../../memory/model/errors.ts';

/** What was found, and the databases that could not be asked, where units lie in several. */
interface Found {
  readonly missing?: readonly string[];
}

/**
 * What was found, where all was searched: for those who would not see that something is missing.
 * @throws CalqueError `database-unreachable` where a database could not be asked
 */
export function requireWhole<T extends Found>(found: T): T {
  if (found.missing === undefined) return found;
  const message = `The databases ${found.missing.join(', ')}, which keep units, cannot be reached.`;
  throw new CalqueError('database-unreachable', message);
}
