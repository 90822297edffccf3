import type { Link } from './links.ts';
import { isSpelt, type Side, type Word } from './vocabulary.ts';

/** How likely two equal words, by class, are translations of each other. */
const SAME = 0.8;
/** Below this ratio likeness is chance (Melamed 1999 finds 0.58 for French and English). */
const LEAST_RATIO = 0.58;
/** Shorter words are alike by chance. */
const LEAST_LENGTH = 4;
/** Words compared with one word at most, so that a hostile vocabulary costs no more than a large one. */
const COMPARED = 400;

/**
 * Links between words that look alike: equal names, numbers, marks and credit notes, and cognates. Two letters at the
 * head of a word must agree.
 */
export function surfaceLinks(fr: Side, en: Side): Link[] {
  const heads = new Map<string, number[]>();
  en.words.forEach((word, id) => {
    const head = headOf(word);
    const list = heads.get(head);
    if (list === undefined) heads.set(head, [id]);
    else list.push(id);
  });
  const pairs: { fr: number; en: number; weight: number }[] = [];
  const sumFr = new Float64Array(fr.words.length);
  const sumEn = new Float64Array(en.words.length);
  fr.words.forEach((word, f) => {
    const candidates = heads.get(headOf(word)) ?? [];
    for (const e of candidates.slice(0, COMPARED)) {
      const other = en.words[e];
      const weight = other === undefined ? 0 : likeness(word, other);
      if (weight === 0) continue;
      pairs.push({ fr: f, en: e, weight });
      sumFr[f] = (sumFr[f] ?? 0) + weight;
      sumEn[e] = (sumEn[e] ?? 0) + weight;
    }
  });
  return pairs.map(({ fr: f, en: e, weight }) => ({
    fr: f,
    en: e,
    enGivenFr: weight / Math.max(1, sumFr[f] ?? 0),
    frGivenEn: weight / Math.max(1, sumEn[e] ?? 0),
  }));
}

/** Words with one head are compared with each other; numbers, marks and credit notes only with their equals. */
function headOf(word: Word): string {
  return isSpelt(word) ? word.folded.slice(0, 2) : `${word.class} ${word.key}`;
}

/** How likely two words of one head are translations, by their looks, 0–1. */
function likeness(a: Word, b: Word): number {
  if (!isSpelt(a)) return SAME;
  if (a.folded === b.folded) return SAME;
  const [shorter, longer] = a.folded.length < b.folded.length ? [a.folded, b.folded] : [b.folded, a.folded];
  if (shorter.length < LEAST_LENGTH || shorter.length / longer.length < LEAST_RATIO) return 0;
  const ratio = commonSubsequenceRatio(a.folded, b.folded);
  return ratio <= LEAST_RATIO ? 0 : (SAME * (ratio - LEAST_RATIO)) / (1 - LEAST_RATIO);
}

/**
 * Length of the longest common subsequence over the length of the longer word, 0–1: what cognates have in common
 * (Melamed 1999, “Bitext Maps and Alignment via Pattern Recognition”).
 */
export function commonSubsequenceRatio(a: string, b: string): number {
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
