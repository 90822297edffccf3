import type { Language } from '../../model/language.ts';
import { LANGUAGES, otherLanguage } from '../../model/language.ts';
import type { MemoryId } from '../../model/unit.ts';
import { BestCandidates, type TermCandidate } from './best-candidates.ts';
import type { BlockSide } from './block.ts';
import type { IndexBlock } from './index-port.ts';
import { lowerBound } from './posting-range.ts';
import type { StemDirectory, StemPostings } from './stem-directory.ts';
import type { StemId } from './word-ids.ts';

/** A stem to be found, with what finding it is worth. */
export interface Term {
  readonly stem: StemId;
  readonly weight: number;
}

/** Where units are searched: blocks, and where the stems of either language are in them. */
export interface TermIndex {
  readonly blocks: readonly IndexBlock[];
  readonly stems: Readonly<Record<Language, StemDirectory>>;
}

/** What is looked for. */
export interface TermQuery {
  readonly language: Language;
  /** How many words the text has. */
  readonly words: number;
  readonly terms: Readonly<Record<Language, readonly Term[]>>;
  readonly memories: ReadonlySet<MemoryId>;
  /** How many units are wanted. */
  readonly limit: number;
}

/** How soon a repeated word stops counting, and how much a long sentence is held against; the usual values of BM25. */
const SATURATION = 1.2;
const LENGTH = 0.75;

/** A stem that more of the texts have is looked for in texts of about the same length only. */
const FREQUENT = 0.005;
/** What so many texts have is rare in any memory. */
const ALWAYS_RARE = 1000;
/** How many times longer or shorter a text may be that is found by a rare stem, and by a frequent one. */
const REACH = { rare: 2.5, frequent: 1.7 } as const;
/** Postings of frequent stems read for one text, about: they decide where it has no rare stem. More of them find no more. */
const MOST_POSTINGS = 250_000;

/** A term with the lengths, in words, of the texts that are to be found by it. */
interface SearchedTerm extends Term {
  readonly language: Language;
  readonly postings: StemPostings;
  readonly shortest: number;
  readonly longest: number;
}

/** Finds the units that have the most weighty terms, by BM25 over each side. A term counts once, however often it stands. */
export class TermSearch {
  #sums = new Float32Array(0);

  /** The units whose sides come to the most together, best first; of units with the same words, the first alone. */
  search({ blocks, stems }: TermIndex, { language, words, terms, memories, limit }: TermQuery): TermCandidate[] {
    const other = otherLanguage(language);
    const searched = chooseTerms(stems, terms, words);
    const longest = windowOf(words, REACH.rare).longest;
    const factors = { fr: lengthFactors(stems.fr, longest), en: lengthFactors(stems.en, longest) };
    const best = new BestCandidates(limit);
    for (const [place, block] of blocks.entries()) {
      const own = block[language];
      const size = own.slots.length;
      if (this.#sums.length < size) this.#sums = new Float32Array(size);
      const sums = this.#sums;
      let found = false;
      for (const term of searched) {
        if (!term.postings.goTo(place)) continue;
        found = true;
        if (term.language === language) addUp(own, term, factors[language], sums);
        else addUp(block[other], term, factors[other], sums, block.ordinals(language));
      }
      if (!found) continue;
      for (let at = above(sums, best.bar, 0, size); at < size; at = above(sums, best.bar, at + 1, size)) {
        const slot = own.slots[at] as number;
        if (memories.has(block.memories[slot] as MemoryId) && !block.isDead(slot)) {
          best.add({ block, slot, total: sums[at] as number });
        }
      }
      sums.fill(0, 0, size);
    }
    return best.inOrder();
  }
}

/** The first place from `from` on that is above the bar, `to` where none is. */
function above(sums: Float32Array, bar: number, from: number, to: number): number {
  let at = from;
  while (at < to && (sums[at] as number) <= bar) at++;
  return at;
}

/** By how many words a text has, how many times its weight a term comes to there. */
function lengthFactors({ sides, texts }: StemDirectory, longest: number): Float64Array {
  const mean = sides.reduce((sum, { words }) => sum + words.length, 0) / Math.max(1, texts);
  return Float64Array.from(
    { length: longest + 1 },
    (_, length) => (SATURATION + 1) / (1 + SATURATION * (1 - LENGTH + (LENGTH * length) / Math.max(1, mean))),
  );
}

/** All rare terms, and frequent ones, the rarest first, as long as there is time to read where they stand. */
function chooseTerms(stems: TermIndex['stems'], terms: TermQuery['terms'], words: number): readonly SearchedTerm[] {
  const chosen: SearchedTerm[] = [];
  const frequent: { readonly term: SearchedTerm; readonly postings: number }[] = [];
  for (const language of LANGUAGES) {
    const directory = stems[language];
    const rare = windowOf(words, REACH.rare);
    const near = windowOf(words, REACH.frequent);
    const most = Math.max(FREQUENT * directory.texts, ALWAYS_RARE);
    const share = { rare: shareWithin(directory, rare), near: shareWithin(directory, near) };
    for (const term of terms[language]) {
      const frequency = directory.frequency(term.stem);
      const searched = { ...term, language, postings: directory.postingsOf(term.stem) };
      if (frequency * share.rare <= most) chosen.push({ ...searched, ...rare });
      else frequent.push({ term: { ...searched, ...near }, postings: frequency * share.near });
    }
  }
  let left = MOST_POSTINGS;
  for (const { term, postings } of frequent.sort((a, b) => a.postings - b.postings)) {
    left -= postings;
    if (left < 0) break;
    chosen.push(term);
  }
  return chosen;
}

type Lengths = Pick<SearchedTerm, 'shortest' | 'longest'>;

function windowOf(words: number, reach: number): Lengths {
  // A word or two more or less is nothing, even beside three.
  return { shortest: Math.max(0, Math.floor(words / reach) - 1), longest: Math.ceil(words * reach) + 2 };
}

/** What part of all texts has such a length. */
function shareWithin({ sides, texts }: StemDirectory, { shortest, longest }: Lengths): number {
  const within = sides.reduce((sum, { firstOfLength }) => {
    const last = firstOfLength.length - 1;
    return (
      sum + (firstOfLength[Math.min(last, longest + 1)] as number) - (firstOfLength[Math.min(last, shortest)] as number)
    );
  }, 0);
  return within / Math.max(1, texts);
}

/**
 * Adds what a term comes to in each text of a block that has it, by the ordinals of the texts.
 * @param places where the sums go by the ordinals of the other language: those of the slots
 */
function addUp(
  side: BlockSide,
  term: SearchedTerm,
  factors: Float64Array,
  sums: Float32Array,
  places?: Uint16Array,
): void {
  const { ordinals, firstOfLength, slots } = side;
  const { postings, weight } = term;
  const { to } = postings;
  const longest = Math.min(term.longest, firstOfLength.length - 2);
  let length = term.shortest;
  if (length > longest) return;
  const beyond = firstOfLength[longest + 1] as number;
  let nextLength = firstOfLength[length + 1] as number;
  let value = weight * (factors[length] as number);
  for (let at = lowerBound(ordinals, firstOfLength[length] as number, postings.from, to); at < to; at++) {
    const ordinal = ordinals[at] as number;
    if (ordinal >= nextLength) {
      if (ordinal >= beyond) return;
      while (ordinal >= nextLength) nextLength = firstOfLength[++length + 1] as number;
      value = weight * (factors[length] as number);
    }
    const place = places === undefined ? ordinal : (places[slots[ordinal] as number] as number);
    sums[place] = (sums[place] as number) + value;
  }
}
