/**
 * The Snowball stemmer for English (Porter2), written from its published description
 * (https://snowballstem.org/algorithms/english/stemmer.html). A y that is a consonant is held as Y while it runs.
 */
import { endingsOf, longestEnding } from './endings.ts';

const EXCEPTIONS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ['sky', 'sky'],
  ['news', 'news'],
  ['howe', 'howe'],
  ['atlas', 'atlas'],
  ['cosmos', 'cosmos'],
  ['bias', 'bias'],
  ['andes', 'andes'],
]);

/** Left as they are once the plural is off. */
const FINISHED = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed']);

/** The stem of an English word given in lower case, with straight apostrophes. */
export function stemEnglish(given: string): string {
  if (given.length <= 2) return given;
  const exception = EXCEPTIONS.get(given);
  if (exception !== undefined) return exception;

  let word = markConsonants(given.replace(/^'/, ''));
  const r1 = firstRegion(word);
  const r2 = regionAfter(word, r1);
  word = removePlural(word.replace(/'s?'?$|'s'$/, ''));
  if (FINISHED.has(word)) return word;
  word = removePastOrGerund(word, r1);
  word = word.replace(/(.[^aeiouy])[yY]$/, '$1i');
  word = shorten(word, LONG_ENDINGS, LONG, r1, r2);
  word = shorten(word, MIDDLE_ENDINGS, MIDDLE, r1, r2);
  word = removeLastSuffix(word, r2);
  return removeFinalLetter(word, r1, r2).toLowerCase();
}

function isVowel(letter: string | undefined): boolean {
  return letter !== undefined && letter !== '' && 'aeiouy'.includes(letter);
}

function markConsonants(word: string): string {
  return word.includes('y') ? word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y') : word;
}

function firstRegion(word: string): number {
  const start = /^(?:gener|commun|arsen)/.exec(word)?.[0];
  return start === undefined ? regionAfter(word, 0) : start.length;
}

/** After the first consonant that follows a vowel at or after `from`. */
function regionAfter(word: string, from: number): number {
  for (let index = from + 1; index < word.length; index++) {
    if (!isVowel(word[index]) && isVowel(word[index - 1])) return index + 1;
  }
  return word.length;
}

function hasVowel(text: string): boolean {
  return /[aeiouy]/.test(text);
}

function endsInShortSyllable(word: string): boolean {
  return /[^aeiouy][aeiouy][^aeiouywxY]$/.test(word) || /^[aeiouy][^aeiouy]$/.test(word);
}

function isShort(word: string, r1: number): boolean {
  return r1 >= word.length && endsInShortSyllable(word);
}

/** Step 1a. */
function removePlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  if (/ie[ds]$/.test(word)) return word.slice(0, word.length > 4 ? -2 : -1);
  if (/(?:us|ss)$/.test(word)) return word;
  return /[aeiouy].+s$/.test(word) ? word.slice(0, -1) : word;
}

const PAST_ENDINGS = endingsOf('eed eedly ed edly ing ingly');

/** Step 1b. */
function removePastOrGerund(word: string, r1: number): string {
  const ending = longestEnding(word, PAST_ENDINGS);
  if (ending === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (ending.startsWith('eed')) return rest.length >= r1 ? `${rest}ee` : word;
  if (!hasVowel(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1);
  return isShort(rest, r1) ? `${rest}e` : rest;
}

/** What takes the place of an ending, and where it may. */
interface Replacement {
  readonly by: string;
  /** The ending must stand in R2, not just in R1. */
  readonly second?: true;
  /** What must stand before it. */
  readonly after?: RegExp;
}

/** Step 2. */
const LONG: ReadonlyMap<string, Replacement> = new Map([
  ['tional', { by: 'tion' }],
  ['enci', { by: 'ence' }],
  ['anci', { by: 'ance' }],
  ['abli', { by: 'able' }],
  ['entli', { by: 'ent' }],
  ['izer', { by: 'ize' }],
  ['ization', { by: 'ize' }],
  ['ational', { by: 'ate' }],
  ['ation', { by: 'ate' }],
  ['ator', { by: 'ate' }],
  ['alism', { by: 'al' }],
  ['aliti', { by: 'al' }],
  ['alli', { by: 'al' }],
  ['fulness', { by: 'ful' }],
  ['ousli', { by: 'ous' }],
  ['ousness', { by: 'ous' }],
  ['iveness', { by: 'ive' }],
  ['iviti', { by: 'ive' }],
  ['biliti', { by: 'ble' }],
  ['bli', { by: 'ble' }],
  ['fulli', { by: 'ful' }],
  ['lessli', { by: 'less' }],
  ['ogi', { by: 'og', after: /l$/ }],
  ['li', { by: '', after: /[cdeghkmnrt]$/ }],
]);
const LONG_ENDINGS = endingsOf([...LONG.keys()].join(' '));

/** Step 3. */
const MIDDLE: ReadonlyMap<string, Replacement> = new Map([
  ['tional', { by: 'tion' }],
  ['ational', { by: 'ate' }],
  ['alize', { by: 'al' }],
  ['icate', { by: 'ic' }],
  ['iciti', { by: 'ic' }],
  ['ical', { by: 'ic' }],
  ['ful', { by: '' }],
  ['ness', { by: '' }],
  ['ative', { by: '', second: true as const }],
]);
const MIDDLE_ENDINGS = endingsOf([...MIDDLE.keys()].join(' '));

/** Steps 2 and 3: the longest ending, if it stands in its region, makes way for a shorter one. */
function shorten(
  word: string,
  endings: ReturnType<typeof endingsOf>,
  rules: ReadonlyMap<string, Replacement>,
  r1: number,
  r2: number,
): string {
  const ending = longestEnding(word, endings);
  const rule = ending === undefined ? undefined : rules.get(ending);
  if (ending === undefined || rule === undefined) return word;
  const rest = word.slice(0, -ending.length);
  if (rest.length < (rule.second ? r2 : r1)) return word;
  return rule.after === undefined || rule.after.test(rest) ? rest + rule.by : word;
}

const LAST_ENDINGS = endingsOf('al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize ion');

/** Step 4. */
function removeLastSuffix(word: string, r2: number): string {
  const ending = longestEnding(word, LAST_ENDINGS);
  if (ending === undefined || word.length - ending.length < r2) return word;
  const rest = word.slice(0, -ending.length);
  return ending === 'ion' && !/[st]$/.test(rest) ? word : rest;
}

/** Step 5. */
function removeFinalLetter(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1);
  if (word.endsWith('e') && (rest.length >= r2 || (rest.length >= r1 && !endsInShortSyllable(rest)))) return rest;
  return word.endsWith('ll') && rest.length >= r2 ? rest : word;
}
