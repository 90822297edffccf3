import type { Language } from '../../model/language.ts';
import { normalizeText, stripAccents } from '../../text/normalize.ts';
import { CONTENT, CorpusSide } from './corpus.ts';
import { type PhrasePair, pairPhrases } from './pairing.ts';
import { findPhrases, type Phrase, type Phrases } from './phrases.ts';

/** A French and an English term that seem to be each other's translation. */
export interface ExtractedPair {
  readonly fr: ExtractedTerm;
  readonly en: ExtractedTerm;
  /** Units that have both. */
  readonly together: number;
  /**
   * How far they go together, 0–1: of the units that have either term, the share that have both is at least so large, as far as
   * these units can tell (the lower bound of Wilson's interval at 95 %).
   */
  readonly score: number;
  /** Units that have both, by their places among those given; at most {@link EXAMPLES}. */
  readonly examples: readonly number[];
}

export interface ExtractedTerm {
  /** As it is written most often. */
  readonly text: string;
  /** The stems of its words of content. */
  readonly stems: readonly string[];
  /** Units that have it. */
  readonly units: number;
}

/** Units that are shown for a pair. */
const EXAMPLES = 3;
/** Places looked at for how a term is written. */
const WRITTEN_SAMPLE = 60;
/** The two-sided 95 % point of the normal distribution. */
const Z = 1.96;

/** Units whose terms are looked for. */
export class TermExtraction {
  readonly #fr = new CorpusSide('fr');
  readonly #en = new CorpusSide('en');

  add(fr: string, en: string): void {
    this.#fr.add(fr);
    this.#en.add(en);
  }

  /**
   * The pairs of terms in the units, the surest first. Where all the words of one are among those of the other, as of a name
   * that is the same in both languages, there is nothing to translate.
   * @param fewest units that must have a term
   */
  *extract(fewest: number): Generator<void, readonly ExtractedPair[]> {
    const french = yield* findPhrases(this.#fr, fewest);
    const english = yield* findPhrases(this.#en, fewest);
    const pairs = yield* pairPhrases(french, english);
    const places = { fr: placesOf(french), en: placesOf(english) };
    const found: ExtractedPair[] = [];
    for (const pair of pairs) {
      const [frWords, enWords] = [wordsOf(this.#fr, french.all[pair.fr]), wordsOf(this.#en, english.all[pair.en])];
      const isSame = within(frWords, enWords) || within(enWords, frWords);
      if (isSame) continue;
      const read = this.#read(pair, french, english, places);
      // A stem has other forms than the first that was met.
      if (plain(read.fr.text) !== plain(read.en.text)) found.push(read);
    }
    return found.sort((a, b) => b.score - a.score || b.together - a.together || (a.fr.text < b.fr.text ? -1 : 1));
  }

  #read(
    { fr, en, together }: PhrasePair,
    french: Phrases,
    english: Phrases,
    places: Readonly<Record<Language, ReadonlyMap<number, readonly number[]>>>,
  ): ExtractedPair {
    const [frPhrase, enPhrase] = [french.all[fr] as Phrase, english.all[en] as Phrase];
    const frTexts = places.fr.get(fr) ?? [];
    const either = frPhrase.texts + enPhrase.texts - together;
    return {
      fr: termOf(this.#fr, frPhrase, frTexts),
      en: termOf(this.#en, enPhrase, places.en.get(en) ?? []),
      together,
      score: lowerBound(together, either),
      examples: frTexts.filter((text) => stands(english, en, text)).slice(0, EXAMPLES),
    };
  }
}

function stands({ inTexts, starts }: Phrases, phrase: number, text: number): boolean {
  return inTexts.subarray(starts[text], starts[text + 1]).includes(phrase);
}

/** The first texts of each phrase. */
function placesOf({ inTexts, starts }: Phrases): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>();
  for (let text = 0; text + 1 < starts.length; text++) {
    for (let at = starts[text] as number; at < (starts[text + 1] as number); at++) {
      const phrase = inTexts[at] as number;
      const known = found.get(phrase);
      if (known === undefined) found.set(phrase, [text]);
      else if (known.length < WRITTEN_SAMPLE) known.push(text);
    }
  }
  return found;
}

function termOf(side: CorpusSide, { first, last, texts: units }: Phrase, texts: readonly number[]): ExtractedTerm {
  const stems = Array.from({ length: last - first + 1 }, (_, index) => side.form(first + index));
  const wanted = stems.map(({ stem }) => stem);
  const forms = new Map<string, number>();
  for (const text of texts) {
    const end = (side.starts[text + 1] as number) - wanted.length + 1;
    for (let at = side.starts[text] as number; at < end; at++) {
      if (!wanted.every((stem, index) => side.form(at + index).stem === stem)) continue;
      const begins = at === side.starts[text];
      const written = side.written(at, at + wanted.length - 1);
      // At the head of a sentence a capital says nothing.
      const plain = begins ? written.charAt(0).toLowerCase() + written.slice(1) : written;
      forms.set(plain, (forms.get(plain) ?? 0) + (begins ? 0.5 : 1));
    }
  }
  const [text = side.written(first, last)] = [...forms].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0] ?? [];
  return {
    text,
    stems: stems.filter(({ role }) => role === CONTENT).map(({ stem }) => side.stems[stem] ?? ''),
    units,
  };
}

/** The lower bound of Wilson's interval (1927) of a share that was seen `part` times of `whole`. */
function lowerBound(part: number, whole: number): number {
  const share = part / whole;
  const squared = (Z * Z) / whole;
  const middle = share + squared / 2;
  const spread = Z * Math.sqrt((share * (1 - share)) / whole + squared / (4 * whole));
  return Math.max(0, (middle - spread) / (1 + squared));
}

/** The words of content of a phrase, whatever their case and accents. */
function wordsOf(side: CorpusSide, phrase: Phrase | undefined): readonly string[] {
  if (phrase === undefined) return [];
  const words: string[] = [];
  for (let at = phrase.first; at <= phrase.last; at++) {
    const { role, text } = side.form(at);
    if (role === CONTENT) words.push(plain(text));
  }
  return words;
}

function plain(text: string): string {
  return stripAccents(normalizeText(text));
}

function within(some: readonly string[], others: readonly string[]): boolean {
  return some.every((word) => others.includes(word));
}
