import type { Language } from '../model/language.ts';
import { type DateForm, findDates, isoDate } from './dates.ts';
import { readNumberForm } from './number-form.ts';
import { findTimes, type TimeForm } from './times.ts';
import { tokenize } from './tokenize.ts';

/** A number, date or time of day in a text. */
export type TextValue = {
  readonly start: number;
  readonly end: number;
  /** As printed. */
  readonly text: string;
  /** The same in both languages: `1234.5`, `2021-11-25` (`--11-25` without a year), `14:30`. */
  readonly value: string;
} & (
  | { readonly kind: 'number'; readonly ambiguous: boolean }
  | { readonly kind: 'date'; readonly date: DateForm }
  | { readonly kind: 'time'; readonly time: TimeForm }
);

/** The numbers, dates and times of a text, in order, none inside another. */
export function findValues(text: string, language: Language): readonly TextValue[] {
  if (!/\d/.test(text)) return [];
  return addBetween(addBetween(datesIn(text, language), timesIn(text, language)), numbersIn(text, language));
}

function datesIn(text: string, language: Language): TextValue[] {
  return findDates(text, language).map((date) => ({ kind: 'date', ...placed(text, date), value: isoDate(date), date }));
}

function timesIn(text: string, language: Language): TextValue[] {
  return findTimes(text, language).map((time) => {
    const value = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
    return { kind: 'time', ...placed(text, time), value, time };
  });
}

function numbersIn(text: string, language: Language): TextValue[] {
  return tokenize(text, language)
    .filter((token) => token.kind === 'number')
    .map((token) => {
      const { ambiguous } = readNumberForm(text, token.start, language);
      return { kind: 'number', ...placed(text, token), value: token.norm, ambiguous };
    });
}

/** Adds to values those of others that overlap none of them; both are in order of place. */
function addBetween(values: readonly TextValue[], others: readonly TextValue[]): TextValue[] {
  const merged: TextValue[] = [];
  let next = 0;
  for (const other of others) {
    for (let value = values[next]; value !== undefined && value.end <= other.start; value = values[++next]) {
      merged.push(value);
    }
    const following = values[next];
    if (following === undefined || other.end <= following.start) merged.push(other);
  }
  return [...merged, ...values.slice(next)];
}

function placed(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { start, end, text: text.slice(start, end) };
}
