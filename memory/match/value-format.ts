import type { Language } from '../model/language.ts';
import { MONTHS, monthNumber, SHORT_MONTHS, WEEKDAYS, weekdayNumber } from '../text/calendar.ts';
import { isoDate } from '../text/dates.ts';
import type { TextValue } from '../text/numbers.ts';

/**
 * A value of the source written into the target in the place of another, in the way that other was written there.
 * @param held the value in the target that makes way
 * @returns `undefined` when there is more than one way to write it, or more than the value would have to change
 */
export function writeValue(value: TextValue, held: TextValue, language: Language): string | undefined {
  if (value.kind === 'number' && held.kind === 'number') return writeNumber(value, held.text, language);
  if (value.kind === 'date' && held.kind === 'date') return writeDate(value, held, language);
  if (value.kind === 'time' && held.kind === 'time') return writeTime(value, held.text, language);
  return undefined;
}

/** French parts thousands with a narrow no-break space where the text shows no other habit. */
const FRENCH_GROUP = '\u202f';

function writeNumber(value: TextValue, held: string, language: Language): string | undefined {
  if (!/^\d+(?:\.\d+)?$/.test(value.value)) return undefined;
  const [integer = ''] = value.value.split('.');
  const decimals = value.text.replace(/\D/g, '').slice(integer.length);
  const mark = language === 'fr' ? (/\d(\s)\d{3}/.exec(held)?.[1] ?? FRENCH_GROUP) : ',';
  const grouped = isGrouped(value.text, integer) || /^\d{1,3}(?:[\s,.]\d{3})+(?!\d)/.test(held);
  const whole = grouped ? integer.replace(/\B(?=(?:\d{3})+$)/g, mark) : integer;
  return decimals === '' ? whole : whole + (language === 'fr' ? ',' : '.') + decimals;
}

function isGrouped(printed: string, integer: string): boolean {
  return integer.length > 3 && !printed.startsWith(integer);
}

function writeDate(
  { date, value }: TextValue & { kind: 'date' },
  held: TextValue & { kind: 'date' },
  language: Language,
): string | undefined {
  const { day, month, year, weekday } = date;
  if (held.date.style === 'iso') return value;
  if (held.date.style === 'slashes') {
    const [, monthPart, dayPart] = isoDate(date).split('-');
    // In English only a day above twelve tells that it comes first.
    return language === 'en' && (day ?? 0) <= 12 ? undefined : `${dayPart}/${monthPart}/${year}`;
  }
  if (held.date.weekday !== undefined && weekday === undefined) return undefined;
  return held.text.replace(/\d{4}|(\d{1,2})(er|st|nd|rd|th)?|\p{L}+/giu, (part, dayPart?: string, suffix?: string) => {
    if (dayPart !== undefined) return writeDay(day ?? 0, suffix, language);
    if (/^\d/.test(part)) return String(year);
    const name = writeName(part, month, weekday, language);
    return name === undefined ? part : withCaseOf(part, name);
  });
}

function writeName(held: string, month: number, weekday: number | undefined, language: Language): string | undefined {
  if (weekdayNumber(held, language) !== undefined)
    return weekday === undefined ? undefined : WEEKDAYS[language][weekday];
  const heldMonth = monthNumber(held, language);
  if (heldMonth === undefined) return undefined;
  const full = MONTHS[language][heldMonth - 1];
  const short = full?.length !== held.length;
  return (short ? SHORT_MONTHS : MONTHS)[language][month - 1];
}

function writeDay(day: number, suffix: string | undefined, language: Language): string {
  if (language === 'fr') return day === 1 ? '1er' : String(day);
  if (suffix === undefined) return String(day);
  const teen = day >= 11 && day <= 13;
  return `${day}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th')}`;
}

function withCaseOf(model: string, word: string): string {
  const first = model.charAt(0);
  return first === first.toUpperCase() ? word.charAt(0).toUpperCase() + word.slice(1) : word.toLowerCase();
}

function writeTime({ time }: TextValue & { kind: 'time' }, held: string, language: Language): string {
  const minutes = String(time.minute).padStart(2, '0');
  const half = /(\s?)([ap]\.?m\.?)$/i.exec(held);
  if (half !== null) {
    const hour = time.hour % 12 || 12;
    const mark = /\d([.:])\d/.exec(held)?.[1] ?? ':';
    const clock = time.minute === 0 && !/\d[.:]\d/.test(held) ? String(hour) : `${hour}${mark}${minutes}`;
    return `${clock}${half[1] ?? ''}${(half[2] ?? '').replace(/[ap]/i, (letter) => halfOf(time.hour, letter))}`;
  }
  const french = /\d(\s?)(h(?:eures?)?)/i.exec(held);
  if (french === null || language === 'en') return `${String(time.hour).padStart(held.indexOf(':'), '0')}:${minutes}`;
  const space = french[1] ?? '';
  return `${time.hour}${space}${french[2] ?? 'h'}${time.minute === 0 ? '' : space + minutes}`;
}

function halfOf(hour: number, model: string): string {
  const letter = hour < 12 ? 'a' : 'p';
  return model === model.toUpperCase() ? letter.toUpperCase() : letter;
}
