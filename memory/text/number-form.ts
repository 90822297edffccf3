import type { Language } from '../model/language.ts';

/** A number as it stands in a text. */
export interface NumberForm {
  /** Where it ends, in UTF-16 units. */
  readonly end: number;
  /** Its value in plain digits with a decimal point: `1234.5`. A version such as `2.4.18` stays as it is. */
  readonly norm: string;
  /** Whether it is not written as the language writes numbers and might have another value. */
  readonly ambiguous: boolean;
}

/** Digits with the marks that group them or set decimals off; sticky, so that it reads where it is told to. */
const SPACED = /\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,]\d+)?/y;
const SPACED_FRENCH = /\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:,\d+)?/y;
const MARKED = /\d+(?:[.,]\d+)*/y;

/** Reads the number whose first digit is at `start`. */
export function readNumberForm(text: string, start: number, language: Language): NumberForm {
  const spaced = match(language === 'fr' ? SPACED_FRENCH : SPACED, text, start) ?? match(SPACED, text, start);
  if (spaced !== undefined) {
    const norm = spaced.replace(/[ \u00a0\u202f\u2009]/g, '').replace(',', '.');
    return { end: start + spaced.length, norm: plain(norm), ambiguous: false };
  }
  const marked = match(MARKED, text, start) ?? text.charAt(start);
  return { end: start + marked.length, ...valueIn(marked, language) };
}

function match(pattern: RegExp, text: string, start: number): string | undefined {
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0];
}

function valueIn(form: string, language: Language): { norm: string; ambiguous: boolean } {
  const marks = form.replace(/\d/g, '');
  if (marks === '') return { norm: form, ambiguous: false };
  const decimal = marks.at(-1) ?? '';
  const grouping = marks.slice(0, -1);
  const inThrees = /^\d{1,3}(?:[.,]\d{3})+$/.test(form);
  if (marks.length === 1) {
    const groups = inThrees && !form.startsWith('0') && decimal === (language === 'fr' ? '.' : ',');
    // A French 1.234 may be old print for a thousand or borrowed from English; an English 1,23 may be two numbers.
    const ambiguous = language === 'fr' ? groups : decimal === ',' && !groups;
    return { norm: plain(groups ? form.replace(decimal, '') : form.replace(decimal, '.')), ambiguous };
  }
  if (inThrees && !grouping.includes(decimal === ',' ? '.' : ',')) {
    return { norm: plain(form.replaceAll(decimal, '')), ambiguous: false };
  }
  const wellGrouped = /^\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?!\1)[.,]\d+$/.test(form);
  if (wellGrouped) {
    const cut = form.lastIndexOf(decimal);
    return { norm: plain(`${form.slice(0, cut).replace(/[.,]/g, '')}.${form.slice(cut + 1)}`), ambiguous: false };
  }
  return { norm: form, ambiguous: true };
}

/** Zeros that say nothing are left out after the point only: `2.50` and `2.5` are one value, `007` is a name. */
function plain(norm: string): string {
  return norm.includes('.') ? norm.replace(/\.?0+$/, '') : norm;
}
