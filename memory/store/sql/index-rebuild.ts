import type { UnitId } from '../../model/unit.ts';
import { TextAnalysis } from '../../retrieval/index/analysis.ts';
import { LARGEST_BLOCK } from '../../retrieval/index/block.ts';
import type { Connection } from './connection.ts';
import { packBlock } from './index-blocks.ts';
import { type AnalysedSides, entriesOf, type PutUnit } from './index-entries.ts';
import type { Building } from './index-state.ts';
import type { UnitIndex } from './index-tables.ts';

export interface RebuildOptions {
  /** Units built into one block; as many as one takes by default. */
  readonly portion?: number;
}

/** Called with how many units are done; what it throws ends the work, which a later call goes on with. */
type Report = (done: number) => void;

interface TextsRow {
  readonly id: UnitId;
  readonly version: number;
  readonly memory_id: number;
  readonly fr_text: string;
  readonly en_text: string;
}

/** Units that are read before it is said how far the work is. */
const REPORTED = 1_000;

/**
 * Builds the index anew from the units beside the one in use, and puts it in its place when it holds all of them. It
 * goes on where an earlier call was cut off. No transaction is longer than it takes to write a block: most of the work is
 * done between them, and the units that were changed meanwhile are written again.
 */
export function indexRebuilding(
  connection: Connection,
  { built, state, writer }: UnitIndex,
  { portion: largest = LARGEST_BLOCK }: RebuildOptions,
  removeEarlier: () => Promise<void>,
) {
  const after = connection.prepare<[number, number], TextsRow>(
    'SELECT id, version, memory_id, fr_text, en_text FROM live_units WHERE id > ? ORDER BY id LIMIT ?',
  );
  const versions = connection.prepare<[number, number], Pick<TextsRow, 'id' | 'version'>>(
    'SELECT id, version FROM live_units WHERE id > ? AND id <= ?',
  );
  const { wantedNumbers, joinInOrder, list } = connection.dialect;
  const wanted = connection.prepare<[string], TextsRow>(
    `SELECT u.id, u.version, u.memory_id, u.fr_text, u.en_text
     FROM ${wantedNumbers} ${joinInOrder} live_units AS u ON u.id = wanted.value ORDER BY u.id`,
  );
  const count = connection.prepare<[number], number>('SELECT count(*) FROM live_units WHERE id <= ?').pluck();
  const begin = () =>
    connection.write(async () => {
      if ((await state.building()) === undefined) await state.begin();
    });

  /** Where the building has come to, and the units after that; nothing where another has ended it meanwhile. */
  const next = () =>
    connection.read(async () => {
      const building = await state.building();
      return building && { building, rows: await after.all(building.builtTo, largest) };
    });

  async function stands({ numbering, builtTo }: Building): Promise<boolean> {
    const now = await state.building();
    return now?.numbering === numbering && now.builtTo === builtTo;
  }

  /** Builds the block of some units and writes it, unless another process has done so meanwhile. */
  async function build(building: Building, rows: readonly TextsRow[], report: Report): Promise<void> {
    const texts = analyse(rows, report);
    const puts = rows.map((row, index) => putOf(row, { texts, index }));
    const entries = await connection.write(async () => {
      return (await stands(building)) ? entriesOf(built.words, puts) : undefined;
    });
    if (entries === undefined) return;
    const block = packBlock(entries);
    const last = rows.at(-1)?.id ?? 0;
    await connection.write(async () => {
      if (!(await stands(building))) return;
      await built.blocks.add(block);
      const others = await changedSince(building.builtTo, last, rows);
      const present = await wanted.all(list(others));
      await built.storing.change(
        others,
        present.map((row) => putOf(row)),
      );
      await state.reach(last);
    });
  }

  /** Units of a range that are no more, again, or not as they were read. */
  async function changedSince(from: UnitId, to: UnitId, rows: readonly TextsRow[]): Promise<readonly UnitId[]> {
    const left = new Map(rows.map(({ id, version }) => [id, version]));
    const others: UnitId[] = [];
    for (const { id, version } of await versions.all(from, to)) {
      if (left.get(id) !== version) others.push(id);
      left.delete(id);
    }
    return [...others, ...left.keys()].sort((a, b) => a - b);
  }

  /** @returns whether the index that was built is in use now: not where units have come meanwhile */
  const end = (building: Building) =>
    connection.write(async () => {
      if (!(await stands(building))) return true;
      if ((await after.all(building.builtTo, 1)).length > 0) return false;
      await state.replace();
      writer.replaced();
      return true;
    });

  return async (report: Report = () => {}): Promise<void> => {
    // What an earlier call left when it was cut off would take room that this one needs.
    await removeEarlier();
    await begin();
    let done: number | undefined;
    for (let now = await next(); now !== undefined; now = await next()) {
      const { building, rows } = now;
      const before = done ?? (await connection.read(() => count.get(building.builtTo))) ?? 0;
      report(before);
      if (rows.length > 0) await build(building, rows, (read) => report(before + read));
      else if (await end(building)) break;
      done = before + rows.length;
    }
    await removeEarlier();
  };
}

function putOf(
  { id, memory_id: memoryId, fr_text: fr, en_text: en }: TextsRow,
  analysed?: PutUnit[1]['analysed'],
): PutUnit {
  return [id, { memoryId, fr, en, ...(analysed && { analysed }) }];
}

function analyse(rows: readonly TextsRow[], report: Report): AnalysedSides {
  const [fr, en] = [new TextAnalysis('fr'), new TextAnalysis('en')];
  for (const [index, row] of rows.entries()) {
    fr.add(row.fr_text);
    en.add(row.en_text);
    if ((index + 1) % REPORTED === 0) report(index + 1);
  }
  return { fr: fr.result(), en: en.result() };
}
