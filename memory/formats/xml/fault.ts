import { CalqueError } from '../../model/errors.ts';

/** How deep elements may nest. TMX and XLIFF need about twelve. */
export const MAXIMUM_DEPTH = 100;

/** How long one attribute value or run of text may be, in characters of the file. */
export const MAXIMUM_RUN = 4_000_000;

/** The parser is fed in slices, so that a run that is too long is noticed while it is read. */
export const SLICE = 64 * 1024;

/** Where the parser stands: 1-based line, 0-based column in UTF-16 units. */
interface ParserPlace {
  readonly line: number;
  readonly columnIndex: number;
}

/** The `ill-formed-xml` error for what the parser reports where it stands. */
export function illFormed(name: string, { line, columnIndex }: ParserPlace, report: string): CalqueError {
  const column = columnIndex + 1;
  const cause = report
    .replace(/^\d+:\d+: /, '')
    .replace(/^undefined entity\.$/, 'an entity other than &amp; &lt; &gt; &quot; &apos; is used.')
    .replace(/\.$/, '');
  const message = `${name} is not well-formed XML at line ${line}, column ${column}: ${cause}.`;
  return new CalqueError('ill-formed-xml', message, { where: name, line, column });
}

/** The `ill-formed-xml` error for elements that nest too deep. */
export function tooDeep(name: string, place: ParserPlace): CalqueError {
  return illFormed(name, place, `elements are nested more than ${MAXIMUM_DEPTH} deep.`);
}

/** The `text-too-long` error for a run that begins at this place. */
export function runTooLong(name: string, { line, columnIndex }: ParserPlace): CalqueError {
  const column = columnIndex + 1;
  const message =
    `${name} holds a single piece of more than ${MAXIMUM_RUN} characters, from line ${line}, column ${column} on; ` +
    'no text or attribute is that long.';
  return new CalqueError('text-too-long', message, { where: name, line, column });
}
