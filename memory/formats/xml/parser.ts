import { SaxesParser } from 'saxes';
import { illFormed, MAXIMUM_RUN, runTooLong, SLICE } from './fault.ts';

/** What a reader of XML hears of the parser, in the order of the file. */
export interface ParserEvents {
  /** The name of a start tag was read, with the character after it; its attributes were not yet. */
  startTag(name: string): void;
  /** A start tag was read, `name` as written. */
  element(name: string, attributes: Record<string, string>): void;
  close(isEmptyTag: boolean): void;
  /** Text, or what a CDATA section holds. */
  text(run: string): void;
  comment(): void;
}

/** A parser that tells a reader what it comes by, stops at the first fault, and bounds how much may come without an event. */
export class Parser {
  readonly #saxes = new SaxesParser();
  readonly #name: string;
  #sinceEvent = 0;
  /** Where what is bounded began. */
  readonly #began = { line: 1, columnIndex: 0 };

  /** @param name names the file in errors */
  constructor(name: string, events: ParserEvents) {
    this.#name = name;
    const saxes = this.#saxes;
    saxes.on('error', (error) => {
      throw illFormed(name, saxes, error.message);
    });
    saxes.on('opentagstart', ({ name: tag }) => events.startTag(tag));
    saxes.on('opentag', ({ name: tag, attributes }) => events.element(tag, attributes));
    saxes.on('closetag', ({ isSelfClosing }) => events.close(isSelfClosing));
    saxes.on('text', (run) => events.text(run));
    saxes.on('cdata', (run) => events.text(run));
    // Each handler more makes all of the parser slower: with nine of them it takes a third longer.
    saxes.on('comment', () => events.comment());
  }

  /** 1-based. */
  get line(): number {
    return this.#saxes.line;
  }

  /** 0-based, in UTF-16 units. */
  get columnIndex(): number {
    return this.#saxes.columnIndex;
  }

  /** How much was read, in UTF-16 units. */
  get position(): number {
    return this.#saxes.position;
  }

  /**
   * Reads on.
   * @param slice a piece of {@link slicesOf}, so that a run that is too long is noticed while it is read
   * @throws CalqueError `ill-formed-xml` with line and column, `text-too-long`
   */
  write(slice: string): void {
    this.#sinceEvent += slice.length;
    this.#saxes.write(slice);
    if (this.#sinceEvent > MAXIMUM_RUN) throw runTooLong(this.#name, this.#began);
  }

  /** @throws CalqueError `ill-formed-xml` where the text ends too early */
  end(): void {
    this.#saxes.close();
  }

  /** What may be bounded begins anew. */
  restartRun(): void {
    this.#sinceEvent = 0;
    this.#began.line = this.#saxes.line;
    this.#began.columnIndex = this.#saxes.columnIndex;
  }
}

/** A text in the pieces that a {@link Parser} takes. */
export function* slicesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length; start += SLICE) yield text.slice(start, start + SLICE);
}

/** Adds text to what an element holds; pieces that follow one another become one, and an empty piece none. */
export function addText<Element>(children: (string | Element)[], run: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + run;
  else if (run !== '') children.push(run);
}
