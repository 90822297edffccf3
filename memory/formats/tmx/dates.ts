import type { Instant } from '../../model/unit.ts';

/** ISO 8601 in the basic form that TMX asks for, and in the extended form that some tools write all the same. */
const DATE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?Z?)?$/;

/** The moment of a TMX date, to the second; `undefined` for what is no date. A day alone is its midnight in UTC. */
export function instantFromTmx(date: string | undefined): Instant | undefined {
  const parts = DATE.exec(date?.trim() ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  // A day that is not in the calendar (31 April) is moved to one that is.
  const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const isThere = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  if (!isThere || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  return `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
}

/** `2026-01-02T03:04:05.678Z` as `20260102T030405Z`: TMX knows no parts of a second. */
export function tmxFromInstant(instant: Instant | undefined): string | undefined {
  return instant?.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
}
