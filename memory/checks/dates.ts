import type { TextValue } from '../text/numbers.ts';
import type { Found, Subject } from './check.ts';
import { onWhole, saying } from './check.ts';
import { type Quantities, quantitiesOf } from './quantities.ts';

type DateValue = TextValue & { readonly kind: 'date' };
type TimeValue = TextValue & { readonly kind: 'time' };

/** Dates of the source that the target has not, with the target’s own dates named. */
export function differingDates(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  const held = target.values.filter(isDate);
  const said = quantitiesOf(target);
  const lost = source.values
    .filter(isDate)
    .filter((date) => !held.some((other) => agree(date, other)) && !saysDay(said, date));
  if (lost.length === 0) return [];
  const extra = held.find((date) => !source.values.filter(isDate).some((other) => agree(date, other)));
  const dates = lost.map(({ text }) => text);
  if (extra === undefined) return [onWhole(subject, 'date-missing', dates)];
  return [{ ...saying('date-differs', dates, extra.text), start: extra.start, end: extra.end }];
}

/** Times of day of the source that the target has not, on either clock. */
export function differingTimes(subject: Subject): readonly Found[] {
  const { source, target } = subject;
  const times = source.values.filter(isTime);
  if (times.length === 0) return [];
  const held = target.values.filter(isTime);
  const said = quantitiesOf(target);
  const lost = times.filter(({ time }) => {
    const clock = held.some(({ time: other }) => other.minute === time.minute && other.hour % 12 === time.hour % 12);
    return (
      !clock && !(time.minute === 0 && (said.says(`${time.hour}`, false) || said.says(`${time.hour % 12}`, false)))
    );
  });
  if (lost.length === 0) return [];
  const missing = lost.map(({ text }) => text);
  const extra = held[0];
  if (extra === undefined) return [onWhole(subject, 'time-missing', missing)];
  return [{ ...saying('time-differs', missing, extra.text), start: extra.start, end: extra.end }];
}

function isDate(value: TextValue): value is DateValue {
  return value.kind === 'date';
}

function isTime(value: TextValue): value is TimeValue {
  return value.kind === 'time';
}

/** Whether two dates may be one: what both print is the same. */
function agree({ date: a }: DateValue, { date: b }: DateValue): boolean {
  const same = (one: number | undefined, other: number | undefined) =>
    one === undefined || other === undefined || one === other;
  return a.month === b.month && same(a.day, b.day) && same(a.year, b.year);
}

/** Whether the target has the day, or without one the year, as a number: months go missing in “le 25”. */
function saysDay(said: Quantities, { date: { day, year } }: DateValue): boolean {
  return said.says(`${day ?? year}`, false);
}
