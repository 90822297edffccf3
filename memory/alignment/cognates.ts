import type { Link } from './links.ts';
import { isSpelt, type Side, type Word } from './vocabulary.ts';

/** How likely two equal words are translations of each other. */
const SAME = 0.8;
/** Below this ratio likeness is chance (Melamed 1999 finds 0.58 for French and English). */
const LEAST_RATIO = 0.58;
/** Shorter words are alike by chance. */
const LEAST_LENGTH = 4;
/** Words compared with one word at most, so that a hostile vocabulary costs no more than a large one. */
const COMPARED = 600;

/**
 * Links between words that look alike: equal names, numbers, marks and credit notes, and cognates. A word that the other
 * side has as it is has no other cognate; two letters at the head of cognates must agree.
 */
export function surfaceLinks(fr: Side, en: Side): Link[] {
  const equals = new Map(en.words.map((word, e) => [identityOf(word), e]));
  const heads = byHead(en.words);
  const pairs: { fr: number; en: number; weight: number }[] = [];
  const sumFr = new Float64Array(fr.words.length);
  const sumEn = new Float64Array(en.words.length);
  const add = (f: number, e: number, weight: number) => {
    if (weight === 0) return;
    pairs.push({ fr: f, en: e, weight });
    sumFr[f] = (sumFr[f] ?? 0) + weight;
    sumEn[e] = (sumEn[e] ?? 0) + weight;
  };
  fr.words.forEach((word, f) => {
    const equal = equals.get(identityOf(word));
    if (equal !== undefined) add(f, equal, SAME);
    else if (isSpelt(word)) for (const [e, other] of heads.get(headOf(word)) ?? []) add(f, e, likeness(word, other));
  });
  return pairs.map(({ fr: f, en: e, weight }) => ({
    fr: f,
    en: e,
    enGivenFr: weight / Math.max(1, sumFr[f] ?? 0),
    frGivenEn: weight / Math.max(1, sumEn[e] ?? 0),
  }));
}

/** Equal for words that may stand for the same in both languages. A name in one can be a common word in the other. */
function identityOf(word: Word): string {
  return isSpelt(word) ? `word ${word.folded}` : `${word.class} ${word.key}`;
}

function headOf(word: Word): string {
  return word.folded.slice(0, 2);
}

function byHead(words: readonly Word[]): Map<string, [index: number, word: Word][]> {
  const heads = new Map<string, [number, Word][]>();
  words.forEach((word, index) => {
    if (!isSpelt(word)) return;
    const list = heads.get(headOf(word)) ?? [];
    if (list.length < COMPARED) list.push([index, word]);
    heads.set(headOf(word), list);
  });
  return heads;
}

/** How likely two different words of one head are cognates, by their looks, 0–1. */
function likeness(a: Word, b: Word): number {
  const [shorter, longer] = a.folded.length < b.folded.length ? [a.folded, b.folded] : [b.folded, a.folded];
  if (shorter.length < LEAST_LENGTH || shorter.length / longer.length < LEAST_RATIO) return 0;
  const ratio = commonSubsequenceRatio(a.folded, b.folded);
  return ratio <= LEAST_RATIO ? 0 : (SAME * (ratio - LEAST_RATIO)) / (1 - LEAST_RATIO);
}

/**
 * Length of the longest common subsequence over the length of the longer word, 0–1: what cognates have in common
 * (Melamed 1999, “Bitext Maps and Alignment via Pattern Recognition”).
 */
function commonSubsequenceRatio(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0 || a === b) return longer === 0 ? 0 : 1;
  let previous = new Uint16Array(b.length + 1);
  let current = new Uint16Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      current[j + 1] =
        a.charCodeAt(i) === b.charCodeAt(j) ? (previous[j] ?? 0) + 1 : Math.max(previous[j + 1] ?? 0, current[j] ?? 0);
    }
    [previous, current] = [current, previous];
  }
  return (previous[b.length] ?? 0) / longer;
}
