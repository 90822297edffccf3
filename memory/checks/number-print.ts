import type { Language } from '../model/language.ts';
import { NARROW } from '../text/typography/style.ts';

/** From this many figures on, numbers are grouped by thousands; years have four. */
const GROUPED = 5;

/** A number in plain figures (`1234.5`) as a language prints it: `1 234,5` with a narrow no-break space, `1,234.5`. */
export function printNumber(value: string, language: Language): string {
  if (!/^\d+(?:\.\d+)?$/.test(value)) return value;
  const [whole = '', decimals] = value.split('.');
  const group = language === 'fr' ? NARROW : ',';
  const grouped = whole.length >= GROUPED ? whole.replace(/\B(?=(?:\d{3})+$)/g, group) : whole;
  return decimals === undefined ? grouped : grouped + (language === 'fr' ? ',' : '.') + decimals;
}
