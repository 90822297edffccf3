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
  const values: TextValue[] = findDates(text, language).map((date) => ({
    kind: 'date',
    ...placed(text, date),
    value: isoDate(date),
    date,
  }));
  for (const time of findTimes(text, language)) {
    if (values.some((value) => overlap(value, time))) continue;
    const value = `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;
    values.push({ kind: 'time', ...placed(text, time), value, time });
  }
  const found = values.sort((a, b) => a.start - b.start);
  return mergeNumbers(found, text, language);
}

/** Adds the numbers that are part of no date or time; both lists are in order of place, so one walk does it. */
function mergeNumbers(found: readonly TextValue[], text: string, language: Language): readonly TextValue[] {
  const merged: TextValue[] = [];
  let next = 0;
  for (const token of tokenize(text, language)) {
    if (token.kind !== 'number') continue;
    for (let value = found[next]; value !== undefined && value.end <= token.start; value = found[++next]) {
      merged.push(value);
    }
    const holder = found[next];
    if (holder !== undefined && overlap(holder, token)) continue;
    const { ambiguous } = readNumberForm(text, token.start, language);
    merged.push({ kind: 'number', ...placed(text, token), value: token.norm, ambiguous });
  }
  return [...merged, ...found.slice(next)];
}

function placed(text: string, { start, end }: { readonly start: number; readonly end: number }) {
  return { start, end, text: text.slice(start, end) };
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end;
}
