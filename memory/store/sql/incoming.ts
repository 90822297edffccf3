import type { NewUnit } from '../../model/unit.ts';
import { requireContent } from './arguments.ts';
import { toMilliseconds } from './columns.ts';
import type { AnalysedPlace } from './index-entries.ts';
import { KEY_BYTES, pairKey } from './pair-key.ts';
import type { PairReader } from './pair-reading.ts';

/** A pair on its way in, with the key it is found by. */
export interface IncomingUnit {
  readonly unit: NewUnit;
  readonly key: Buffer;
  /** Its words, where it was read along with others. */
  readonly analysed?: AnalysedPlace;
}

export function incomingUnit(unit: NewUnit): IncomingUnit {
  return { unit, key: pairKey(unit) };
}

/** Units with their keys. @throws CalqueError as {@link requireStorable} */
export function readIncoming(units: readonly NewUnit[]): readonly IncomingUnit[] {
  units.forEach(requireStorable);
  return units.map(incomingUnit);
}

/** As many are read together, before the transaction that stores them; fewer take no time worth it. */
const MANY = 500;

/** Lists of units, read. @throws CalqueError as {@link requireStorable} */
export async function incomingUnits(
  lists: readonly (readonly NewUnit[])[],
  read: PairReader,
): Promise<readonly (readonly IncomingUnit[])[]> {
  const all = lists.flat();
  if (all.length < MANY) return lists.map(readIncoming);
  for (const units of lists) units.forEach(requireStorable);
  const { keys, texts } = await read({ fr: all.map(({ fr }) => fr.content), en: all.map(({ en }) => en.content) });
  let index = 0;
  const next = (unit: NewUnit): IncomingUnit => {
    const key = Buffer.from(keys.buffer, keys.byteOffset + index * KEY_BYTES, KEY_BYTES);
    return { unit, key, analysed: { texts, index: index++ } };
  };
  return lists.map((units) => units.map(next));
}

/**
 * What can be known of a unit before any is stored.
 * @throws CalqueError `empty-text`, `bad-request` for a moment that is none
 */
export function requireStorable({ fr, en, createdAt, changedAt, lastUsedAt }: NewUnit, index: number): void {
  requireContent(fr, `units[${index}].fr`);
  requireContent(en, `units[${index}].en`);
  for (const [name, moment] of Object.entries({ createdAt, changedAt, lastUsedAt })) {
    if (moment !== undefined) toMilliseconds(moment, `units[${index}].${name}`);
  }
}
