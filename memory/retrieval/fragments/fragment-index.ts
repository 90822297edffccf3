import { choosePlace } from '../../match/place.ts';
import type { Profile } from '../../match/profile.ts';
import { contentText, type InlineContent } from '../../model/inline.ts';
import type { Language } from '../../model/language.ts';
import type { Fragment } from '../../model/match.ts';
import type { TextRange } from '../../model/range.ts';
import type { UnitId, UnitInContext } from '../../model/unit.ts';
import { type Token, tokenize } from '../../text/tokenize.ts';
import { functionStems } from '../index/function-stems.ts';
import type { IndexBlock, IndexStorage } from '../index/index-port.ts';
import type { TranslationsOf } from '../index/translator.ts';
import { type StemId, stemOf } from '../index/word-ids.ts';
import type { Translation } from '../lexicon/lexicon.ts';
import { type Candidate, candidateOf, type PreparedQuery } from '../prepared.ts';
import { unitFacts } from '../suggestion.ts';
import { bestCover, CONTENT, FUNCTION, type Piece, type PieceText, pieceText } from './piece.ts';
import { findPieces, type PiecePlace, reachOf } from './piece-search.ts';
import { locateTranslation, type TranslatedPiece, type WordKnowledge } from './translation.ts';

/** Stored texts asked how they translate a piece: what most of them say is shown. */
const ASKED = 8;
/** A translation less sure than this is not shown. */
const LEAST_CONFIDENCE = 0.5;
/** What a word of the same form in the other language is worth: names, mostly. */
const SAME_FORM = 0.6;

type TranslationsFrom = (blocks: readonly IndexBlock[], language: Language) => Promise<TranslationsOf>;

/** A piece as a stored text translates it. */
interface Located {
  readonly place: PiecePlace;
  /** What its translation translates, in the words of the stored text. */
  readonly source: Piece;
  readonly target: TranslatedPiece;
}

/** Finds, through the index, the longest stored pieces of a text and how each was translated. */
export class FragmentIndex {
  readonly #storage: IndexStorage;
  readonly #translationsFrom: TranslationsFrom;
  readonly #grammar = new Map<Language, ReadonlySet<StemId>>();
  #grammarOf: readonly IndexBlock[] = [];

  /** @param translationsFrom knows how the stems of a language are translated */
  constructor(storage: IndexStorage, translationsFrom: TranslationsFrom) {
    this.#storage = storage;
    this.#translationsFrom = translationsFrom;
  }

  /** In the order of the text, apart from each other; none where a stored text has all of it. */
  async find(blocks: readonly IndexBlock[], prepared: PreparedQuery): Promise<readonly Fragment[]> {
    const { query, profile } = prepared;
    const ids = await this.#storage.wordIds(query.sourceLanguage, profile.forms, profile.stems);
    const text = pieceText(profile, ids);
    const places = findPieces(blocks, query.sourceLanguage, text, new Set(prepared.memories.keys()));
    const pieces = bestCover(text, reachOf(text.words.length, places)).filter((piece) => !isWhole(text, piece));
    if (pieces.length === 0) return [];
    const knowledge = await this.#knowledge(blocks, profile, text, query.targetLanguage);
    const longest = pieces.toSorted((a, b) => contentOf(text, b) - contentOf(text, a) || a.first - b.first);
    const fragments: Fragment[] = [];
    for (let from = 0; from < longest.length && fragments.length < query.limit; ) {
      const some = longest.slice(from, from + query.limit - fragments.length);
      from += some.length;
      const said = some.map((piece) => mostSaid(piece, places, query, knowledge));
      // Nearly always the best text of each is shown: these are asked for together.
      const best = await this.#units(said.flatMap((located) => located.slice(0, 1)));
      for (const located of said) {
        const fragment = await this.#fragment(prepared, located, best);
        if (fragment !== undefined) fragments.push(fragment);
      }
    }
    return fragments.sort((a, b) => a.range.start - b.range.start);
  }

  async #units(located: readonly Located[]): Promise<ReadonlyMap<UnitId, UnitInContext>> {
    if (located.length === 0) return new Map();
    const found = await this.#storage.unitsInContext([...new Set(located.map(unitAt))]);
    return new Map(found.map((one) => [one.unit.id, one]));
  }

  /** @param located the texts that may be shown, the best first @param known units read already */
  async #fragment(
    prepared: PreparedQuery,
    located: readonly Located[],
    known: ReadonlyMap<UnitId, UnitInContext>,
  ): Promise<Fragment | undefined> {
    for (const [rank, one] of located.entries()) {
      const found = (rank === 0 ? known : await this.#units([one])).get(unitAt(one));
      const candidate = found && candidateOf(prepared, found);
      if (candidate !== undefined) return fragmentOf(prepared, candidate, one);
    }
    return undefined;
  }

  async #knowledge(
    blocks: readonly IndexBlock[],
    { forms, language }: Profile,
    { words }: PieceText,
    other: Language,
  ): Promise<WordKnowledge> {
    const sourceGrammar = await this.#functionStems(blocks, language);
    const targetGrammar = await this.#functionStems(blocks, other);
    const sameForms = new Map<StemId, StemId>();
    for (const [place, word] of (await this.#storage.wordIds(other, forms, forms)).entries()) {
      if (stemOf(word) > 0) sameForms.set(stemOf(words[place] ?? 0), stemOf(word));
    }
    const translate = await this.#translationsFrom(blocks, language);
    const translations: WordKnowledge['translations'] = (stem) => {
      const same = sameForms.get(stem);
      const learnt = translate(stem).map((translation) => ({ stem: translation.stem, weight: sureness(translation) }));
      return same === undefined ? learnt : [...learnt, { stem: same, weight: SAME_FORM }];
    };
    return { translations, sourceGrammar, targetGrammar };
  }

  /** A function word has a number only once a text has it: what is known holds for one state of the index. */
  async #functionStems(blocks: readonly IndexBlock[], language: Language): Promise<ReadonlySet<StemId>> {
    if (blocks !== this.#grammarOf) this.#grammar.clear();
    this.#grammarOf = blocks;
    const known = this.#grammar.get(language) ?? (await functionStems(this.#storage, language));
    this.#grammar.set(language, known);
    return known;
  }
}

function unitAt({ place }: Located): UnitId {
  return place.block.units[place.slot] ?? 0;
}

/** As sure as both directions make it: their harmonic mean, which of plain counts is Dice's coefficient. */
function sureness({ forth, back }: Translation): number {
  return forth > 0 && back > 0 ? (2 * forth * back) / (forth + back) : 0;
}

function contentOf({ kinds }: PieceText, { first, last }: Piece): number {
  return kinds.subarray(first, last + 1).filter((kind) => kind === CONTENT).length;
}

/** Whether nothing but function words stands around it. */
function isWhole({ kinds }: PieceText, { first, last }: Piece): boolean {
  return kinds.every((kind, place) => kind === FUNCTION || (place >= first && place <= last));
}

/** The stored texts with the translation that most of those asked have, the surest first. */
function mostSaid(
  piece: Piece,
  places: readonly PiecePlace[],
  { sourceLanguage, targetLanguage }: PreparedQuery['query'],
  knowledge: WordKnowledge,
): readonly Located[] {
  const said = new Map<string, { readonly located: Located[]; sum: number }>();
  const seen = new Set<number>();
  const having = places.filter((place) => place.piece.first <= piece.first && place.piece.last >= piece.last);
  // The shortest first, wherever they are kept: these say what else than the piece could be meant least of all.
  for (const place of having.sort((a, b) => lengthOf(a, sourceLanguage) - lengthOf(b, sourceLanguage))) {
    if (seen.size === ASKED) break;
    const unit = place.block.units[place.slot] ?? 0;
    if (seen.has(unit)) continue;
    seen.add(unit);
    const stored = { first: piece.first + place.shift, last: piece.last + place.shift };
    const words = wordsOf(place, targetLanguage);
    const target = locateTranslation(wordsOf(place, sourceLanguage), stored, words, knowledge);
    if (target === undefined || target.confidence < LEAST_CONFIDENCE) continue;
    const { source } = target;
    const key = words.subarray(target.first, target.last + 1).join(' ');
    const group = said.get(key) ?? { located: [], sum: 0 };
    group.located.push({ place, source, target });
    group.sum += target.confidence;
    said.set(key, group);
  }
  const [most] = [...said.values()].sort((a, b) => b.sum - a.sum);
  return (most?.located ?? []).toSorted((a, b) => b.target.confidence - a.target.confidence);
}

function lengthOf({ block, slot }: PiecePlace, language: Language): number {
  const { offsets } = block[language];
  const ordinal = block.ordinals(language)[slot] as number;
  return (offsets[ordinal + 1] as number) - (offsets[ordinal] as number);
}

function wordsOf({ block, slot }: PiecePlace, language: Language): Uint32Array {
  const { words, offsets } = block[language];
  const ordinal = block.ordinals(language)[slot] as number;
  return words.subarray(offsets[ordinal], offsets[ordinal + 1]);
}

function fragmentOf(
  prepared: PreparedQuery,
  candidate: Candidate,
  { place: { shift }, source, target }: Located,
): Fragment | undefined {
  const { query, profile, neighbours } = prepared;
  const range = rangeOf(wordTokens(profile.tokens), { first: source.first - shift, last: source.last - shift });
  const sourceRange = rangeIn(candidate.source.content, query.sourceLanguage, source);
  const targetRange = rangeIn(candidate.target.content, query.targetLanguage, target);
  if (range === undefined || sourceRange === undefined || targetRange === undefined) return undefined;
  const chosen = choosePlace(candidate.found.places, neighbours, query.sourceLanguage);
  return {
    ...unitFacts(prepared, candidate, chosen),
    range,
    sourceRange,
    targetRange,
    text: profile.text.slice(range.start, range.end),
    translation: contentText(candidate.target.content).slice(targetRange.start, targetRange.end),
    confidence: target.confidence,
  };
}

function rangeIn(content: InlineContent, language: Language, piece: Piece): TextRange | undefined {
  return rangeOf(wordTokens(tokenize(contentText(content), language)), piece);
}

/** The words as the index has them; see `match/profile.ts`. */
function wordTokens(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(({ kind }) => kind !== 'punctuation');
}

function rangeOf(words: readonly Token[], { first, last }: Piece): TextRange | undefined {
  const [start, end] = [words[first]?.start, words[last]?.end];
  return start === undefined || end === undefined ? undefined : { start, end };
}
