import type { Language } from '../model/language.ts';
import { stripAccents } from './normalize.ts';

export const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

export const SHORT_MONTHS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'janv févr mars avr mai juin juil août sept oct nov déc'.split(' '),
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
};

export const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche'.split(' '),
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' '),
};

const MONTH_NUMBERS: Readonly<Record<Language, ReadonlyMap<string, number>>> = {
  fr: monthNumbers('fr'),
  en: monthNumbers('en').set('sept', 9),
};

/** Alternatives for a regular expression: the months' names and short forms, with and without accents. */
export function monthPattern(language: Language): string {
  return `(?:${[...MONTH_NUMBERS[language].keys()].sort((a, b) => b.length - a.length).join('|')})\\b\\.?`;
}

export function weekdayPattern(language: Language): string {
  return `(?:${WEEKDAYS[language].join('|')})`;
}

/** 1–12, from a name as it is printed. */
export function monthNumber(name: string, language: Language): number | undefined {
  return MONTH_NUMBERS[language].get(name.toLowerCase().replace(/\.$/, ''));
}

/** 0 for Monday to 6 for Sunday, from a name as it is printed. */
export function weekdayNumber(name: string, language: Language): number | undefined {
  const index = WEEKDAYS[language].findIndex((weekday) => weekday.toLowerCase() === name.toLowerCase());
  return index < 0 ? undefined : index;
}

/**
 * The time that a day, month or year takes in UTC: the first moment, and the first after it.
 * @param date as ISO 8601: `2021-11-25`, `2021-11`, `2021`
 */
export function timeOf(date: string): { readonly from: Date; readonly before: Date } {
  const [year = 0, month, day] = date.split('-').map(Number);
  const moment = (days: number, months: number, years: number) =>
    new Date(Date.UTC(year + years, (month ?? 1) - 1 + months, (day ?? 1) + days));
  const steps = [day !== undefined, day === undefined && month !== undefined, month === undefined].map(Number);
  return { from: moment(0, 0, 0), before: moment(steps[0] ?? 0, steps[1] ?? 0, steps[2] ?? 0) };
}

/** Whether there is such a day; of 29 February, whether there could be one when the year is not known. */
export function isDay(day: number, month: number, year?: number): boolean {
  const leap = year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0));
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return Number.isInteger(day) && day >= 1 && day <= (lengths[month - 1] ?? 0);
}

function monthNumbers(language: Language): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const names of [MONTHS[language], SHORT_MONTHS[language]]) {
    names.forEach((name, index) => {
      numbers.set(name.toLowerCase(), index + 1);
      numbers.set(stripAccents(name.toLowerCase()), index + 1);
    });
  }
  return numbers;
}
