import type { Found, Subject } from './check.ts';
import { printNumber } from './number-print.ts';

/** Numbers copied as the source prints them, where the target’s language reads or writes them in another way. */
export function foreignNumbers({ source, target }: Subject): readonly Found[] {
  if (source.language === target.language) return [];
  const printed = new Map(source.values.map((value) => [value.text, value]));
  return target.values.flatMap(({ text, start, end, kind }) => {
    const original = printed.get(text);
    if (kind !== 'number' || original?.kind !== 'number' || original.ambiguous) return [];
    if (!foreign(text, target.language)) return [];
    const right = printNumber(original.value, target.language);
    return [
      {
        says: 'number-format' as const,
        about: [text],
        start,
        end,
        fix: { does: 'change' as const, to: right, edits: [{ start, end, text: right }] },
      },
    ];
  });
}

/** A point for decimals or a comma for thousands in French, a comma for decimals in English. */
function foreign(text: string, language: Subject['target']['language']): boolean {
  if (/\..*\./.test(text)) return false;
  return language === 'fr'
    ? /^\d+\.\d{1,2}$|^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)
    : /^\d+,(?:\d{1,2}|\d{4,})$/.test(text);
}
