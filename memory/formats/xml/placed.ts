import { own } from '../own.ts';
import { type Chunks, decodeXml } from './bytes.ts';
import { illFormed, MAXIMUM_DEPTH, tooDeep } from './fault.ts';
import { addText, Parser, type ParserEvents, slicesOf } from './parser.ts';
import { TextWindow } from './text-window.ts';

/** An element with its name resolved and its places in the text it was read from, in UTF-16 units. */
export interface PlacedElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly local: string;
  /** Empty for an element in no namespace. */
  readonly namespace: string;
  /** By name as written, namespace declarations included. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Empty outside the subtrees that were asked for. Comments and processing instructions are not kept. */
  readonly children: readonly (string | PlacedElement)[];
  readonly parent: PlacedElement | undefined;
  /** The namespaces in force, by prefix; the default one under the empty prefix. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** 1-based line its start tag begins on. */
  readonly line: number;
  /** 1-based column of its `<`, in UTF-16 units. */
  readonly column: number;
  /** Where its `<` stands. */
  readonly start: number;
  /** After the `>` of its start tag. */
  readonly contentStart: number;
  /** Where its end tag begins; `end` for an empty-element tag. */
  readonly contentEnd: number;
  /** After its last character. */
  readonly end: number;
}

export interface PlacedEvents {
  /** Whether an element outside any subtree is wanted whole: it then comes to `subtree`, once it has ended. */
  wants(element: PlacedElement): boolean;
  /** The start of an element outside the subtrees, its end not known yet. */
  start?(element: PlacedElement): void;
  /** The end of an element outside the subtrees. */
  end?(element: PlacedElement): void;
  /** Text outside the subtrees, in the element that holds it. */
  text?(run: string, holder: PlacedElement): void;
  subtree(element: PlacedElement): void;
}

const XML_NAMESPACES: Readonly<Record<string, string>> = {
  '': '',
  xml: 'http://www.w3.org/XML/1998/namespace',
  xmlns: 'http://www.w3.org/2000/xmlns/',
};

/** What belongs to no known namespace: the prefix is not declared. */
const UNDECLARED = 'undeclared:';

/** The namespace of a name as written, and the name without its prefix. An attribute without prefix has none. */
export function resolveName(
  name: string,
  namespaces: Readonly<Record<string, string>>,
  isAttribute: boolean,
): { readonly namespace: string; readonly local: string } {
  const colon = name.indexOf(':');
  if (colon < 0) return { namespace: isAttribute ? '' : (namespaces[''] ?? ''), local: name };
  const prefix = name.slice(0, colon);
  return { namespace: own(namespaces, prefix) ?? UNDECLARED + prefix, local: name.slice(colon + 1) };
}

/**
 * Reads XML and tells where everything stands in it, so that pieces of it can be exchanged and the rest left as it is.
 * Bounds and refusals are those of `readXml`.
 *
 * @param pieces the text, a byte order mark included
 * @param window is given the text from the start of what `events` is told of
 * @throws CalqueError `ill-formed-xml` with line and column, `text-too-long`
 */
export function readPlacedXml(pieces: Iterable<string>, name: string, events: PlacedEvents, window: TextWindow): void {
  const reader = new PlacedReader(name, events, window);
  for (const piece of pieces) for (const slice of slicesOf(piece)) reader.write(slice);
  reader.end();
}

/**
 * As {@link readPlacedXml}, for a file that comes in pieces, of whose text nothing is kept.
 * @throws CalqueError as {@link readPlacedXml} and `decodeXml`
 */
export async function readPlacedStream(chunks: Chunks, name: string, events: PlacedEvents): Promise<void> {
  const reader = new PlacedReader(name, events);
  for await (const text of decodeXml(chunks, name)) for (const slice of slicesOf(text)) reader.write(slice);
  reader.end();
}

/**
 * The root element of a file of which no more is read than that needs: what is in it is not known.
 * @throws CalqueError as {@link readPlacedStream}
 */
export async function readPlacedRoot(chunks: Chunks, name: string): Promise<PlacedElement> {
  let root: PlacedElement | undefined;
  const start = (element: PlacedElement): void => {
    root ??= element;
  };
  const reader = new PlacedReader(name, { wants: () => false, start, subtree: () => {} });
  try {
    for await (const text of decodeXml(chunks, name)) {
      for (const slice of slicesOf(text)) {
        reader.write(slice);
        if (root) return root;
      }
    }
    reader.end();
  } catch (error) {
    if (!root) throw error;
  }
  return root ?? noElement(name);
}

/** The whole of an XML file as one tree. @throws CalqueError as {@link readPlacedStream} */
export async function readPlacedTree(chunks: Chunks, name: string): Promise<PlacedElement> {
  let root: PlacedElement | undefined;
  await readPlacedStream(chunks, name, {
    wants: () => true,
    subtree: (element) => {
      root = element;
    },
  });
  return root ?? noElement(name);
}

/** The parser refuses a text without a root element before this does. */
function noElement(name: string): never {
  throw illFormed(name, { line: 1, columnIndex: 0 }, 'there is no element in it');
}

type OpenElement = { -readonly [Field in keyof PlacedElement]: PlacedElement[Field] } & {
  readonly children: (string | PlacedElement)[];
};

class PlacedReader implements ParserEvents {
  readonly #text: TextWindow;
  /** Whether pieces are taken from the text of a subtree. */
  readonly #keepsText: boolean;
  readonly #name: string;
  readonly #events: PlacedEvents;
  readonly #parser: Parser;
  readonly #open: OpenElement[] = [];
  /** How many of the open elements belong to the subtree that is being read. */
  #inside = 0;
  #start = 0;
  #line = 1;
  #column = 1;
  /** The length of the byte order mark, which is no part of the first line. */
  #mark = 0;

  /** @param window is given the text that subtrees have been read from, where pieces of it are wanted */
  constructor(name: string, events: PlacedEvents, window?: TextWindow) {
    this.#text = window ?? new TextWindow();
    this.#keepsText = window !== undefined;
    this.#name = name;
    this.#events = events;
    this.#parser = new Parser(name, this);
  }

  write(slice: string): void {
    if (this.#text.end === 0 && slice.startsWith('\u{FEFF}')) this.#mark = 1;
    this.#text.append(slice);
    this.#parser.write(slice);
    const outermost = this.#keepsText && this.#inside > 0 ? this.#open.at(-this.#inside) : undefined;
    this.#text.forget(outermost?.start ?? this.#text.lastIndexOf('<', this.#text.end));
  }

  end(): void {
    this.#parser.end();
  }

  startTag(): void {
    this.#event();
    // Between `<` and where the parser stands there is the name and one character, neither of which can be `<`.
    this.#start = this.#text.lastIndexOf('<', this.#parser.position - 1);
    // Where that character ended the line, the tag began on the one before.
    const { line, columnIndex, position } = this.#parser;
    const lineStart = columnIndex === 0 ? this.#text.lineStartOf(this.#start) : position - columnIndex;
    this.#line = columnIndex === 0 ? line - 1 : line;
    this.#column = this.#start - lineStart + 1 - (this.#line === 1 ? this.#mark : 0);
    if (this.#open.length >= MAXIMUM_DEPTH) throw tooDeep(this.#name, this.#parser);
  }

  element(name: string, parsed: Readonly<Record<string, string>>): void {
    this.#event();
    const parent = this.#open.at(-1);
    const attributes = compact(parsed);
    const namespaces = declaredIn(attributes, parent?.namespaces ?? XML_NAMESPACES);
    const contentStart = this.#parser.position;
    const element: OpenElement = {
      name,
      ...resolveName(name, namespaces, false),
      attributes,
      children: [],
      parent,
      namespaces,
      line: this.#line,
      column: this.#column,
      start: this.#start,
      contentStart,
      contentEnd: contentStart,
      end: contentStart,
    };
    this.#open.push(element);
    if (this.#inside > 0) {
      parent?.children.push(element);
      this.#inside++;
    } else if (this.#events.wants(element)) {
      this.#inside = 1;
    } else {
      this.#events.start?.(element);
    }
  }

  close(isEmptyTag: boolean): void {
    this.#event();
    const element = this.#open.pop();
    if (!element) return;
    element.end = this.#parser.position;
    element.contentEnd = isEmptyTag ? element.end : this.#text.lastIndexOf('<', element.end - 1);
    if (this.#inside === 0) this.#events.end?.(element);
    else if (--this.#inside === 0) this.#events.subtree(element);
  }

  text(run: string): void {
    this.#event();
    const holder = this.#open.at(-1);
    if (!holder) return;
    if (this.#inside > 0) addText(holder.children, run);
    else this.#events.text?.(run, holder);
  }

  comment(): void {
    this.#event();
  }

  #event(): void {
    this.#parser.restartRun();
  }
}

const NO_ATTRIBUTES: PlacedElement['attributes'] = Object.freeze({});

/** The parser's records take several times the memory of plain objects, of which a large file has hundreds of thousands. */
function compact(parsed: Readonly<Record<string, string>>): PlacedElement['attributes'] {
  let plain: Record<string, string> | undefined;
  for (const name in parsed) {
    // An attribute of this name would set the prototype, and spreading, which does not, is several times slower.
    if (name === '__proto__') return { ...parsed };
    plain ??= {};
    plain[name] = parsed[name] ?? '';
  }
  return plain ?? NO_ATTRIBUTES;
}

function declaredIn(
  attributes: Readonly<Record<string, string>>,
  outer: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  let namespaces = outer;
  for (const name in attributes) {
    if (!name.startsWith('xmlns')) continue;
    const value = attributes[name] ?? '';
    if (name === 'xmlns') namespaces = { ...namespaces, '': value };
    else if (name[5] === ':') namespaces = { ...namespaces, [name.slice(6)]: value };
  }
  return namespaces;
}

export function childElements(element: PlacedElement): readonly PlacedElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

/** The child elements of that name in the namespace of the element itself, in order. */
export function ownChildren(element: PlacedElement, local: string): readonly PlacedElement[] {
  const found: PlacedElement[] = [];
  for (const child of element.children) {
    if (typeof child !== 'string' && child.local === local && child.namespace === element.namespace) found.push(child);
  }
  return found;
}

/** All text in it at any depth, tags left out. */
export function placedText(element: PlacedElement): string {
  let text = '';
  for (const child of element.children) text += typeof child === 'string' ? child : placedText(child);
  return text;
}

/** An attribute by namespace and local name. */
export function attributeOf(element: PlacedElement, namespace: string, local: string): string | undefined {
  for (const [name, value] of Object.entries(element.attributes)) {
    if (!name.endsWith(local)) continue;
    const resolved = resolveName(name, element.namespaces, true);
    if (resolved.local === local && resolved.namespace === namespace) return value;
  }
  return undefined;
}
