import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CalqueError } from '../../../../memory/model/errors.ts';
import { storeError } from '../../../../memory/store/sqlite/errors.ts';

describe('storeError', () => {
  let database: Database.Database;

  beforeEach(() => {
    database = new Database(':memory:');
    database.exec('CREATE TABLE texts (text TEXT NOT NULL) STRICT');
  });

  afterEach(() => {
    database.close();
  });

  /** What the work throws, in the words of the store. */
  function failure(work: () => unknown): unknown {
    try {
      work();
    } catch (error) {
      return storeError(error, '/data/calque.db');
    }
    throw new Error('the work did not fail');
  }

  it('says that the disk is full', () => {
    database.pragma('max_page_count = 3');
    const error = failure(() => database.prepare('INSERT INTO texts VALUES (?)').run('x'.repeat(100_000)));
    expect(error).toBeInstanceOf(CalqueError);
    expect(error).toMatchObject({ code: 'database-full', details: { where: '/data/calque.db' } });
    expect(error).toHaveProperty('message', expect.stringMatching(/^The database calque\.db .*disk is full/));
    expect(error).toHaveProperty('cause.code', 'SQLITE_FULL');
  });

  it.each([
    ['SQLITE_IOERR_SHMSIZE', 'database-full', 'its disk is full'],
    ['SQLITE_IOERR_WRITE', 'read-only-database', 'its disk refuses'],
    ['SQLITE_IOERR_FSYNC', 'read-only-database', 'its disk refuses'],
    ['SQLITE_IOERR_READ', 'foreign-database', 'its disk reports an error'],
    ['SQLITE_IOERR_SHORT_READ', 'foreign-database', 'is cut off'],
  ])('says what %s of the disk means', (result, code, says) => {
    const error = storeError(new Database.SqliteError('disk I/O error', result), '/data/calque.db');
    expect(error).toMatchObject({ code, message: expect.stringContaining(says) });
  });

  it('says that the database cannot be written to', () => {
    database.pragma('query_only = ON');
    expect(failure(() => database.exec(`INSERT INTO texts VALUES ('x')`))).toMatchObject({
      code: 'read-only-database',
    });
  });

  it('says that a file cannot be opened', () => {
    // A file is no folder, so nothing can be made in it.
    const path = join(fileURLToPath(import.meta.url), 'calque.db');
    expect(failure(() => new Database(path, { fileMustExist: true }))).toMatchObject({ code: 'read-only-database' });
  });

  it('calls what nobody but Calque could have caused internal, and keeps the cause', () => {
    const error = failure(() => database.exec('INSERT INTO texts VALUES (NULL)'));
    expect(error).toMatchObject({ code: 'internal' });
    expect(error).toHaveProperty('cause.code', 'SQLITE_CONSTRAINT_NOTNULL');
  });

  it('leaves other errors as they are', () => {
    const error = new CalqueError('not-found', 'There is no unit 7.');
    expect(storeError(error, 'x')).toBe(error);
    expect(storeError('text', 'x')).toBe('text');
  });
});
