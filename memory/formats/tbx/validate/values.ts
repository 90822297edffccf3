import type { ValueKind } from '../../validate/values.ts';
import { form } from '../../validate/values.ts';

/** The production `NCName` of XML, which the ids of TBX are. */
export const ID = form(
  /^[\p{L}_][\p{L}\p{N}\p{M}._\u{B7}-]*$/u,
  'a name: a letter or _, then letters, digits, and - . _',
);

const ISO_DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** A day, month, year or moment of ISO 8601 that is in the calendar. */
export const DATE: ValueKind = {
  test: (value) => {
    const [whole, year, month = '01', day = '01'] = ISO_DATE.exec(value.trim()) ?? [];
    if (whole === undefined) return false;
    const at = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
    return at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(day);
  },
  meaning: 'a date in the calendar, as 2021-11-25',
};
