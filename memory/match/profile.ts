import { contentKey, contentText, type InlineContent } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import { monthNumber, weekdayNumber } from '../text/calendar.ts';
import { findDates } from '../text/dates.ts';
import { type Token, tokenize } from '../text/tokenize.ts';

/** How often each of some strings occurs. */
export type Bag = ReadonlyMap<string, number>;

/** A text made ready to be compared with many. */
export interface Profile {
  readonly content: InlineContent;
  readonly language: Language;
  readonly text: string;
  /** Two contents are identical when their keys are. */
  readonly key: string;
  readonly tokens: readonly Token[];
  /** What the distance is counted over, in order: words and numbers; the marks of a text that has neither. */
  readonly forms: readonly string[];
  readonly stems: readonly string[];
  readonly formBag: Bag;
  readonly stemBag: Bag;
  /** The values of the numbers, in order. */
  readonly numbers: readonly string[];
}

/**
 * The form of every number, and of the month and weekday of a date: which one it is counts among the small
 * differences. No word has this form.
 */
const NUMBER = '#';

/** Reads a content in its language for {@link grossRate}. */
export function profileOf(content: InlineContent, language: Language): Profile {
  const text = contentText(content);
  const tokens = tokenize(text, language);
  const { forms, stems, numbers } = compared(text, tokens, language);
  return {
    content,
    language,
    text,
    key: contentKey(content),
    tokens,
    forms,
    stems,
    formBag: bagOf(forms),
    stemBag: bagOf(stems),
    numbers,
  };
}

/** What {@link profileOf} counts distances over and the numbers, for an index of many texts. */
export function comparedWords(text: string, language: Language): Pick<Profile, 'forms' | 'stems' | 'numbers'> {
  return compared(text, tokenize(text, language), language);
}

/** What no database keeps as it is: words are looked for as they come back from it. */
const LONE_SURROGATE = /\p{Surrogate}/u;

function withoutLoneSurrogates(word: string): string {
  return word.replaceAll(/\p{Surrogate}/gu, '\ufffd');
}

function compared(text: string, tokens: readonly Token[], language: Language): ReturnType<typeof comparedWords> {
  const words = tokens.filter((token) => token.kind !== 'punctuation');
  const basis = words.length > 0 ? words : tokens;
  const isNumber = numberTest(text, language);
  const whole = LONE_SURROGATE.test(text) ? withoutLoneSurrogates : (word: string) => word;
  const forms = basis.map((token) => (isNumber(token) ? NUMBER : whole(token.norm)));
  const stems = basis.map((token) => (isNumber(token) ? NUMBER : whole(token.stem)));
  return { forms, stems, numbers: words.filter(isNumber).map((token) => token.norm) };
}

/** Tells numbers and what stands for one: the names in `mardi 23 novembre 2021`, but not `novembre` alone. */
function numberTest(text: string, language: Language): (token: Token) => boolean {
  const dates = /\d/.test(text) ? findDates(text, language).filter((date) => date.style === 'named') : [];
  if (dates.length === 0) return (token) => token.kind === 'number';
  const names = new Set<number>();
  for (const date of dates) for (let at = date.start; at < date.end; at++) names.add(at);
  return (token) =>
    token.kind === 'number' ||
    (names.has(token.start) &&
      (monthNumber(token.norm, language) !== undefined || weekdayNumber(token.norm, language) !== undefined));
}

/** How many strings two bags have in common, each as often as it is in both. */
export function overlap(a: Bag, b: Bag): number {
  if (a.size > b.size) return overlap(b, a);
  let shared = 0;
  for (const [string, count] of a) shared += Math.min(count, b.get(string) ?? 0);
  return shared;
}

export function bagOf(strings: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const string of strings) bag.set(string, (bag.get(string) ?? 0) + 1);
  return bag;
}
