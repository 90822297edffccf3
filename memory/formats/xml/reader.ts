import { type Chunks, decodeXml } from './bytes.ts';
import type { XmlElement } from './element.ts';
import { MAXIMUM_DEPTH, tooDeep } from './fault.ts';
import { addText, Parser, type ParserEvents, slicesOf } from './parser.ts';

export interface XmlEvents {
  /** The names of the elements wanted whole. */
  readonly subtrees: ReadonlySet<string>;
  /** The start of an element outside the subtrees; its children are not known yet. */
  start?(element: XmlElement): void;
  /** A wanted element, complete. */
  subtree(element: XmlElement): void;
}

interface OpenElement extends XmlElement {
  readonly children: (string | XmlElement)[];
}

/**
 * Reads XML as a stream and hands over complete small pieces of it, so that a file of any size needs the memory of its
 * largest piece. Of namespaces only the prefix of the root element is minded: it is taken off all names that have it, so
 * that `xlf:xliff` and all in it read as `xliff`. No entity is known but the five of XML and no DTD is read, so
 * nothing is expanded and nothing outside the file is opened.
 *
 * After each slice of the file it yields, so that what `events` gathered can be passed on.
 *
 * @throws CalqueError `ill-formed-xml` with line and column, `text-too-long`, and what {@link decodeXml} throws
 */
export async function* readXml(chunks: Chunks, name: string, events: XmlEvents): AsyncGenerator<void> {
  const reader = new SubtreeReader(name, events);
  for await (const text of decodeXml(chunks, name)) {
    for (const slice of slicesOf(text)) {
      reader.parser.write(slice);
      yield;
    }
  }
  reader.parser.end();
  yield;
}

class SubtreeReader implements ParserEvents {
  readonly #name: string;
  readonly #events: XmlEvents;
  readonly parser: Parser;
  /** From the subtree's root to the innermost open element; empty outside a subtree. */
  readonly #open: OpenElement[] = [];
  #depth = 0;
  /** The root's prefix with its colon; empty without one, absent before the root. */
  #prefix: string | undefined;
  #startLine = 1;
  #startColumn = 1;
  /** The column of a tag that follows what was read last. */
  #nextColumn = 1;

  constructor(name: string, events: XmlEvents) {
    this.#name = name;
    this.#events = events;
    this.parser = new Parser(name, this);
  }

  startTag(name: string): void {
    const { line, columnIndex } = this.parser;
    // The parser has read the character after the name: where that ended the line, the tag began on the one before.
    const endsLine = columnIndex === 0;
    this.#startLine = endsLine ? line - 1 : line;
    this.#startColumn = endsLine ? this.#nextColumn : columnIndex - name.length - 1;
    this.#depth++;
    if (this.#depth > MAXIMUM_DEPTH) throw tooDeep(this.#name, this.parser);
    this.#event();
  }

  element(written: string, attributes: Record<string, string>): void {
    this.#prefix ??= /^[^:]*:|/.exec(written)?.[0] ?? '';
    const name = written.startsWith(this.#prefix) ? written.slice(this.#prefix.length) : written;
    const element: OpenElement = { name, attributes, children: [], line: this.#startLine, column: this.#startColumn };
    const parent = this.#open.at(-1);
    parent?.children.push(element);
    if (parent || this.#events.subtrees.has(name)) {
      this.#open.push(element);
    } else {
      this.#events.start?.(element);
      this.#event();
    }
  }

  close(): void {
    this.#depth--;
    const element = this.#open.pop();
    this.#event();
    if (element && this.#open.length === 0) this.#events.subtree(element);
  }

  text(run: string): void {
    this.#event();
    // The parser has read the `<` that ended the text.
    this.#nextColumn = this.parser.columnIndex;
    const children = this.#open.at(-1)?.children;
    if (children) addText(children, run);
  }

  comment(): void {
    this.#event();
  }

  /** Outside subtrees any event starts a new piece; inside, the subtree as a whole is the piece. */
  #event(): void {
    this.#nextColumn = this.parser.columnIndex + 1;
    if (this.#open.length === 0) this.parser.restartRun();
  }
}
