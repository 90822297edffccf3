import type { Concept } from '../../model/concept.ts';
import { CalqueError } from '../../model/errors.ts';
import type { TermbaseMatter } from '../../model/termbase-matter.ts';
import { joinedMatter, NO_MATTER } from '../../model/termbase-matter.ts';
import type { Chunks } from '../xml/bytes.ts';
import type { XmlElement } from '../xml/element.ts';
import { readXml } from '../xml/reader.ts';
import { MATTER, readMatter } from './matter.ts';
import { readConcept } from './read-concept.ts';

/** What a reader found, in the order of the file. `line` and `column` are where an entry begins, 1-based. */
export type TbxEntry =
  | { readonly kind: 'concept'; readonly line: number; readonly concept: Concept }
  | { readonly kind: 'refused'; readonly line: number; readonly column: number; readonly reason: string };

const SUBTREES: ReadonlySet<string> = new Set(['termEntry', 'conceptEntry', 'entry', ...MATTER]);

/** The root elements of TBX 2, TBX 3 and TBX-Min. */
const ROOTS: ReadonlySet<string> = new Set(['martif', 'tbx', 'TBX']);

/**
 * The concepts of a TBX file, streamed: TBX 2 (`martif`), TBX 3 in the DCA and DCT styles, and TBX-Min, in any
 * languages. Of what is said of concepts and terms nothing is left out; an entry without any term is refused.
 *
 * @param told is given what the file says of itself, when it was read to its end
 * @throws CalqueError while the entries are taken: `ill-formed-xml` with line and column, `ill-formed-file` (not TBX),
 * `unsupported-format` (an encoding unknown here), `not-text`, `not-utf8`, `text-too-long`
 */
export async function* readTbx(
  chunks: Chunks,
  name: string,
  told?: (matter: TermbaseMatter) => void,
): AsyncGenerator<TbxEntry> {
  let matter = NO_MATTER;
  let ready: TbxEntry[] = [];
  let hasRoot = false;
  const start = (element: XmlElement): void => {
    if (hasRoot) return;
    checkRoot(element, name);
    const language = element.attributes['xml:lang'];
    if (language) matter = { ...matter, language };
    hasRoot = true;
  };
  const subtree = (element: XmlElement): void => {
    start(element);
    if (MATTER.has(element.name)) {
      matter = joinedMatter(matter, readMatter(element));
      return;
    }
    const { line, column } = element;
    const concept = readConcept(element);
    if (concept) ready.push({ kind: 'concept', line, concept });
    else ready.push({ kind: 'refused', line, column, reason: 'It has no term.' });
  };
  for await (const _ of readXml(chunks, name, { subtrees: SUBTREES, start, subtree })) {
    yield* ready;
    ready = [];
  }
  told?.(matter);
}

function checkRoot({ name, line, column }: XmlElement, file: string): void {
  if (ROOTS.has(name)) return;
  const message = `${file} is not TBX: it begins with <${name.slice(0, 40)}>, not <martif>, <tbx> or <TBX>.`;
  throw new CalqueError('ill-formed-file', message, { where: file, line, column });
}
