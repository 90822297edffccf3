import { contentText } from '../../model/inline.ts';
import type { IndexWriter } from './index-writer.ts';
import type { UnitTable } from './unit-table.ts';

/** A table of units that tells the index of every change of what they say. */
export function indexedUnits(units: UnitTable, index: IndexWriter): UnitTable {
  return {
    ...units,

    insert(memoryId, incoming, fromSegments, actor) {
      const id = units.insert(memoryId, incoming, fromSegments, actor);
      if (id === undefined) return id;
      const { unit, analysed } = incoming;
      const texts = { fr: contentText(unit.fr.content), en: contentText(unit.en.content) };
      index.add(id, { memoryId, ...texts, ...(analysed && { analysed }) });
      return id;
    },

    revise(row, next, action, undoVersion, actor) {
      units.revise(row, next, action, undoVersion, actor);
      const wasThere = row.action !== 'delete';
      if (action === 'delete') index.change(row.id, undefined);
      else if (!wasThere || row.fr_text !== next.fr_text || row.en_text !== next.en_text) {
        index.change(row.id, { memoryId: row.memory_id, fr: next.fr_text, en: next.en_text });
      }
    },
  };
}
