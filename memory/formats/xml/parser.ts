import { SaxesParser } from 'saxes';
import { illFormed } from './fault.ts';

/** What a reader of XML hears of the parser, in the order of the file. */
export interface ParserEvents {
  /** The name of a start tag was read, its attributes were not yet. */
  startTag(): void;
  /** A start tag was read, `name` as written. */
  element(name: string, attributes: Record<string, string>): void;
  close(isEmptyTag: boolean): void;
  /** Text, or what a CDATA section holds. */
  text(run: string): void;
  comment(): void;
}

/**
 * A parser that tells a reader what it comes by, and stops at the first fault.
 * @param name names the file in errors
 * @returns its methods throw CalqueError `ill-formed-xml` with line and column
 */
export function parserFor(name: string, events: ParserEvents): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw illFormed(name, parser, error.message);
  });
  parser.on('opentagstart', () => events.startTag());
  parser.on('opentag', ({ name: tag, attributes }) => events.element(tag, attributes));
  parser.on('closetag', ({ isSelfClosing }) => events.close(isSelfClosing));
  parser.on('text', (run) => events.text(run));
  parser.on('cdata', (run) => events.text(run));
  parser.on('comment', () => events.comment());
  return parser;
}

/** Adds text to what an element holds; pieces that follow one another become one, and an empty piece none. */
export function addText<Element>(children: (string | Element)[], run: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + run;
  else if (run !== '') children.push(run);
}
