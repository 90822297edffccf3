import type { PartialDate } from '../../memory/model/provenance.ts';
import type { InterfaceLanguage } from './language.ts';

/** How a language writes numbers, dates and lists, and which form a noun takes after a number. */
export interface Formats {
  /** `1,204`; `1 204`. */
  number(value: number): string;
  /** A whole percentage, given as such: `45 %`. */
  percent(value: number): string;
  /** A number with the form of a noun that it takes: `1 unit`, `1,204 units`; `0 unité`, `2 unités`. */
  counted(value: number, one: string, other: string): string;
  /** The form alone, where the number stands elsewhere. */
  form(value: number, one: string, other: string): string;
  /** A date at the precision known: `25 November 2021`, `November 2021`, `2021`. Anything else is given back as it is. */
  partialDate(date: PartialDate): string;
  /** The day of a moment, in UTC: `25 November 2021`. */
  day(instant: string): string;
  /** A day without its year, where there is little room: `25 Nov`. */
  shortDay(date: string): string;
  /** A moment to the minute, in the time zone of whoever reads: `25 November 2021 at 14:05`. */
  moment(instant: string): string;
  /** `French`, `Canadian French`; `français`, `français canadien`. */
  languageName(tag: string): string;
  /** `a, b and c`; `a, b et c`. */
  list(words: readonly string[]): string;
  /** The same with each in quotation marks, none twice. */
  quoted(words: readonly string[]): string;
}

const LOCALES: Readonly<Record<InterfaceLanguage, string>> = { en: 'en-GB', fr: 'fr-FR' };
const MARKS: Readonly<Record<InterfaceLanguage, (word: string) => string>> = {
  en: (word) => `“${word}”`,
  fr: (word) => `«\u00A0${word}\u00A0»`,
};

export function formatsIn(language: InterfaceLanguage): Formats {
  const locale = LOCALES[language];
  const numbers = new Intl.NumberFormat(locale);
  const plurals = new Intl.PluralRules(locale);
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const moments = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });

  const shortDays = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', month: 'short', day: 'numeric' });

  const number = (value: number) => numbers.format(value);
  // French has a third form, for round millions in words; after figures it is the common one.
  const form = (value: number, one: string, other: string) => (plurals.select(value) === 'one' ? one : other);
  const partialDate = (date: PartialDate) => {
    const [year, month, day] = date.split('-');
    const moment = new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
    if (year === undefined || Number.isNaN(moment.getTime())) return date;
    return new Intl.DateTimeFormat(locale, {
      timeZone: 'UTC',
      year: 'numeric',
      ...(month !== undefined && { month: 'long' }),
      ...(day !== undefined && { day: 'numeric' }),
    }).format(moment);
  };
  const list = (words: readonly string[]) => lists.format(words);
  return {
    number,
    percent: (value) => `${number(value)}\u202F%`,
    counted: (value, one, other) => `${number(value)} ${form(value, one, other)}`,
    form,
    partialDate,
    day: (instant) => partialDate(instant.slice(0, 10)),
    shortDay: (date) => shortDays.format(new Date(date)),
    moment: (instant) => moments.format(new Date(instant)),
    languageName: (tag) => languages.of(tag) ?? tag,
    list,
    quoted: (words) => list([...new Set(words)].map(MARKS[language])),
  };
}
