import { createHash } from 'node:crypto';
import type { TmxGroup } from '../../../memory/formats/tmx/documents.ts';
import { contentKey } from '../../../memory/model/inline.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { Memory, NewDocumentUnit, NewUnit } from '../../../memory/model/unit.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';
import type { Actor, NewMemoryDocument, Store } from '../../../memory/store/store.ts';
import type { PresentUnit } from './present.ts';
import { presentUnits, sourceSide } from './present.ts';

/**
 * What is done with a pair of which the memory has the source with another translation: `add` keeps both, `skip`
 * leaves the memory as it is, `newer` puts the file's translation in its place where that is the newer one.
 */
export const IMPORT_MODES = ['add', 'skip', 'newer'] as const;

export type ImportMode = (typeof IMPORT_MODES)[number];

export interface ArrivalParts {
  readonly store: Store;
  readonly retrieval: Retrieval;
  /** Absent in a dry run into a memory that is still to be made. */
  readonly memory: Memory | undefined;
  readonly mode: ImportMode;
  readonly dryRun: boolean;
  readonly actor: Actor;
}

/** Units stored in one transaction. */
const BATCH = 4_000;

/** Pairs on their way into a memory, in batches. */
export class Arrival {
  readonly counts = { added: 0, merged: 0, skipped: 0, overwritten: 0, documents: 0 };
  readonly #parts: ArrivalParts;
  readonly #present: ((unit: NewUnit) => Promise<readonly PresentUnit[]>) | undefined;
  #documents: NewMemoryDocument[] = [];
  #loose: NewUnit[] = [];
  #waiting = 0;
  /** The batches on their way into the store: while one is stored, the next is read. */
  #storing: Promise<void> = Promise.resolve();
  /**
   * Digests of the sources that wait to be stored, where a second translation of one is not taken; in a dry run, of all
   * there were.
   */
  readonly #sources = new Set<string>();
  readonly #pairs = new Set<string>();

  constructor(parts: ArrivalParts) {
    this.#parts = parts;
    const needsPresent = parts.dryRun ? parts.memory?.unitCount !== 0 : parts.mode !== 'add';
    if (needsPresent && parts.memory) this.#present = presentUnits(parts.retrieval, parts.memory);
  }

  async take({ provenance, units }: TmxGroup): Promise<void> {
    const { mode, dryRun } = this.#parts;
    const isPlain = mode === 'add' && !dryRun;
    const taken: NewDocumentUnit[] = isPlain ? [...units] : [];
    if (!isPlain) for (const unit of units) if (await this.#isTaken(unit)) taken.push(unit);
    if (taken.length === 0) return;
    if (provenance) this.counts.documents++;
    if (dryRun) return;
    if (provenance) this.#documents.push({ provenance, units: taken });
    else this.#loose.push(...taken);
    this.#waiting += taken.length;
    if (this.#waiting < BATCH) return;
    // What is to be told apart from what is there already waits until all before it is there.
    if (isPlain) await this.#send();
    else await this.end();
  }

  /** Stores what waits. */
  async end(): Promise<void> {
    await this.#send();
    await this.#storing;
    this.#sources.clear();
    this.#pairs.clear();
  }

  /** Gives what waits to the store, and comes back as soon as what it was given before is stored. */
  async #send(): Promise<void> {
    const before = this.#storing;
    this.#storing = Promise.all([this.#stored(), before]).then(() => {});
    // Whoever waits for it next is told; until then it is no fault that nobody heard of.
    this.#storing.catch(() => {});
    await before;
  }

  async #stored(): Promise<void> {
    const { store, memory, actor } = this.#parts;
    if (!memory || this.#waiting === 0) return;
    const documents = this.#documents;
    const loose = this.#loose;
    this.#documents = [];
    this.#loose = [];
    this.#waiting = 0;
    const ofDocuments = documents.length > 0 ? await store.addDocuments(memory.id, documents, actor) : [];
    const ofNone = loose.length > 0 ? [await store.addUnits(memory.id, loose, actor)] : [];
    for (const { added, merged } of [...ofDocuments, ...ofNone]) {
      this.counts.added += added;
      this.counts.merged += merged;
    }
  }

  /** Whether a pair is to be stored; what becomes of any other is counted, and done, at once. */
  async #isTaken(unit: NewUnit): Promise<boolean> {
    const { mode, dryRun } = this.#parts;
    const side = sourceSide(unit);
    const target = contentKey(unit[otherLanguage(side)].content);
    const source = digest(`${side} ${contentKey(unit[side].content)}`);
    const pair = digest(`${source}\n${target}`);
    const present = (await this.#present?.(unit)) ?? [];
    const isHeld = this.#pairs.has(pair) || present.some((held) => contentKey(held.target) === target);
    if (isHeld) {
      if (dryRun) this.counts.merged++;
      return !dryRun;
    }
    const isKnown = this.#sources.has(source) || present.length > 0;
    if (mode !== 'add' && isKnown) {
      const [newest] = present;
      if (mode === 'newer' && newest && isNewer(unit, newest)) await this.#overwrite(unit, newest);
      else this.counts.skipped++;
      return false;
    }
    if (mode !== 'add') this.#sources.add(source);
    this.#pairs.add(pair);
    if (dryRun) this.counts.added++;
    return true;
  }

  /** The unit then has the file's date, so that doing it again changes nothing. */
  async #overwrite(unit: NewUnit, { id }: PresentUnit): Promise<void> {
    const { store, dryRun, actor } = this.#parts;
    this.counts.overwritten++;
    if (dryRun) return;
    const held = await store.getUnit(id);
    const side = otherLanguage(sourceSide(unit));
    const status = unit.status === 'confirmed' || unit.status === 'reviewed' ? { status: unit.status } : {};
    await store.changeUnit(
      id,
      held.unit.version,
      { [side]: unit[side], ...status },
      { by: unit.changedBy ?? actor.by, at: dateOf(unit) ?? actor.at },
    );
  }
}

/** Short enough for those of millions of texts to be kept, long enough for no two of them to be alike. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest().toString('latin1', 0, DIGEST_BYTES);
}

/** A longer string would be kept as a part of the whole digest. */
const DIGEST_BYTES = 12;

function dateOf({ changedAt, createdAt }: NewUnit): string | undefined {
  return changedAt ?? createdAt;
}

/** A pair without a date is not newer than any. */
function isNewer(unit: NewUnit, { changedAt }: PresentUnit): boolean {
  const date = dateOf(unit);
  return date !== undefined && date > changedAt;
}
