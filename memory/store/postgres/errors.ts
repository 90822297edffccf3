import pg from 'pg';
import { CalqueError, type ErrorCode } from '../../model/errors.ts';

interface Meaning {
  /** The beginning of a SQLSTATE, or the code of an error of the network. */
  readonly state: string;
  readonly code: ErrorCode;
  readonly says: string;
}

/** What whoever runs Calque can do something about. */
const MEANINGS: readonly Meaning[] = [
  { state: '08', code: 'database-unreachable', says: 'is not connected any more' },
  { state: '28', code: 'database-refused', says: 'refuses this user or password' },
  { state: '3D000', code: 'database-refused', says: 'is not there; create it first' },
  { state: '42501', code: 'database-refused', says: 'does not give this user the rights that Calque needs' },
  { state: '25006', code: 'read-only-database', says: 'may only be read; nothing was changed' },
  {
    state: '53100',
    code: 'database-full',
    says: 'cannot grow, because its disk is full; nothing was changed. Make room there, and try again',
  },
  { state: '53300', code: 'database-busy', says: 'has too many connections; try again in a moment' },
  { state: '55P03', code: 'database-busy', says: 'is being written to by another server; try again in a moment' },
  { state: '40', code: 'database-busy', says: 'was changed by another server at once; try again' },
  { state: '57014', code: 'took-too-long', says: 'took too long and was interrupted' },
  { state: '57P', code: 'database-unreachable', says: 'is stopping or starting' },
  { state: 'XX001', code: 'foreign-database', says: 'is damaged; restore it from a backup' },
  { state: 'XX002', code: 'foreign-database', says: 'has a damaged index; rebuild it or restore a backup' },
  { state: 'ECONNREFUSED', code: 'database-unreachable', says: 'does not answer: nothing listens at its address' },
  { state: 'ENOTFOUND', code: 'database-unreachable', says: 'cannot be found: its host name is not known' },
  { state: 'EAI_AGAIN', code: 'database-unreachable', says: 'cannot be found: its host name is not known' },
  { state: 'E', code: 'database-unreachable', says: 'cannot be reached' },
];

/** Errors of the driver itself, which have no code: the connection is gone or was never made. */
const LOST = /connection terminated|connection error|not queryable|server does not support SSL/i;
/** An error of the pool: all the connections that it may have are in use, and none has become free. */
const NONE_FREE = /timeout exceeded when trying to connect/i;

/**
 * An error of PostgreSQL or of the way there in the words of {@link CalqueError}, with the original as its cause; any
 * other error as it is.
 * @param name what the database is called in the sentence, without its password
 */
export function storeError(error: unknown, name: string): unknown {
  if (!(error instanceof Error) || error instanceof CalqueError) return error;
  const code = codeOf(error);
  const meaning = MEANINGS.find(({ state }) => code?.startsWith(state));
  const say = (as: ErrorCode, what: string) =>
    new CalqueError(as, `The database ${name} ${what}.`, { where: name }, { cause: error });
  if (meaning !== undefined) return say(meaning.code, meaning.says);
  if (NONE_FREE.test(error.message))
    return say('database-busy', 'has more to do than it gets done; try again in a moment');
  if (LOST.test(error.message)) return say('database-unreachable', 'is not connected any more');
  return error instanceof pg.DatabaseError ? say('internal', `failed: ${error.message}`) : error;
}

/** Whether the connection was lost, or is about to be: another one may do what this one could not. */
export function isLoss(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof CalqueError) return false;
  const code = codeOf(error);
  if (code !== undefined) return /^(08|57P0[123]|E[A-Z]+$)/.test(code);
  return LOST.test(error.message);
}

function codeOf(error: Error): string | undefined {
  const code = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
