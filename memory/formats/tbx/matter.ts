import type { MarkedElement, MarkedText } from '../../model/marked-text.ts';
import type { TermbaseMatter } from '../../model/termbase-matter.ts';
import { joinedMatter, NO_MATTER } from '../../model/termbase-matter.ts';
import type { XmlElement } from '../xml/element.ts';
import { childrenNamed, textOf } from '../xml/element.ts';
import { markedElement, readInline, writeMarked } from './markup.ts';

/** The elements that are read as a whole for what they say of the file. */
export const MATTER: ReadonlySet<string> = new Set([
  'martifHeader',
  'tbxHeader',
  'header',
  'refObjectList',
  'refObjectSec',
]);

/** Elements whose text is that of a person; all others hold elements alone. */
const TEXTS: ReadonlySet<string> = new Set([
  'title',
  'note',
  'p',
  'item',
  'admin',
  'adminNote',
  'ref',
  'xref',
  'transac',
  'transacNote',
  'date',
]);

/** What one of these elements says. */
export function readMatter(element: XmlElement): TermbaseMatter {
  switch (element.name) {
    case 'refObjectList':
    case 'refObjectSec':
      return { ...NO_MATTER, references: [{ ...read(element), name: 'refObjectList' }] };
    case 'header':
      return { ...NO_MATTER, description: describe(element) };
    default:
      return {
        description: inside(element, 'fileDesc'),
        encoding: inside(element, 'encodingDesc'),
        changes: inside(element, 'revisionDesc'),
        references: [],
      };
  }
}

function inside(header: XmlElement, name: string): readonly MarkedElement[] {
  return childrenNamed(header, name).flatMap(({ children }) => elementsIn(children));
}

function read(element: XmlElement): MarkedElement {
  const content: MarkedText = TEXTS.has(element.name) ? readInline(element) : elementsIn(element.children);
  return markedElement(element.name, element.attributes, content);
}

function elementsIn(children: XmlElement['children']): readonly MarkedElement[] {
  // What is in a namespace of its own could not stand in a file that does not declare it.
  return children.flatMap((child) => (typeof child === 'string' || child.name.includes(':') ? [] : [read(child)]));
}

/** The header of TBX-Min, in the words of the others: its `id` is a title, all else is said of where it comes from. */
function describe(header: XmlElement): readonly MarkedElement[] {
  const said = header.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const text = textOf(child).trim() || Object.values(child.attributes).join(' ');
    return text === '' ? [] : [{ name: child.name, text }];
  });
  const title = said.find(({ name }) => name === 'id');
  const others = said.filter((one) => one !== title);
  const paragraph = ({ name, text }: (typeof said)[number]) =>
    markedElement('p', {}, [name === 'description' ? text : `${name}: ${text}`]);
  return [
    ...(title ? [markedElement('titleStmt', {}, [markedElement('title', {}, [title.text])])] : []),
    ...(others.length > 0 ? [markedElement('sourceDesc', {}, others.map(paragraph))] : []),
  ];
}

const TITLE = (title: string) => markedElement('titleStmt', {}, [markedElement('title', {}, [title])]);
const SOURCE = markedElement('sourceDesc', {}, [markedElement('p', {}, ['Calque'])]);
const ENCODING = markedElement('p', { type: 'XCSURI' }, ['TBXBasicXCSV02.xcs']);

/** The order that a file has them in. */
const DESCRIPTION = ['titleStmt', 'publicationStmt', 'sourceDesc'];

/** What a header holds: what is kept, and what it lacks of what there must be. */
export function writeHeader(title: string, matter: TermbaseMatter, version: 2 | 3): string {
  const has = (name: string) => matter.description.some((one) => one.name === name);
  const description = [
    ...(has('titleStmt') ? [] : [TITLE(title)]),
    ...matter.description,
    ...(has('sourceDesc') ? [] : [SOURCE]),
  ].toSorted((a, b) => DESCRIPTION.indexOf(a.name) - DESCRIPTION.indexOf(b.name));
  const { encoding } = joinedMatter({ ...NO_MATTER, encoding: [ENCODING] }, matter);
  return [
    ['fileDesc', description] as const,
    ['encodingDesc', encoding] as const,
    ['revisionDesc', matter.changes] as const,
  ]
    .filter(([, content]) => content.length > 0)
    .map(([name, content]) => `    ${writeMarked([{ name, content }], version)}\n`)
    .join('');
}

/** What follows the entries; nothing where they refer to nothing. */
export function writeBack({ references }: TermbaseMatter, version: 2 | 3): string {
  if (references.length === 0) return '';
  const lists = version === 2 ? references : references.map((list) => ({ ...list, name: 'refObjectSec' }));
  return `<back>${writeMarked(lists, version)}</back>`;
}
