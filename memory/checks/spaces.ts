import type { TextEdit } from '../text/edit.ts';
import { type Found, onAll, type Subject } from './check.ts';

/** Spaces at the start or the end that the source has not. */
export function edgeSpaces({ source, target }: Subject): readonly Found[] {
  if (target.text.trim() === '') return [];
  const edits: TextEdit[] = [];
  const start = /^\s*/.exec(target.text)?.[0].length ?? 0;
  const end = target.text.trimEnd().length;
  if (start > 0 && !/^\s/.test(source.text)) edits.push({ start: 0, end: start, text: '' });
  if (end < target.text.length && !/\s$/.test(source.text))
    edits.push({ start: end, end: target.text.length, text: '' });
  return onAll(edits, { says: edits[0]?.start === 0 ? 'space-at-start' : 'space-at-end' }, { does: 'remove' });
}

/** More than one space in a row. */
export function doubleSpaces({ target }: Subject): readonly Found[] {
  const edits = [...target.text.matchAll(/(?<=\S)[ \u00a0\u202f]{2,}(?=\S)/g)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    // Of a no-break space and another one, the one that was set on purpose stays.
    text: /[\u00a0\u202f]/.exec(found)?.[0] ?? ' ',
  }));
  return onAll(edits, { says: 'several-spaces' }, { does: 'leave-one' });
}
