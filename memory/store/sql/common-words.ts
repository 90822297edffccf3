import { LAST_FORM } from '../../retrieval/index/word-ids.ts';
import type { Connection } from './connection.ts';
import { type WordTable, wordTable } from './index-words.ts';

/**
 * The numbers of words that the indexes of several databases have in common: one database gives them, in transactions of
 * its own, which are on disk before anything is written by them. A number that nothing came to use is no harm.
 * @param connection on which nothing else is written, under a lock of its own: whoever numbers words is mostly in the middle
 *   of writing to another database, and may be for someone who writes to this one
 */
export function commonWords(connection: Connection): WordTable {
  const table = wordTable(connection, 'used');
  connection.keepInStep({ flush: async () => {}, discard: table.forget });
  const find: WordTable['find'] = (...words) => connection.ask(() => table.find(...words));
  return {
    find,
    async numbersOf(language, texts) {
      const known = await find(language, texts.forms, texts.stems);
      const isKnown = known.every((word) => (word & LAST_FORM) > 0);
      return isKnown ? Uint32Array.from(known) : connection.write(() => table.numbersOf(language, texts));
    },
    forget: () => {},
  };
}
