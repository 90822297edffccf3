import type { Language } from '../../model/language.ts';
import { otherLanguage } from '../../model/language.ts';
import type { MemoryId } from '../../model/unit.ts';
import { BestCandidates, type TermCandidate } from './best-candidates.ts';
import type { BlockSide } from './block.ts';
import { type ChosenTerm, type ChosenTerms, chooseTerms, type Term } from './chosen-terms.ts';
import type { IndexBlock } from './index-port.ts';
import { likelyBar } from './likely-bar.ts';
import { Marks } from './marks.ts';
import { firstPosting } from './posting-range.ts';
import { type StemDirectory, settledCount } from './stem-directory.ts';

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

/** How many times as many texts as are wanted are tried first: some have the words of others. */
const TRIED = 2;
/** Searches whose findings are remembered: some hundred people translate side by side, each a text and its neighbours. */
const REMEMBERED = 500;

/** A unit that was found in a block that stays, by its place. */
interface FoundBefore {
  readonly place: number;
  readonly slot: number;
  readonly total: number;
}

/**
 * Finds the units that have the most weighty terms, by BM25 over each side. A term counts once, however often it stands.
 * What it has found in the large blocks of an index holds until there are others: where units have been added since,
 * the same search looks through the small blocks alone, in which they are.
 */
export class TermSearch {
  /** By ordinal, what the texts of a block come to; 0 between blocks. */
  #sums = new Float32Array(0);
  /** The texts of a block that have come to more than the bar. */
  readonly #marks = new Marks();
  /** The units of the blocks that stay, and what each search found in these, the latest last. */
  #settled: readonly Uint32Array[] = [];
  readonly #found = new Map<string, readonly FoundBefore[]>();

  /** The units whose sides come to the most together, best first; of units with the same words, the first alone. */
  search(index: TermIndex, query: TermQuery): TermCandidate[] {
    const { blocks, stems } = index;
    const settled = settledCount(blocks.map((block) => block[query.language]));
    this.#forgetOthers(blocks.slice(0, settled).map(({ units }) => units));
    const chosen = chooseTerms(stems, query.terms, query.words);
    const best = new BestCandidates(query.limit);
    const key = keyOf(query, chosen);
    const found = this.#found.get(key);
    if (found === undefined || found.some(({ place, slot }) => blocks[place]?.isDead(slot))) {
      this.#look(index, query, chosen, best, 0, settled);
      this.#remember(key, best.inOrder(), blocks);
    } else {
      this.#found.delete(key);
      this.#found.set(key, found);
      for (const { place, slot, total } of found) best.add({ block: blocks[place] as IndexBlock, slot, total });
      best.fill();
    }
    this.#look(index, query, chosen, best, settled, blocks.length);
    return best.inOrder();
  }

  #forgetOthers(settled: readonly Uint32Array[]): void {
    const stay = settled.length === this.#settled.length && settled.every((units, at) => units === this.#settled[at]);
    if (stay) return;
    this.#settled = settled;
    this.#found.clear();
  }

  #remember(key: string, best: readonly TermCandidate[], blocks: readonly IndexBlock[]): void {
    const places = new Map(blocks.map((block, place) => [block, place]));
    const [oldest] = this.#found.keys();
    if (this.#found.size >= REMEMBERED && oldest !== undefined) this.#found.delete(oldest);
    this.#found.set(
      key,
      best.map(({ block, slot, total }) => ({ place: places.get(block) ?? 0, slot, total })),
    );
  }

  /** Adds what the blocks from one place on to another have to the best. */
  #look(
    { blocks }: TermIndex,
    { language, memories, limit }: TermQuery,
    chosen: ChosenTerms,
    best: BestCandidates,
    from: number,
    to: number,
  ): void {
    const other = otherLanguage(language);
    for (let place = from; place < to; place++) {
      const block = blocks[place] as IndexBlock;
      const own = block[language];
      const { slots } = own;
      if (this.#sums.length < slots.length) this.#sums = new Float32Array(slots.length);
      const sums = this.#sums;
      const marks = this.#marks;
      marks.begin(slots.length);
      let found = false;
      for (const term of chosen.terms) {
        if (!term.postings.goTo(place)) continue;
        found = true;
        const factors = chosen.factors[term.language];
        if (term.language === language) addUp(own, term, factors, sums, best.bar, marks);
        else addUp(block[other], term, factors, sums, best.bar, marks, block.counterparts(other));
      }
      if (!found) continue;
      const addThose = (above: number, upTo: number) =>
        marks.each((ordinal) => {
          const total = sums[ordinal] as number;
          if (total <= above || total <= best.bar || total > upTo) return;
          const slot = slots[ordinal] as number;
          if (memories.has(block.memories[slot] as MemoryId) && !block.isDead(slot)) best.add({ block, slot, total });
        });
      // In the first block any text may be among the best: those that come to most are tried before all others.
      const likely = best.bar > 0 ? 0 : likelyBar(sums, marks, TRIED * limit);
      addThose(likely, Number.POSITIVE_INFINITY);
      if (likely > 0 && !best.fill()) addThose(0, likely);
      sums.fill(0, 0, slots.length);
    }
  }
}

/** What tells searches apart that find the same as long as the blocks are the same. */
function keyOf({ language, words, memories, limit }: TermQuery, { terms }: ChosenTerms): string {
  const wanted = terms.map((term) => `${term.language} ${term.stem} ${term.weight} ${term.shortest}-${term.longest}`);
  return [language, words, limit, [...memories].join(' '), ...wanted].join('; ');
}

/**
 * Adds what a term comes to in each text of a block that has it, by the ordinals of the texts.
 * @param bar texts that come to more are marked
 * @param places where the sums go by the ordinals of the other language
 */
function addUp(
  side: BlockSide,
  { postings, weight, shortest, longest: longestFound }: ChosenTerm,
  factors: Float64Array,
  sums: Float32Array,
  bar: number,
  marks: Marks,
  places?: Uint16Array,
): void {
  const { ordinals, firstOfLength } = side;
  const { to } = postings;
  const longest = Math.min(longestFound, firstOfLength.length - 2);
  let length = shortest;
  if (length > longest) return;
  const beyond = firstOfLength[longest + 1] as number;
  let nextLength = firstOfLength[length + 1] as number;
  let value = weight * (factors[length] as number);
  for (let at = firstPosting(side, firstOfLength[length] as number, postings.from, to); at < to; at++) {
    const ordinal = ordinals[at] as number;
    if (ordinal >= nextLength) {
      if (ordinal >= beyond) return;
      while (ordinal >= nextLength) nextLength = firstOfLength[++length + 1] as number;
      value = weight * (factors[length] as number);
    }
    const place = places === undefined ? ordinal : (places[ordinal] as number);
    const sum = (sums[place] as number) + value;
    sums[place] = sum;
    if (sum > bar) marks.set(place);
  }
}
