import type { IndexStorage } from '../../retrieval/index/index-port.ts';
import type { Store } from '../store.ts';
import type { Connection } from './connection.ts';
import { indexReader } from './index-reader.ts';
import { rebuildIndex } from './index-rebuild.ts';
import type { UnitIndex } from './index-tables.ts';
import type { Places } from './places.ts';
import type { UnitRow } from './unit-rows.ts';

type IndexMethods = IndexStorage & Pick<Store, 'reindex'>;

export function indexMethods(connection: Connection, index: UnitIndex, places: Places): IndexMethods {
  const reader = indexReader(connection, index);
  const byIds = connection.prepare<[string], UnitRow>(
    'SELECT u.* FROM json_each(?) AS wanted CROSS JOIN live_units AS u ON u.id = wanted.value ORDER BY u.id',
  );

  return {
    indexBlocks: (languages) => connection.read(() => reader.blocks(languages)),
    wordIds: (language, forms, stems) =>
      connection.read(() => forms.map((form, at) => index.words.find(language, form, stems[at] ?? ''))),
    unitsInContext: (ids) => connection.read(() => places.allInContext(byIds.all(JSON.stringify(ids)))),
    reindex: (report) => rebuildIndex(connection, index.writer, report),
  };
}
