import type { MarkedElement, MarkedText } from '../../model/marked-text.ts';
import type { XmlElement } from '../xml/element.ts';
import { attributes, escapeText } from '../xml/escape.ts';

/** Elements that text may hold, by their names in TBX 2. */
const INLINE: ReadonlySet<string> = new Set(['hi', 'foreign', 'bpt', 'ept', 'it', 'ph', 'ut']);

/** Codes of TBX 3 as TBX 2 has them: `sc` and `ec` begin and end a pair, or stand for half of one. */
function asVersion2(name: string, stated: Readonly<Record<string, string>>): Omit<MarkedElement, 'content'> {
  const { id, startRef, isolated, ...others } = stated;
  if (name !== 'sc' && name !== 'ec') return { name, attributes: stated };
  if (isolated === 'yes') {
    const x = id ?? startRef;
    return { name: 'it', attributes: { pos: name === 'sc' ? 'begin' : 'end', ...(x && { x }), ...others } };
  }
  const i = startRef ?? id;
  return { name: name === 'sc' ? 'bpt' : 'ept', attributes: { ...(i && { i }), ...others } };
}

function asVersion3(name: string, { i, x, pos, assoc: _, ...others }: Readonly<Record<string, string>>) {
  switch (name) {
    case 'bpt':
      return { name: 'sc', attributes: { ...(i && { id: i }), ...others } };
    case 'ept':
      return { name: 'ec', attributes: { ...(i && { startRef: i }), ...others } };
    case 'it':
      return { name: pos === 'end' ? 'ec' : 'sc', attributes: { isolated: 'yes', ...(x && { id: x }), ...others } };
    case 'ut':
      return { name: 'ph', attributes: others };
    default:
      return { name, attributes: others };
  }
}

/** What an element holds, where that is more than text. Of elements that no text may hold, what they hold is read. */
export function readMarked(element: XmlElement): MarkedText | undefined {
  const content = readInline(element);
  return content.some((part) => typeof part !== 'string') ? content : undefined;
}

/** What an element holds that may hold text. */
export function readInline({ children }: XmlElement): MarkedText {
  const content: (string | MarkedElement)[] = [];
  const add = (part: string | MarkedElement): void => {
    const last = content.at(-1);
    if (typeof part === 'string' && typeof last === 'string') content[content.length - 1] = last + part;
    else content.push(part);
  };
  for (const child of children) {
    if (typeof child === 'string') add(child);
    else {
      const { name, attributes: stated = {} } = asVersion2(child.name, child.attributes);
      const inside = readInline(child);
      if (INLINE.has(name)) add(markedElement(name, stated, inside));
      else inside.forEach(add);
    }
  }
  return content;
}

/** An element without the attributes of other namespaces. */
export function markedElement(
  name: string,
  stated: Readonly<Record<string, string>>,
  content: MarkedText,
): MarkedElement {
  const own = Object.entries(stated).filter(
    ([attribute]) => /^(?:xml:)?[^:]+$/.test(attribute) && attribute !== 'xmlns',
  );
  return { name, ...(own.length > 0 && { attributes: Object.fromEntries(own) }), content };
}

/**
 * Text with its markup as XML.
 * @param allowed the elements that may be written; of others what they hold is, and of any where absent
 */
export function writeMarked(content: MarkedText, version: 2 | 3, allowed?: ReadonlySet<string>): string {
  return content
    .map((part) => {
      if (typeof part === 'string') return escapeText(part);
      const inside = writeMarked(part.content, version, allowed);
      if (allowed && !allowed.has(part.name)) return inside;
      const { name, attributes: stated } =
        version === 2
          ? { name: part.name, attributes: part.attributes ?? {} }
          : asVersion3(part.name, part.attributes ?? {});
      return `<${name}${attributes(stated)}>${inside}</${name}>`;
    })
    .join('');
}
