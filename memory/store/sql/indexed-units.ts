import { contentText } from '../../model/inline.ts';
import type { IndexWriter } from './index-writer.ts';
import { keyText } from './pair-key.ts';
import type { UnitTable } from './unit-table.ts';

/** A table of units that tells the index of every change of what they say. */
export function indexedUnits(units: UnitTable, index: IndexWriter): UnitTable {
  return {
    ...units,

    async insert(memoryId, incoming, fromSegments, actor) {
      const added = await units.insert(memoryId, incoming, fromSegments, actor);
      for (const { unit, key, analysed } of incoming) {
        const id = added.get(keyText(key));
        if (id === undefined) continue;
        const texts = { fr: contentText(unit.fr.content), en: contentText(unit.en.content) };
        index.add(id, { memoryId, ...texts, ...(analysed && { analysed }) });
      }
      return added;
    },

    async revise(row, next, action, undoVersion, actor) {
      await units.revise(row, next, action, undoVersion, actor);
      const wasThere = row.action !== 'delete';
      if (action === 'delete') index.change(row.id, undefined);
      else if (!wasThere || row.fr_text !== next.fr_text || row.en_text !== next.en_text) {
        index.change(row.id, { memoryId: row.memory_id, fr: next.fr_text, en: next.en_text });
      }
    },
  };
}
