import { EditorView } from '@codemirror/view';

/**
 * Keeps of what is pasted its text: what other programs put in for line breaks becomes one, marks that nobody sees and
 * that no file may hold are left out, and so are the line breaks at its end, which come with a paragraph.
 */
export const plainPasting = EditorView.clipboardInputFilter.of(cleanPasted);

export function cleanPasted(text: string): string {
  return text
    .replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replaceAll(UNSEEN, '')
    .replace(/\n+$/, '');
}

/** Control characters but for tab and line break, soft hyphens, spaces of no width, byte order marks. */
const UNSEEN = /(?![\t\n])[\p{Cc}\u00AD\u200B\uFEFF]/gu;
