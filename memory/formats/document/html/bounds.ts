import { Parser } from 'htmlparser2';
import { CalqueError } from '../../../model/errors.ts';

/** How deep elements of a page may nest. Pages of news sites come to about 40; what walks a page does so recursively. */
const MAXIMUM_DEPTH = 256;

/** How many elements a page may have. Long pages of news sites come to about 10,000. */
const MAXIMUM_ELEMENTS = 100_000;

/** A start tag may have attributes beyond any use; each is kept in memory. */
const MAXIMUM_ATTRIBUTES = 500_000;

/**
 * Refuses a page that would exhaust what reads it. It is looked through as a stream of tags, none of which is kept.
 * @throws CalqueError `ill-formed-file`, naming what there is too much of
 */
export function refuseHtmlBomb(html: string, name: string): void {
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  const refuse = (what: string): never => {
    throw new CalqueError('ill-formed-file', `${name} is no page that can be read: ${what}.`, { where: name });
  };
  const parser = new Parser({
    onopentagname() {
      if (++depth > MAXIMUM_DEPTH) refuse(`its elements are nested more than ${MAXIMUM_DEPTH} deep`);
      if (++elements > MAXIMUM_ELEMENTS) refuse(`it has more than ${MAXIMUM_ELEMENTS} elements`);
    },
    onattribute() {
      if (++attributes > MAXIMUM_ATTRIBUTES) refuse(`it has more than ${MAXIMUM_ATTRIBUTES} attributes`);
    },
    onclosetag() {
      depth--;
    },
  });
  parser.write(html);
  parser.end();
}
