import type { Language } from '../../model/language.ts';
import { pack, Unpacking } from '../index/packing.ts';
import type { StemId } from '../index/word-ids.ts';

/**
 * Pairs of a French and an English stem that translate each other, by their French stem: those of stem `f` stand from
 * `starts[f]` to `starts[f + 1]`, the likeliest first. Probabilities are in parts of {@link CERTAIN}.
 */
export interface LexiconPairs {
  readonly starts: Uint32Array;
  readonly en: Uint32Array;
  /** Of the English stem given the French one. */
  readonly enGivenFr: Uint16Array;
  /** Of the French stem given the English one. */
  readonly frGivenEn: Uint16Array;
}

/** The probability 1. */
export const CERTAIN = 65_535;

/** A stem of the other language that one may be translated by. */
export interface Translation {
  readonly stem: StemId;
  /** How likely the translation is for the stem asked about, 0–1. */
  readonly forth: number;
  /** How likely the stem asked about is for the translation, 0–1. */
  readonly back: number;
}

/** A bilingual lexicon, asked from either side. */
export interface Lexicon {
  readonly pairs: number;
  /** What a stem of `language` may be translated by, the likeliest first; empty for one never learnt. */
  translations(language: Language, stem: StemId): readonly Translation[];
}

export function packPairs({ starts, en, enGivenFr, frGivenEn }: LexiconPairs): Uint8Array {
  return pack([starts, en, enGivenFr, frGivenEn]);
}

export function unpackPairs(bytes: Uint8Array): LexiconPairs {
  const unpacking = new Unpacking(bytes, 4);
  return {
    starts: unpacking.next(Uint32Array),
    en: unpacking.next(Uint32Array),
    enGivenFr: unpacking.next(Uint16Array),
    frGivenEn: unpacking.next(Uint16Array),
  };
}

/** @param pairs as they were learnt; the lexicon keeps them */
export function lexiconOf(pairs: LexiconPairs): Lexicon {
  let english: ByEnglish | undefined;
  return {
    pairs: pairs.en.length,
    translations(language, stem) {
      if (language === 'fr') return french(pairs, stem);
      english ??= byEnglish(pairs);
      return fromEnglish(pairs, english, stem);
    },
  };
}

function french({ starts, en, enGivenFr, frGivenEn }: LexiconPairs, stem: StemId): readonly Translation[] {
  const found: Translation[] = [];
  for (let at = starts[stem] ?? 0; at < (starts[stem + 1] ?? 0); at++) {
    found.push({
      stem: en[at] as number,
      forth: (enGivenFr[at] as number) / CERTAIN,
      back: (frGivenEn[at] as number) / CERTAIN,
    });
  }
  return found;
}

/** Which pairs an English stem stands in: from `starts[e]` to `starts[e + 1]` in `pairs`; and the French stem of each pair. */
interface ByEnglish {
  readonly starts: Uint32Array;
  readonly pairs: Uint32Array;
  readonly fr: Uint32Array;
}

function byEnglish({ starts, en }: LexiconPairs): ByEnglish {
  const last = en.reduce((highest, stem) => Math.max(highest, stem), 0);
  const ends = new Uint32Array(last + 2);
  for (const stem of en) ends[stem + 1] = (ends[stem + 1] as number) + 1;
  for (let stem = 0; stem <= last; stem++) ends[stem + 1] = (ends[stem + 1] as number) + (ends[stem] as number);
  const begins = ends.slice();
  const pairs = new Uint32Array(en.length);
  const fr = new Uint32Array(en.length);
  for (let f = 0; f + 1 < starts.length; f++) {
    for (let at = starts[f] as number; at < (starts[f + 1] as number); at++) {
      const e = en[at] as number;
      const place = begins[e] as number;
      begins[e] = place + 1;
      pairs[place] = at;
      fr[place] = f;
    }
  }
  return { starts: ends, pairs, fr };
}

function fromEnglish(
  { enGivenFr, frGivenEn }: LexiconPairs,
  { starts, pairs, fr }: ByEnglish,
  stem: StemId,
): readonly Translation[] {
  const found: Translation[] = [];
  for (let place = starts[stem] ?? 0; place < (starts[stem + 1] ?? 0); place++) {
    const at = pairs[place] as number;
    found.push({
      stem: fr[place] as number,
      forth: (frGivenEn[at] as number) / CERTAIN,
      back: (enGivenFr[at] as number) / CERTAIN,
    });
  }
  return found.sort((a, b) => b.forth - a.forth || a.stem - b.stem);
}
