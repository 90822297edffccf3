import type { Instant } from '../../model/unit.ts';

/** ISO 8601 in the basic form that TMX asks for, and in the extended form that some tools write all the same. */
const DATE = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?Z?)?$/;

/** The moment of a TMX date, to the second; `undefined` for what is no date. A day alone is its midnight in UTC. */
export function instantFromTmx(date: string | undefined): Instant | undefined {
  const parts = DATE.exec(date?.trim() ?? '');
  if (!parts) return undefined;
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = parts;
  const instant = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  // A day that is not in the calendar (31 April) is moved by the parser and so does not come back as it was.
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds) || new Date(milliseconds).toISOString() !== instant) return undefined;
  return instant;
}

/** `2026-01-02T03:04:05.678Z` as `20260102T030405Z`: TMX knows no parts of a second. */
export function tmxFromInstant(instant: Instant | undefined): string | undefined {
  return instant?.replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
}
