import type { Language } from '../../model/language.ts';
import { LANGUAGES } from '../../model/language.ts';
import type { UnitId } from '../../model/unit.ts';
import type { IndexBlock } from './index-port.ts';
import { SIGNATURE_WORDS } from './signature.ts';

/** A unit that has some of the terms looked for, by its place. */
export interface TermCandidate {
  readonly block: IndexBlock;
  readonly slot: number;
  /** BM25 over both sides. */
  readonly total: number;
}

interface Kept extends TermCandidate {
  /** Of the words of both sides; worked out where another candidate has the same total. */
  digest?: number;
}

/** The best candidates so far; of units with the same words, the first alone. */
export class BestCandidates {
  readonly #limit: number;
  #kept: Kept[] = [];
  /** What a candidate must exceed to be among the best. */
  bar: number;

  /** @param bar what nothing need be kept of that does not exceed it */
  constructor(limit: number, bar = 0) {
    this.#limit = limit;
    this.bar = bar;
  }

  add(candidate: TermCandidate): void {
    if (candidate.total <= this.bar) return;
    this.#kept.push(candidate);
    // Sorting when twice as many have come costs less than keeping order all the time.
    if (this.#kept.length >= this.#limit * 2) this.fill();
  }

  /** Raises the bar to what is known by now. @returns whether there are as many as the limit */
  fill(): boolean {
    this.#kept = this.inOrder();
    const full = this.#kept.length === this.#limit;
    if (full) this.bar = this.#kept.at(-1)?.total ?? 0;
    return full;
  }

  /** What the last of the best comes to; nothing where there are fewer than the limit. */
  least(): number {
    return this.inOrder()[this.#limit - 1]?.total ?? 0;
  }

  inOrder(): Kept[] {
    const sorted = this.#kept.sort((a, b) => b.total - a.total || unitOf(a) - unitOf(b));
    return withoutCopies(sorted).slice(0, this.#limit);
  }
}

/** A sentence that the memory holds a thousand times must not push out all others. @param sorted by total */
function withoutCopies(sorted: readonly Kept[]): Kept[] {
  let total = Number.NaN;
  const seen = new Map<number, Kept[]>();
  return sorted.filter((candidate, index) => {
    if (candidate.total !== total) {
      total = candidate.total;
      seen.clear();
      if (sorted[index + 1]?.total !== total) return true;
    }
    candidate.digest ??= digestOf(candidate);
    const alike = seen.get(candidate.digest) ?? [];
    if (alike.some((other) => LANGUAGES.every((language) => sameWords(candidate, other, language)))) return false;
    seen.set(candidate.digest, [...alike, candidate]);
    return true;
  });
}

/** The same for the same words on both sides, and hardly ever for others (FNV-1a over signatures). */
function digestOf({ block, slot }: TermCandidate): number {
  let digest = 0x811c9dc5;
  for (const language of LANGUAGES) {
    const { signatures } = block[language];
    const from = (block.ordinals(language)[slot] as number) * SIGNATURE_WORDS;
    for (let at = from; at < from + SIGNATURE_WORDS; at++) {
      digest = Math.imul(digest ^ (signatures[at] as number), 0x01000193);
    }
  }
  return digest;
}

function sameWords(a: TermCandidate, b: TermCandidate, language: Language): boolean {
  const [one, other] = [wordsOf(a, language), wordsOf(b, language)];
  return one.length === other.length && one.every((word, index) => word === other[index]);
}

function wordsOf({ block, slot }: TermCandidate, language: Language): Uint32Array {
  const { words, offsets } = block[language];
  const ordinal = block.ordinals(language)[slot] as number;
  return words.subarray(offsets[ordinal], offsets[ordinal + 1]);
}

function unitOf({ block, slot }: TermCandidate): UnitId {
  return block.units[slot] ?? 0;
}
