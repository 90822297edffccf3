import type { BatchId, BatchOutcome, RefusedStep } from '../../../memory/model/batch.ts';
import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import type { Language } from '../../../memory/model/language.ts';
import { LANGUAGES } from '../../../memory/model/language.ts';
import type { TranslationUnit, UnitChange, UnitId } from '../../../memory/model/unit.ts';
import type { UnitFilter } from '../../../memory/model/unit-filter.ts';
import type { Actor, Page, PageRequest, Store } from '../../../memory/store/store.ts';
import { editContent, replacingEdits, searchExpression } from '../../../memory/text/replace.ts';
import { browseUnits, unitGroups } from './browsing.ts';

/** What is looked for in the units of a memory, and what comes in its place. The text is taken as it stands: an
 * expression could be such that it never ends. */
export interface Replacement {
  readonly find: string;
  readonly replacement: string;
  readonly side: Language | 'both';
  readonly matchCase: boolean;
  readonly wholeWords: boolean;
}

/** A side of a unit as it is and as it would be. */
export interface ReplacedSide {
  readonly language: Language;
  readonly before: InlineContent;
  readonly after: InlineContent;
}

/** A unit in which it stands. */
export interface ReplacementHit {
  readonly unitId: UnitId;
  readonly version: number;
  readonly sides: readonly ReplacedSide[];
  /** The change would leave a side without text; it is not made. */
  readonly empties?: true;
}

/** What replacing did. The first hundred units are told that were not taken. */
export interface ReplacementReport extends BatchOutcome {
  readonly batch: BatchId;
}

const REFUSED_TOLD = 100;

/** What replacing would do, page by page. */
export async function previewReplacement(
  store: Store,
  filter: UnitFilter,
  wanted: Replacement,
  page: PageRequest,
): Promise<Page<ReplacementHit>> {
  const { items, next } = await browseUnits(store, narrowed(filter, wanted), page);
  return { items: items.flatMap((unit) => hitIn(unit, wanted) ?? []), ...(next !== undefined && { next }) };
}

/**
 * Replaces in every unit that meets the filter, as steps of a batch. A unit that the batch has taken is not taken again,
 * so it goes on where it was cut off.
 * @param report called with how many units were changed; throws where the work is to stop
 */
export async function replaceAll(
  store: Store,
  batch: BatchId,
  filter: UnitFilter,
  wanted: Replacement,
  actor: () => Actor,
  report: (done: number) => void,
): Promise<ReplacementReport> {
  const refused: RefusedStep[] = [];
  let changed = 0;
  for await (const units of unitGroups(store, narrowed(filter, wanted))) {
    report(changed);
    const steps = units.flatMap((unit) => {
      const hit = hitIn(unit, wanted);
      if (hit === undefined) return [];
      return [{ does: 'change', id: unit.id, version: unit.version, change: changeOf(unit, hit.sides) } as const];
    });
    const outcome = await store.changeUnits(batch, steps, 'pass', actor());
    changed += outcome.changed;
    refused.push(...outcome.refused);
  }
  report(changed);
  return { batch, changed, refused: refused.slice(0, REFUSED_TOLD) };
}

/** Only units that have the text at all. */
function narrowed(filter: UnitFilter, { find, side }: Replacement): UnitFilter {
  if (side === 'both') return filter.text === undefined ? { ...filter, text: find } : filter;
  return filter[side] === undefined ? { ...filter, [side]: find } : filter;
}

function hitIn(unit: TranslationUnit, { find, replacement, side, matchCase, wholeWords }: Replacement) {
  const search = { text: find, replacement, matchCase, wholeWords, pattern: false };
  const expression = searchExpression(search);
  if (expression === undefined) return undefined;
  const sides = LANGUAGES.flatMap((language): ReplacedSide[] => {
    if (side !== 'both' && side !== language) return [];
    const before = unit[language].content;
    const edits = replacingEdits(contentText(before), expression, search);
    return edits.length === 0 ? [] : [{ language, before, after: editContent(before, edits) }];
  });
  if (sides.length === 0) return undefined;
  const empties = sides.some(({ after }) => contentText(after).trim() === '');
  return {
    unitId: unit.id,
    version: unit.version,
    sides,
    ...(empties && { empties: true as const }),
  } satisfies ReplacementHit;
}

function changeOf(unit: TranslationUnit, sides: readonly ReplacedSide[]): UnitChange {
  return Object.fromEntries(
    sides.map(({ language, after }) => [language, { language: unit[language].language, content: after }]),
  );
}
