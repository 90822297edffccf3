/**
 * The Snowball stemmer for French, written from its published description
 * (https://snowballstem.org/algorithms/french/stemmer.html). Letters the algorithm treats as consonants are held in
 * capitals while it runs: U and I between vowels, U after q, Y beside a vowel; H marks the diaeresis of ë and ï.
 */

import { endingsOf, longestEnding } from './endings.ts';

const VOWELS = 'aeiouyâàëéêèïîôûù';

/** A word on its way to its stem, with the regions in which the algorithm allows a suffix to go. */
interface Work {
  word: string;
  /** Where the regions RV, R1 and R2 begin; a suffix is in a region when it starts at or after it. */
  readonly rv: number;
  readonly r1: number;
  readonly r2: number;
}

/** The stem of a French word given in lower case, composed, without elided article. */
export function stemFrench(word: string): string {
  const marked = markConsonants(word);
  const r1 = regionAfter(marked, 0);
  const work: Work = { word: marked, rv: verbRegion(marked), r1, r2: regionAfter(marked, r1) };
  if (removeStandardSuffix(work) || removeVerbSuffixInI(work) || removeVerbSuffix(work)) {
    work.word = work.word.replace(/Y$/, 'i').replace(/ç$/, 'c');
  } else {
    removeResidualSuffix(work);
  }
  return unmark(unaccent(undouble(work.word)));
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && VOWELS.includes(letter);
}

function markConsonants(word: string): string {
  let marked = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word.charAt(index);
    // What was marked as a consonant is no vowel for the letter after it, hence the look at `marked`.
    const afterVowel = isVowel(marked.at(-1));
    const beforeVowel = isVowel(word.charAt(index + 1));
    if ((letter === 'u' || letter === 'i') && afterVowel && beforeVowel) marked += letter.toUpperCase();
    else if (letter === 'u' && marked.endsWith('q')) marked += 'U';
    else if (letter === 'y' && (afterVowel || beforeVowel)) marked += 'Y';
    else if (letter === 'ë') marked += 'He';
    else if (letter === 'ï') marked += 'Hi';
    else marked += letter;
  }
  return marked;
}

function unmark(word: string): string {
  return word.replaceAll('He', 'ë').replaceAll('Hi', 'ï').replaceAll('H', '').toLowerCase();
}

/** RV: after the third letter where the word starts with two vowels, else after the first vowel but the first letter. */
function verbRegion(word: string): number {
  if (isVowel(word[0]) && isVowel(word[1])) return Math.min(3, word.length);
  if (/^(par|col|tap)/.test(word)) return 3;
  for (let index = 1; index < word.length; index++) if (isVowel(word[index])) return index + 1;
  return word.length;
}

/** After the first consonant that follows a vowel at or after `from`. */
function regionAfter(word: string, from: number): number {
  for (let index = from + 1; index < word.length; index++) {
    if (!isVowel(word[index]) && isVowel(word[index - 1])) return index + 1;
  }
  return word.length;
}

/** Replaces an ending where it stands in a region; says whether it did. */
function replaceEnding(work: Work, ending: string, region: number, replacement = ''): boolean {
  const start = work.word.length - ending.length;
  if (start < region || !work.word.endsWith(ending)) return false;
  work.word = work.word.slice(0, start) + replacement;
  return true;
}

/** What step 1 does with each ending. */
const STANDARD_RULES: readonly { readonly endings: string; readonly apply: (work: Work, ending: string) => boolean }[] =
  [
    {
      endings: 'ance iqUe isme able iste eux ances iqUes ismes ables istes',
      apply: (work, ending) => replaceEnding(work, ending, work.r2),
    },
    {
      endings: 'atrice ateur ation atrices ateurs ations',
      apply: (work, ending) => replaceEnding(work, ending, work.r2) && afterIc(work),
    },
    { endings: 'logie logies', apply: (work, ending) => replaceEnding(work, ending, work.r2, 'log') },
    { endings: 'usion ution usions utions', apply: (work, ending) => replaceEnding(work, ending, work.r2, 'u') },
    { endings: 'ence ences', apply: (work, ending) => replaceEnding(work, ending, work.r2, 'ent') },
    { endings: 'ement ements', apply: (work, ending) => replaceEnding(work, ending, work.rv) && afterEment(work) },
    { endings: 'ité ités', apply: (work, ending) => replaceEnding(work, ending, work.r2) && afterIte(work) },
    { endings: 'if ive ifs ives', apply: (work, ending) => replaceEnding(work, ending, work.r2) && afterIf(work) },
    { endings: 'eaux', apply: (work, ending) => replaceEnding(work, ending, 0, 'eau') },
    { endings: 'aux', apply: (work, ending) => replaceEnding(work, ending, work.r1, 'al') },
    {
      endings: 'euse euses',
      apply: (work, ending) => replaceEnding(work, ending, work.r2) || replaceEnding(work, ending, work.r1, 'eux'),
    },
    { endings: 'issement issements', apply: removeIssement },
    // The last three leave the form of a verb, so the steps for verbs follow: they say that nothing was removed.
    { endings: 'amment', apply: (work, ending) => replaceEnding(work, ending, work.rv, 'ant') && false },
    { endings: 'emment', apply: (work, ending) => replaceEnding(work, ending, work.rv, 'ent') && false },
    { endings: 'ment ments', apply: removeMent },
  ];

const STANDARD_RULE = new Map(
  STANDARD_RULES.flatMap(({ endings, apply }) => endings.split(' ').map((ending) => [ending, apply] as const)),
);
const STANDARD_ENDINGS = endingsOf([...STANDARD_RULE.keys()].join(' '));

/** Step 1; says whether an ending was removed that leaves no verb. */
function removeStandardSuffix(work: Work): boolean {
  const ending = longestEnding(work.word, STANDARD_ENDINGS);
  if (ending === undefined) return false;
  return STANDARD_RULE.get(ending)?.(work, ending) ?? false;
}

function afterIc(work: Work): true {
  if (!replaceEnding(work, 'ic', work.r2)) replaceEnding(work, 'ic', 0, 'iqU');
  return true;
}

function afterIte(work: Work): true {
  const { r2 } = work;
  if (work.word.endsWith('abil')) {
    if (!replaceEnding(work, 'abil', r2)) replaceEnding(work, 'abil', 0, 'abl');
  } else if (work.word.endsWith('ic')) afterIc(work);
  else replaceEnding(work, 'iv', r2);
  return true;
}

function afterEment(work: Work): true {
  const { rv, r1, r2 } = work;
  if (work.word.endsWith('iv')) {
    if (replaceEnding(work, 'iv', r2)) replaceEnding(work, 'at', r2);
  } else if (work.word.endsWith('eus')) {
    if (!replaceEnding(work, 'eus', r2)) replaceEnding(work, 'eus', r1, 'eux');
  } else if (/(?:abl|iqU)$/.test(work.word)) replaceEnding(work, work.word.slice(-3), r2);
  else if (/[iI]èr$/.test(work.word)) replaceEnding(work, work.word.slice(-3), rv, 'i');
  return true;
}

function afterIf(work: Work): true {
  if (replaceEnding(work, 'at', work.r2)) afterIc(work);
  return true;
}

function removeIssement(work: Work, ending: string): boolean {
  const before = work.word.at(-ending.length - 1);
  return before !== undefined && !isVowel(before) && replaceEnding(work, ending, work.r1);
}

function removeMent(work: Work, ending: string): false {
  const vowelAt = work.word.length - ending.length - 1;
  if (vowelAt >= work.rv && isVowel(work.word[vowelAt])) replaceEnding(work, ending, 0);
  return false;
}

const VERB_ENDINGS_IN_I = endingsOf(
  'îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais ' +
    'issait issant issante issantes issants isse issent isses issez issiez issions issons it',
);

/** Step 2a: endings of verbs in -ir, after a consonant. */
function removeVerbSuffixInI(work: Work): boolean {
  const ending = longestEnding(work.word, VERB_ENDINGS_IN_I, work.rv);
  if (ending === undefined) return false;
  const before = work.word.length - ending.length - 1;
  const letter = work.word[before];
  if (before < work.rv || isVowel(letter) || letter === 'H') return false;
  return replaceEnding(work, ending, work.rv);
}

const VERB_ENDINGS = endingsOf(
  'ions é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez ' +
    'âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions',
);

/** Step 2b: endings of the other verbs. */
function removeVerbSuffix(work: Work): boolean {
  const ending = longestEnding(work.word, VERB_ENDINGS, work.rv);
  if (ending === undefined) return false;
  if (ending === 'ions') return replaceEnding(work, ending, work.r2);
  replaceEnding(work, ending, work.rv);
  if (ending.startsWith('a') || ending.startsWith('â')) replaceEnding(work, 'e', work.rv);
  return true;
}

const RESIDUAL_ENDINGS = endingsOf('ion ier ière Ier Ière e');

/** Step 4. */
function removeResidualSuffix(work: Work): void {
  if (/(?:[^aiouès]|Hi)s$/.test(work.word)) work.word = work.word.slice(0, -1);
  const ending = longestEnding(work.word, RESIDUAL_ENDINGS, work.rv);
  if (ending === 'ion') {
    if (/[st]ion$/.test(work.word.slice(work.rv))) replaceEnding(work, ending, work.r2);
  } else if (ending !== undefined) replaceEnding(work, ending, work.rv, ending === 'e' ? '' : 'i');
}

/** Step 5. */
function undouble(word: string): string {
  return /(?:enn|onn|ett|ell|eill)$/.test(word) ? word.slice(0, -1) : word;
}

/** Step 6: é and è lose their accent before the last consonants. */
function unaccent(word: string): string {
  return word.replace(/[éè](?=[^aeiouyâàëéêèïîôûù]+$)/, 'e');
}
