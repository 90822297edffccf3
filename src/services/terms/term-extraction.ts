import { setImmediate } from 'node:timers/promises';
import type { FoundPair } from '../../../memory/model/candidate-pair.ts';
import { newConcept } from '../../../memory/model/edit-entry.ts';
import { contentText } from '../../../memory/model/inline.ts';
import type { TermbaseId } from '../../../memory/model/termbase.ts';
import type { MemoryId, UnitId } from '../../../memory/model/unit.ts';
import type { Store } from '../../../memory/store/store.ts';
import { type ExtractedPair, TermExtraction } from '../../../memory/terms/extraction/extract.ts';
import { lexicalSupport } from './lexical-support.ts';

/** Units that are read at most: of more, every so many, spread over the memory. */
const MOST_UNITS = 300_000;
/** Pairs that are proposed at most. */
const MOST_PAIRS = 2_000;
/** Pairs that go together less are chance. */
const LEAST_SCORE = 0.25;
/** Of the words of each term, the share that the lexicon knows as translations of words of the other. */
const LEAST_SUPPORT = 0.6;
const AT_ONCE = 1_000;

export interface ExtractionWish {
  readonly termbaseId: TermbaseId;
  readonly memoryId: MemoryId;
  /** Units that must have a term; by the size of the memory where absent. */
  readonly fewestUnits?: number;
}

export interface ExtractionReport {
  /** Units that were read. */
  readonly units: number;
  /** Pairs that wait for a decision. */
  readonly open: number;
}

/**
 * Finds pairs of terms in a memory, and keeps them for somebody to decide on. Those that the termbase has are left out, and
 * those that somebody decided on before.
 * @param report called with units read, of all; throws where the work is to stop
 */
export async function extractTerms(
  store: Store,
  { termbaseId, memoryId, fewestUnits }: ExtractionWish,
  report: (done: number, total: number) => void,
): Promise<ExtractionReport> {
  await store.getTermbase(termbaseId);
  const { unitCount } = await store.getMemory(memoryId);
  const extraction = new TermExtraction();
  const ids = await readUnits(store, memoryId, unitCount, extraction, report);
  const fewest = fewestUnits ?? fewestFor(ids.length);
  const work = extraction.extract(fewest);
  let step = work.next();
  while (!step.done) {
    await setImmediate();
    report(ids.length, ids.length);
    step = work.next();
  }
  const likely = step.value.filter(({ score, together }) => score >= LEAST_SCORE && together >= fewest);
  const found: FoundPair[] = [];
  const support = await lexicalSupport(store, likely);
  for (const pair of likely) {
    if (found.length >= MOST_PAIRS) break;
    if (support !== undefined && support(pair) < LEAST_SUPPORT) continue;
    if (!(await isKnown(store, termbaseId, pair))) found.push(foundPair(pair, ids));
  }
  return { units: ids.length, open: await store.keepCandidates(termbaseId, memoryId, found) };
}

/** @returns the units that were read, in the order in which they were given to the extraction */
async function readUnits(
  store: Store,
  memoryId: MemoryId,
  unitCount: number,
  extraction: TermExtraction,
  report: (done: number, total: number) => void,
): Promise<readonly UnitId[]> {
  const step = Math.max(1, Math.ceil(unitCount / MOST_UNITS));
  const ids: UnitId[] = [];
  let after = 0;
  let seen = 0;
  for (;;) {
    const units = await store.scanUnits([memoryId], after, AT_ONCE);
    const last = units.at(-1);
    if (last === undefined) return ids;
    for (const { unit } of units) {
      if (seen++ % step !== 0) continue;
      extraction.add(contentText(unit.fr.content), contentText(unit.en.content));
      ids.push(unit.id);
    }
    after = last.unit.id;
    report(seen, Math.max(seen, unitCount));
    await setImmediate();
  }
}

/** What stands twice in a small memory stands there for a reason; in a large one, by chance. */
function fewestFor(units: number): number {
  return units < 2_000 ? 2 : 3 + Math.floor(units / 20_000);
}

async function isKnown(store: Store, termbaseId: TermbaseId, { fr, en }: ExtractedPair): Promise<boolean> {
  const concept = newConcept({
    terms: [
      { language: 'fr', text: fr.text },
      { language: 'en', text: en.text },
    ],
  });
  return (await store.entriesLike(termbaseId, concept)).length > 0;
}

function foundPair({ fr, en, together, score, examples }: ExtractedPair, ids: readonly UnitId[]): FoundPair {
  return {
    fr: fr.text,
    en: en.text,
    key: `${fr.stems.join(' ')}\n${en.stems.join(' ')}`,
    frUnits: fr.units,
    enUnits: en.units,
    together,
    score,
    examples: examples.flatMap((place) => ids[place] ?? []),
  };
}
