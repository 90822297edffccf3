import type { Connection } from './connection.ts';
import type { IndexWriter } from './index-writer.ts';

interface TextsRow {
  readonly id: number;
  readonly memory_id: number;
  readonly fr_text: string;
  readonly en_text: string;
}

/** Builds the index anew from the units, in one transaction. @param report called with how many units are done */
export function rebuildIndex(
  connection: Connection,
  writer: IndexWriter,
  report?: (done: number) => void,
): Promise<void> {
  const setComplete = connection.prepare<[]>('UPDATE index_state SET complete = 1, numbering = numbering + 1');
  return connection.write(async () => {
    await writer.rebuild(allTexts(connection), report);
    await setComplete.run();
  });
}

/** Builds the index where units were stored before there was one. */
export async function completeIndex(connection: Connection, writer: IndexWriter): Promise<void> {
  const isComplete = connection.prepare<[], number>('SELECT complete FROM index_state').pluck();
  if ((await connection.read(() => isComplete.get())) === 0) await rebuildIndex(connection, writer);
}

/** In portions, as nothing else can be written while a statement is being read. */
async function* allTexts(connection: Connection) {
  const portion = connection.prepare<[number], TextsRow>(
    'SELECT id, memory_id, fr_text, en_text FROM live_units WHERE id > ? ORDER BY id LIMIT 1000',
  );
  for (let rows = await portion.all(0); rows.length > 0; rows = await portion.all(rows.at(-1)?.id ?? 0)) {
    for (const row of rows) yield [row.id, { memoryId: row.memory_id, fr: row.fr_text, en: row.en_text }] as const;
  }
}
