import type { Splice } from '../xml/splice.ts';
import type { FileText } from '../xml/text-window.ts';
import type { ElementPlace, SegmentPlace } from './file.ts';

/** The prefix of an element's name, with its colon; empty for none. */
export function prefixOf({ name }: ElementPlace): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** Gives an element another content, also one written as an empty tag. */
export function contentSplice(
  text: FileText,
  { name, start, contentStart, contentEnd, end }: ElementPlace,
  content: string,
): Splice {
  if (contentStart < end) return { start: contentStart, end: contentEnd, text: content };
  const slash = start + text.slice(start, contentStart).lastIndexOf('/');
  return { start: slash, end, text: content === '' ? '/>' : `>${content}</${name}>` };
}

/** Puts in a target where there is none, on a line of its own where the source has one. */
export function newTarget(
  text: FileText,
  { source, insertAt }: SegmentPlace,
  attributes: string,
  content: string,
): Splice {
  const before = /\s*$/.exec(text.slice(Math.max(0, source.start - 200), source.start))?.[0] ?? '';
  const name = `${prefixOf(source)}target`;
  const space = source.attributes['xml:space'];
  const preserve = space === undefined ? '' : ` xml:space="${space}"`;
  return { start: insertAt, end: insertAt, text: `${before}<${name}${attributes}${preserve}>${content}</${name}>` };
}
