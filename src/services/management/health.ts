import { runChecks } from '../../../memory/checks/run.ts';
import { CHECKS } from '../../../memory/checks/table.ts';
import type { HealthFinding, HealthKind, MemoryHealth } from '../../../memory/model/health.ts';
import { HEALTH_KINDS } from '../../../memory/model/health.ts';
import { contentText } from '../../../memory/model/inline.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { MemoryId, TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';
import type { Store } from '../../../memory/store/store.ts';
import { detectLanguage } from '../../../memory/text/detect.ts';
import { normalizeText } from '../../../memory/text/normalize.ts';
import { countWords } from '../../../memory/text/words.ts';
import { sourceSide } from '../imports/present.ts';
import { unitGroups } from './browsing.ts';
import { nearDuplicates, Together } from './near-duplicates.ts';
import { Repeats } from './repeats.ts';

/** Findings of one kind that are listed one by one. */
const MOST_LISTED = 100;
/** Units that are looked up among all others in one look; where there are more, the next looks take the rest. */
const MOST_LOOKED_UP = 100_000;
/** Names and headings of fewer words are the same in both languages without being wrong. */
const FEWEST_WORDS = 3;
const ALL_BUT_NUMBERS = CHECKS.map(({ code }) => code).filter((code) => code !== 'numbers');

/** What was found in a memory when it was last looked at; `undefined` where it never was. */
export async function lastHealth(store: Pick<Store, 'getSetting'>, id: MemoryId): Promise<MemoryHealth | undefined> {
  return (await store.getSetting(settingOf(id))) as MemoryHealth | undefined;
}

/**
 * Looks at every unit of a memory for what is likely to be wrong with it. What was found is kept until the next time.
 * @param report called with units looked at, of all; throws where the work is to stop
 */
export async function checkMemory(
  { store, retrieval }: { readonly store: Store; readonly retrieval: Retrieval },
  memoryId: MemoryId,
  at: string,
  report: (done: number, total: number) => void,
): Promise<MemoryHealth> {
  const memory = await store.getMemory(memoryId);
  const { unitCount } = memory;
  const share = nextShare(unitCount, await lastHealth(store, memoryId));
  const like = nearDuplicates(retrieval, memory);
  const together = new Together();
  const sources = new Repeats();
  const pairs = new Repeats();
  const found = Object.fromEntries(
    HEALTH_KINDS.map((kind) => [kind, { count: 0, listed: [] as HealthFinding[] }]),
  ) as Record<HealthKind, { count: number; listed: HealthFinding[] }>;
  const add = (kind: HealthKind, finding: () => HealthFinding): void => {
    if (found[kind].count++ < MOST_LISTED) found[kind].listed.push(finding());
  };
  let units = 0;
  for await (const group of unitGroups(store, { memoryId })) {
    report(units, Math.max(unitCount, units));
    for (const unit of group) {
      units++;
      if (unit.id % share.of === share.place) for (const other of await like(unit)) together.add(unit.id, other);
      remember(unit, sources, pairs);
      for (const [kind, about] of matters(unit)) {
        add(kind, () => ({ units: [{ id: unit.id, version: unit.version }], ...(about && { about }) }));
      }
    }
  }
  for (const [first, ...others] of pairs.groups()) for (const other of others) together.add(first ?? other, other);
  for (const [kind, groups] of [
    ['different-targets', sources.groups()],
    ['near-duplicates', together.groups()],
  ] as const) {
    found[kind] = { count: groups.length, listed: await versions(store, groups.slice(0, MOST_LISTED)) };
  }
  report(units, units);
  const health: MemoryHealth = { memoryId, at, units, found, ...(share.of > 1 && { lookedUp: share }) };
  await store.setSetting(settingOf(memoryId), health);
  return health;
}

/** The units that are looked up this time: all of a small memory, of a large one those that come next. */
function nextShare(units: number, last: MemoryHealth | undefined): { readonly place: number; readonly of: number } {
  const of = Math.max(1, Math.ceil(units / MOST_LOOKED_UP));
  return { place: ((last?.lookedUp?.place ?? -1) + 1) % of, of };
}

function remember(unit: TranslationUnit, sources: Repeats, pairs: Repeats): void {
  const side = sourceSide(unit);
  const source = normalizeText(contentText(unit[side].content));
  const target = normalizeText(contentText(unit[otherLanguage(side)].content));
  sources.add(unit.id, `${side}\n${source}`, target);
  pairs.add(unit.id, side === 'fr' ? `${source}\n${target}` : `${target}\n${source}`, String(unit.id));
}

/** What is the matter with a unit by itself. */
function matters(unit: TranslationUnit): readonly (readonly [kind: HealthKind, about?: readonly string[]])[] {
  const fr = contentText(unit.fr.content);
  const en = contentText(unit.en.content);
  if (saysSomething(fr) !== saysSomething(en)) return [['empty']];
  if (normalizeText(fr) === normalizeText(en)) return countWords(fr, 'fr') < FEWEST_WORDS ? [] : [['identical']];
  if (detectLanguage(fr)?.language === 'en' && detectLanguage(en)?.language === 'fr') return [['swapped']];
  const numbers = /\p{Nd}/u.test(fr + en) ? differingNumbers(unit) : [];
  return numbers.length === 0 ? [] : [['numbers', numbers]];
}

function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function differingNumbers(unit: TranslationUnit): readonly string[] {
  const side = sourceSide(unit);
  const [source, target] = [unit[side], unit[otherLanguage(side)]];
  const findings = runChecks(
    {
      source: source.content,
      target: target.content,
      sourceLanguage: source.language,
      targetLanguage: target.language,
      status: 'confirmed',
    },
    { off: ALL_BUT_NUMBERS },
  );
  return [...new Set(findings.flatMap(({ about = [], has }) => [...about, ...(has === undefined ? [] : [has])]))];
}

async function versions(store: Store, groups: readonly (readonly UnitId[])[]): Promise<HealthFinding[]> {
  const findings: HealthFinding[] = [];
  for (const ids of groups) {
    const units = await Promise.all(ids.slice(0, MOST_LISTED).map(async (id) => (await store.getUnit(id)).unit));
    findings.push({ units: units.map(({ id, version }) => ({ id, version })) });
  }
  return findings;
}

function settingOf(id: MemoryId): string {
  return `memory-health ${id}`;
}
