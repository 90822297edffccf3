import type { PartialDate } from '../../memory/model/provenance.ts';

const NUMBERS = new Intl.NumberFormat('en-GB');

export function formatNumber(value: number): string {
  return NUMBERS.format(value);
}

/** `1 unit`, `1,204 units`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${formatNumber(value)} ${value === 1 ? one : many}`;
}

/** A date at the precision known: `25 November 2021`, `November 2021`, `2021`. Anything else is given back as it is. */
export function formatPartialDate(date: PartialDate): string {
  const [year, month, day] = date.split('-');
  const moment = new Date(`${date}${'-01-01'.slice(date.length - 4)}T00:00:00Z`);
  if (year === undefined || Number.isNaN(moment.getTime())) return date;
  return new Intl.DateTimeFormat('en-GB', {
    timeZone: 'UTC',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(moment);
}

/** The day of a moment, in UTC: `25 November 2021`. */
export function formatDay(instant: string): string {
  return formatPartialDate(instant.slice(0, 10));
}

/** A moment to the minute, in UTC: `25 November 2021, 14:05 UTC`. */
export function formatTime(instant: string): string {
  return `${formatDay(instant)}, ${instant.slice(11, 16)} UTC`;
}

const LANGUAGE_NAMES = new Intl.DisplayNames(['en'], { type: 'language' });

/** `French`, `Canadian French`. */
export function languageName(tag: string): string {
  return LANGUAGE_NAMES.of(tag) ?? tag;
}
