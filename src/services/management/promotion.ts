import type { BatchId, BatchOutcome, BatchStep, RefusedStep } from '../../../memory/model/batch.ts';
import { contentKey } from '../../../memory/model/inline.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { Memory, MemoryId, NewUnit, TranslationUnit } from '../../../memory/model/unit.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';
import type { Actor, Page, PageRequest, Store } from '../../../memory/store/store.ts';
import { type PresentUnit, presentUnits, sourceSide } from '../imports/present.ts';
import { browseUnits, unitGroups } from './browsing.ts';

/**
 * How a unit stands to a memory that it is to go to: nothing there has its source, the pair is there, or its source is
 * there with other translations.
 */
export type Standing = 'new' | 'same' | 'differs';

/** A unit of the staging memory, held against the master. */
export interface Compared {
  readonly unit: TranslationUnit;
  readonly standing: Standing;
  /** What the master has of the same source, newest first. */
  readonly present: readonly PresentUnit[];
}

/**
 * What is done with a unit whose source the master has with another translation: keep both, put this one in the place of
 * the newest there, or leave the master as it is.
 */
export const PROMOTION_MODES = ['add', 'replace', 'skip'] as const;
export type PromotionMode = (typeof PROMOTION_MODES)[number];

export interface PromotionReport extends BatchOutcome {
  readonly batch: BatchId;
  /** Units that the master has already, and those left out for what it has. */
  readonly same: number;
  readonly skipped: number;
}

const REFUSED_TOLD = 100;

/** Holds units of a staging memory against a master. */
export async function comparePromotion(
  store: Store,
  retrieval: Retrieval,
  filter: UnitFilter,
  master: MemoryId,
  page: PageRequest,
): Promise<Page<Compared>> {
  const present = presentUnits(retrieval, await store.getMemory(master));
  const { items, next } = await browseUnits(store, filter, page);
  const compared: Compared[] = [];
  for (const unit of items) compared.push(compare(unit, await present(unit)));
  return { items: compared, ...(next !== undefined && { next }) };
}

/**
 * Takes the units of a staging memory that meet a filter into a master, with the documents they stand in. They stay in
 * the staging memory. Doing it again adds nothing.
 * @param report called with how many units were looked at; throws where the work is to stop
 */
export async function promote(
  { store, retrieval }: { readonly store: Store; readonly retrieval: Retrieval },
  batch: BatchId,
  filter: UnitFilter,
  mode: PromotionMode,
  actor: () => Actor,
  report: (done: number) => void,
): Promise<PromotionReport> {
  const { memoryId } = await store.getBatch(batch);
  const master: Memory = await store.getMemory(memoryId);
  const present = presentUnits(retrieval, master);
  const refused: RefusedStep[] = [];
  const counts = { changed: 0, same: 0, skipped: 0 };
  let done = 0;
  for await (const units of unitGroups(store, filter)) {
    const steps: BatchStep[] = [];
    for (const unit of units) {
      report(done++);
      const compared = compare(unit, mode === 'add' ? [] : await present(unit));
      if (compared.standing === 'same') counts.same++;
      else if (compared.standing === 'differs' && mode === 'skip') counts.skipped++;
      else steps.push(await stepFor(store, compared));
    }
    const outcome = await store.changeUnits(batch, steps, 'pass', actor());
    counts.changed += outcome.changed;
    refused.push(...outcome.refused);
  }
  report(done);
  return { batch, ...counts, refused: refused.slice(0, REFUSED_TOLD) };
}

function compare(unit: TranslationUnit, present: readonly PresentUnit[]): Compared {
  const target = contentKey(unit[otherLanguage(sourceSide(unit))].content);
  const same = present.some((held) => contentKey(held.target) === target);
  return { unit, standing: same ? 'same' : present.length > 0 ? 'differs' : 'new', present };
}

async function stepFor(store: Store, { unit, standing, present: [newest] }: Compared): Promise<BatchStep> {
  if (standing === 'new' || newest === undefined) return { does: 'add', unit: newUnitOf(unit), from: unit.id };
  const { version } = (await store.getUnit(newest.id)).unit;
  const side = otherLanguage(sourceSide(unit));
  return { does: 'change', id: newest.id, version, change: { [side]: unit[side], status: unit.status } };
}

/** The unit as it is to be stored: with its own dates, people and uses. */
function newUnitOf({
  id: _,
  memoryId: __,
  version: ___,
  occurrences: ____,
  flagged: _____,
  ...unit
}: TranslationUnit): NewUnit {
  return unit;
}
