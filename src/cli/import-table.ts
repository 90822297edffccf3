import { createReadStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { parseColumns } from '../../memory/formats/table.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { fileError } from '../files.ts';
import { actorAt, LOCAL_PERSON } from '../services/clock.ts';
import type { ImportedTable } from '../services/tables.ts';
import type { Program, Terminal } from './command.ts';
import { writeLine } from './command.ts';
import { withInstallation } from './installation.ts';

/** A file to import, as it was named, and where its units go. */
export interface GivenFile {
  readonly file: string;
  readonly memory: string;
  readonly json: boolean;
}

/** Stores a table of pairs; says how far it is on the error stream, or in JSON lines with `json`. */
export async function importTable(
  columnNames: string,
  { file, memory, json }: GivenFile,
  terminal: Terminal,
  program: Program,
): Promise<void> {
  const columns = parseColumns(columnNames);
  await withInstallation(terminal, program, async ({ tables }) => {
    const started = Date.now();
    const pace = (done: ImportedTable) =>
      Math.round((done.added + done.merged) / Math.max(0.001, (Date.now() - started) / 1000));
    const report = (done: ImportedTable): void => {
      const { added, merged } = done;
      if (json) writeLine(terminal.stdout, JSON.stringify({ progress: { added, merged, unitsPerSecond: pace(done) } }));
      else writeLine(terminal.stderr, `${added + merged} lines, ${pace(done)} a second`);
    };
    const open = () => bytesOf(resolve(terminal.folder, file), file);
    const imported = await tables.importTable(
      { open, name: file, columns, memory },
      actorAt(Date.now, LOCAL_PERSON),
      report,
    );
    if (json) return writeLine(terminal.stdout, JSON.stringify(imported));
    const { added, merged, documents, refused, after } = imported;
    if (after !== undefined) writeLine(terminal.stdout, `Taken up again after line ${after}, where it was cut off.`);
    const sentence = `${added} units added to the memory “${memory}”, ${merged} it held already, in ${documents} documents.`;
    writeLine(terminal.stdout, sentence);
    for (const { line, reason } of refused) writeLine(terminal.stdout, `${file}:${line}: not taken: ${reason}`);
  });
}

/** @throws CalqueError `file-unreadable`, `ill-formed-file` for a broken archive */
async function* bytesOf(path: string, name: string): AsyncGenerator<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: 1 << 20 });
  try {
    yield* path.toLowerCase().endsWith('.gz') ? pipeline(file, createGunzip({ chunkSize: 1 << 20 }), () => {}) : file;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code?.startsWith('Z_')) {
      throw new CalqueError('ill-formed-file', `${name} is no whole gzip archive.`, { where: name }, { cause: error });
    }
    throw fileError(error, name);
  }
}
