import { profileOf } from '../match/profile.ts';
import { contentText, type InlineContent } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import type { MemoryId, UnitId } from '../model/unit.ts';
import type { Agreement } from './index/agreement.ts';
import { functionStems } from './index/function-stems.ts';
import type { IndexBlock, IndexStorage } from './index/index-port.ts';
import { lowerBound } from './index/posting-range.ts';
import { type RelatedText, relatedQuery } from './index/related-query.ts';
import { favoured, LEAST_CONFIDENCE, type Resemblance, resemblanceOf } from './index/resemblance.ts';
import type { StemDirectories } from './index/stem-directory.ts';
import { SteadyWeights, type Weights } from './index/stem-weights.ts';
import { type TermIndex, TermSearch } from './index/term-search.ts';
import { type TranslationsOf, Translator } from './index/translator.ts';
import { UnitComparer } from './index/unit-comparer.ts';
import type { StemId } from './index/word-ids.ts';
import type { Lexicon } from './lexicon/lexicon.ts';
import type { PreparedQuery } from './prepared.ts';
import type { FoundRelated } from './retrieval.ts';

/** Units compared word by word, of those that share the most telling words. */
const COMPARED = 200;
/** Units found for a neighbouring segment whose neighbours are favoured, and how far away these may be. */
const FOUND_BESIDE = 3;
const REACH = 5;
/**
 * What a unit gains that stands just as the segment does beside what its neighbour found, and what any near it does. In
 * a document that is told again sentence by sentence, a choice fitted as for the order would have it gain 24: half of
 * that, since not all are.
 */
const BESIDE = 12;
const NEAR = 3.5;
/** Texts whose units are remembered: a document's segments are looked up one after the other. */
const REMEMBERED = 8;

/** What a text has to do with the units of an index. */
export interface Comparison {
  readonly words: number;
  readonly found: ReadonlyMap<UnitId, Resemblance>;
  /** Compares one more unit. */
  with(block: IndexBlock, slot: number): Resemblance;
}

/** An index as it is at one moment, with what was found in it. */
interface Searched extends TermIndex {
  readonly weights: Weights;
  readonly lexicon: Lexicon | undefined;
  /** By text and memories. */
  readonly compared: Map<string, Comparison>;
  /** The stems of function words. */
  readonly grammar: Map<Language, ReadonlySet<StemId>>;
}

/** Finds, through the index, the units that say the same in other words. */
export class RelatedIndex {
  readonly #storage: IndexStorage;
  readonly #directories: StemDirectories;
  readonly #weights = new SteadyWeights();
  readonly #terms = new TermSearch();
  readonly #translator = new Translator();
  #last: Searched | undefined;

  constructor(storage: IndexStorage, directories: StemDirectories) {
    this.#storage = storage;
    this.#directories = directories;
  }

  /** What gives the translations of a stem of `language`, the likeliest first: for whoever else needs to know. */
  async translations(blocks: readonly IndexBlock[], language: Language): Promise<TranslationsOf> {
    const { weights, lexicon } = await this.#searched(blocks);
    return this.#translator.from(blocks, language, weights, lexicon);
  }

  /** Those with enough confidence, best first. */
  async find(blocks: readonly IndexBlock[], prepared: PreparedQuery): Promise<readonly FoundRelated[]> {
    const { query, profile } = prepared;
    const memories = new Set(prepared.memories.keys());
    const searched = await this.#searched(blocks);
    const comparison = await this.#compare(searched, profile, memories);
    const gains = new Map<UnitId, number>();
    await this.#favour(searched, query.previous, 1, prepared, gains);
    await this.#favour(searched, query.next, -1, prepared, gains);
    const all = new Map(comparison.found);
    for (const [unitId, gain] of gains) {
      const place = placeOf(blocks, unitId);
      if (place === undefined || !memories.has(place.block.memories[place.slot] ?? 0)) continue;
      const plain = all.get(unitId) ?? comparison.with(place.block, place.slot);
      all.set(unitId, favoured(plain, gain, comparison.words));
    }
    const least = query.minimumConfidence ?? LEAST_CONFIDENCE;
    return [...all]
      .filter(([, { confidence }]) => confidence >= least)
      .sort(([a, one], [b, other]) => other.order - one.order || a - b)
      .map(([unitId, { confidence }]) => ({ unitId, confidence }));
  }

  /** What was compared for a text alone, for those who fit the weights: units with how they agree. */
  async agreements(
    blocks: readonly IndexBlock[],
    text: RelatedText,
    memories: ReadonlySet<MemoryId>,
  ): Promise<readonly (readonly [UnitId, Agreement])[]> {
    const { candidates, agreementWith } = await this.#candidates(await this.#searched(blocks), text, memories);
    return candidates.map(({ block, slot }) => [block.units[slot] ?? 0, agreementWith(block, slot)] as const);
  }

  /**
   * Adds what units gain that stand near those found for a neighbouring segment, the more the surer these are.
   * @param places how far behind its neighbour the segment stands: 1 or −1
   */
  async #favour(
    searched: Searched,
    neighbour: InlineContent | undefined,
    places: number,
    { query, memories }: PreparedQuery,
    gains: Map<UnitId, number>,
  ): Promise<void> {
    if (neighbour === undefined || contentText(neighbour).trim() === '') return;
    const text = profileOf(neighbour, query.sourceLanguage);
    const { found } = await this.#compare(searched, text, new Set(memories.keys()));
    const best = [...found]
      .sort(([a, one], [b, other]) => other.order - one.order || a - b)
      .slice(0, FOUND_BESIDE)
      .filter(([, { confidence }]) => confidence >= LEAST_CONFIDENCE);
    if (best.length === 0) return;
    const sure = new Map(best.map(([unitId, { confidence }]) => [unitId, confidence]));
    const own = new Map<UnitId, number>();
    for (const near of await this.#storage.unitsNear([...sure.keys()], REACH)) {
      const gain = (sure.get(near.of) ?? 0) * (near.places === places ? BESIDE : NEAR);
      own.set(near.unitId, Math.max(own.get(near.unitId) ?? 0, gain));
    }
    for (const [unitId, gain] of own) gains.set(unitId, (gains.get(unitId) ?? 0) + gain);
  }

  async #compare(
    searched: Searched,
    text: RelatedText & { readonly text: string },
    memories: ReadonlySet<MemoryId>,
  ): Promise<Comparison> {
    const key = `${text.language} ${[...memories].join(' ')} ${text.text}`;
    const { compared } = searched;
    const known = compared.get(key);
    if (known !== undefined) return known;
    const words = text.forms.length;
    const { candidates, agreementWith } = await this.#candidates(searched, text, memories);
    const compareWith = (block: IndexBlock, slot: number) => resemblanceOf(agreementWith(block, slot), words);
    const found = new Map<UnitId, Resemblance>();
    for (const { block, slot } of candidates) found.set(block.units[slot] ?? 0, compareWith(block, slot));
    const comparison = { words, found, with: compareWith };
    const [oldest] = compared.keys();
    if (compared.size >= REMEMBERED && oldest !== undefined) compared.delete(oldest);
    compared.set(key, comparison);
    return comparison;
  }

  /** What was found in the index is kept until it changes; what hangs on its weights alone, as long as these hold. */
  async #searched(blocks: readonly IndexBlock[]): Promise<Searched> {
    const lexicon = await this.#storage.lexicon();
    const last = this.#last;
    if (last?.blocks === blocks && last.lexicon === lexicon) return last;
    const stems = { fr: this.#directories.of(blocks, 'fr'), en: this.#directories.of(blocks, 'en') };
    const weights = this.#weights.of(blocks, stems);
    const grammar: Searched['grammar'] = last?.weights === weights ? last.grammar : new Map();
    this.#last = { blocks, stems, weights, lexicon, compared: new Map(), grammar };
    return this.#last;
  }

  async #candidates(searched: Searched, text: RelatedText, memories: ReadonlySet<MemoryId>) {
    const { blocks, weights, lexicon, grammar: known } = searched;
    const { language } = text;
    const translate = this.#translator.from(blocks, language, weights, lexicon);
    const grammar = known.get(language) ?? (await functionStems(this.#storage, language));
    known.set(language, grammar);
    const query = await relatedQuery(this.#storage, text, weights, grammar, translate, lexicon !== undefined);
    const comparer = new UnitComparer(query, weights);
    const { terms } = query;
    return {
      candidates: this.#terms.search(searched, {
        language,
        words: text.forms.length,
        terms,
        memories,
        limit: COMPARED,
      }),
      agreementWith: (block: IndexBlock, slot: number) => comparer.agreement(block, slot),
    };
  }
}

/** Where the index holds a unit. */
function placeOf(
  blocks: readonly IndexBlock[],
  unitId: UnitId,
): { readonly block: IndexBlock; readonly slot: number } | undefined {
  for (const block of blocks) {
    const slot = lowerBound(block.units, unitId, 0, block.units.length);
    if (block.units[slot] === unitId && !block.isDead(slot)) return { block, slot };
  }
  return undefined;
}
