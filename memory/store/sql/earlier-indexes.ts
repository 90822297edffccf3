import type { Connection } from './connection.ts';

/** What is left of indexes that were in use before: it takes room, and nothing else. */
export interface EarlierIndexes {
  /** How many rows, inside a transaction of whoever calls. */
  left(): Promise<number>;
  /** Removes them, a piece in each transaction. */
  remove(): Promise<void>;
}

/** Words that are removed in one transaction. */
const REMOVED = 50_000;

export function earlierIndexes(connection: Connection): EarlierIndexes {
  const earlier = 'numbering < (SELECT numbering FROM index_state)';
  const counts = ['index_blocks', 'index_words', 'index_stems', 'index_tail'].map((table) =>
    connection.prepare<[], number>(`SELECT count(*) FROM ${table} WHERE ${earlier}`).pluck(),
  );
  const removeBlock = connection.prepare<[]>(
    `DELETE FROM index_blocks WHERE id = (SELECT min(id) FROM index_blocks WHERE ${earlier})`,
  );
  const removeTail = connection.prepare<[]>(`DELETE FROM index_tail WHERE ${earlier}`);
  const removeWords = ['index_words', 'index_stems'].map((table) => {
    const key = `numbering, language, ${table === 'index_words' ? 'form' : 'stem'}`;
    return connection.prepare<[number]>(
      `DELETE FROM ${table} WHERE (${key}) IN (SELECT ${key} FROM ${table} WHERE ${earlier} LIMIT ?)`,
    );
  });

  return {
    async left() {
      const rows = await Promise.all(counts.map((count) => count.get()));
      return rows.reduce<number>((sum, count) => sum + (count ?? 0), 0);
    },

    async remove() {
      for (const remove of [removeBlock, ...removeWords.map((words) => ({ run: () => words.run(REMOVED) }))]) {
        while ((await connection.write(() => remove.run())) > 0);
      }
      await connection.write(() => removeTail.run());
    },
  };
}
