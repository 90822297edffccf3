import type { Language } from '../model/language.ts';
import type { PartialDate } from '../model/provenance.ts';
import { isDay, monthNumber, monthPattern, weekdayNumber, weekdayPattern } from './calendar.ts';

/** A date found in a text. */
export interface DateForm {
  readonly start: number;
  readonly end: number;
  readonly day?: number;
  /** 1–12. */
  readonly month: number;
  readonly year?: number;
  /** The day of the week printed with it, 0 for Monday to 6. */
  readonly weekday?: number;
  /** How it is printed: with the month's name, or in digits. */
  readonly style: 'named' | 'iso' | 'slashes';
}

const YEAR = '(?<year>[12]\\d{3})(?!\\d|[-/]\\d)';

/** Neither inside a word or number nor at the end of a date in digits. */
const BEFORE = '(?<![\\p{L}\\d]|\\d[-/])';
const AFTER = '(?![\\p{L}\\d])';

/** A date with the name of its month, as it is printed in running text. */
const NAMED: Readonly<Record<Language, RegExp>> = {
  fr: new RegExp(
    `${BEFORE}(?:(?<weekday>${weekdayPattern('fr')}) )?(?:(?<day>\\d{1,2})(?:er)? )?` +
      `(?<month>${monthPattern('fr')})(?: ${YEAR})?${AFTER}`,
    'giu',
  ),
  en: new RegExp(
    `${BEFORE}(?:(?<weekday>${weekdayPattern('en')}),? )?` +
      `(?:(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)?(?: of)? (?<month>${monthPattern('en')})` +
      `|(?<monthFirst>${monthPattern('en')})(?: (?<dayAfter>\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[-/:.]\\d))?)` +
      `(?:,? ${YEAR})?${AFTER}`,
    'giu',
  ),
};
const DIGITS =
  /(?<![\d/-])(?:(?<year>[12]\d{3})-(?<month>\d{2})(?:-(?<day>\d{2}))?|(?<dayFirst>\d{1,2})\/(?<monthSecond>\d{1,2})\/(?<yearLast>[12]\d{3}))(?![\d/-])/g;

/** The dates in a text, in order; a month's name alone, with no day and no year, is none. */
export function findDates(text: string, language: Language): readonly DateForm[] {
  const spaced = text.replace(/[\u00a0\u202f\u2009]/g, ' ');
  const dates = [...namedDates(spaced, language), ...digitDates(spaced, language)];
  let end = 0;
  return dates
    .sort((a, b) => a.start - b.start)
    .filter((date) => {
      const free = date.start >= end;
      if (free) end = date.end;
      return free;
    });
}

/** A date that is the whole of a text, with its year; in digits, only where all the languages it may be in read it alike. */
export function dateOf(text: string, languages: readonly Language[]): PartialDate | undefined {
  const read = languages.map((language) => wholeDate(text, language));
  const date = read.find((found) => found !== undefined);
  const unclear = date?.style === 'slashes' && read.includes(undefined);
  return date === undefined || unclear ? undefined : isoDate(date);
}

function wholeDate(text: string, language: Language): DateForm | undefined {
  const date = findDates(text, language)[0];
  return date?.start === 0 && date.end === text.length && date.year !== undefined ? date : undefined;
}

/** `2021-11-25`, `2021-11`; without a year `--11-25`, as ISO 8601 once had it. */
export function isoDate(date: Pick<DateForm, 'day' | 'month' | 'year'>): PartialDate {
  const day = date.day === undefined ? '' : `-${twoDigits(date.day)}`;
  return `${date.year ?? '-'}-${twoDigits(date.month)}${day}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function namedDates(text: string, language: Language): DateForm[] {
  const dates: DateForm[] = [];
  for (const found of text.matchAll(NAMED[language])) {
    const groups = found.groups ?? {};
    const name = groups['month'] ?? groups['monthFirst'] ?? '';
    const month = monthNumber(name, language);
    const day = numberOf(groups['day'] ?? groups['dayAfter']);
    const year = numberOf(groups['year']);
    if (month === undefined || (day === undefined && year === undefined)) continue;
    if (day !== undefined && !isDay(day, month, year)) continue;
    // “May 2021” and “may” the verb: a month in English has its capital.
    if (language === 'en' && !/^\p{Lu}/u.test(name)) continue;
    dates.push(
      dateForm(found, 'named', { month, day, year, weekday: weekdayNumber(groups['weekday'] ?? '', language) }),
    );
  }
  return dates;
}

function digitDates(text: string, language: Language): DateForm[] {
  const dates: DateForm[] = [];
  for (const found of text.matchAll(DIGITS)) {
    const groups = found.groups ?? {};
    const iso = groups['year'] !== undefined;
    const month = numberOf(groups['month'] ?? groups['monthSecond']) ?? 0;
    const day = numberOf(groups['day'] ?? groups['dayFirst']);
    const year = numberOf(groups['year'] ?? groups['yearLast']);
    // In English 11/12/2021 is one day in London and another in New York.
    const unclear = !iso && language === 'en' && (day ?? 0) <= 12 && day !== month;
    if (unclear || month < 1 || month > 12 || (day !== undefined && !isDay(day, month, year))) continue;
    dates.push(dateForm(found, iso ? 'iso' : 'slashes', { month, day, year, weekday: undefined }));
  }
  return dates;
}

/** The parts of a date as they were read. */
interface Parts {
  readonly month: number;
  readonly day: number | undefined;
  readonly year: number | undefined;
  readonly weekday: number | undefined;
}

function dateForm(found: RegExpExecArray, style: DateForm['style'], { month, day, year, weekday }: Parts): DateForm {
  return {
    start: found.index,
    end: found.index + found[0].length,
    month,
    style,
    ...(day === undefined ? {} : { day }),
    ...(year === undefined ? {} : { year }),
    ...(weekday === undefined ? {} : { weekday }),
  };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}
