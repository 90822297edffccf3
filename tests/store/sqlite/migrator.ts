import { writeSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrate } from '../../../memory/store/sqlite/migrate.ts';
import { MIGRATIONS } from '../../../memory/store/sqlite/migrations/migrations.ts';

/**
 * Run as a process of its own: brings a database forward by a step that never ends, and prints a line when that has written
 * more than memory keeps of it.
 */
const [path = ''] = process.argv.slice(2);
const database = new Database(path);
database.function('tell', () => writeSync(1, 'in the midst\n'));
const numbers = (most: number) =>
  `WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${most}) SELECT hex(randomblob(500)) FROM n`;
const sql = `CREATE TABLE later (text TEXT NOT NULL) STRICT; DELETE FROM settings; DROP TABLE index_tail;
  INSERT INTO later ${numbers(10_000)}; SELECT tell(); INSERT INTO later ${numbers(1e12)};`;
migrate(database, path, [...MIGRATIONS, { version: MIGRATIONS.length + 1, sql }]);
