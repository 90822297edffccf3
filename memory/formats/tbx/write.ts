import type { Concept, ConceptLanguage, Fact, Term } from '../../model/concept.ts';
import type { MarkedElement } from '../../model/marked-text.ts';
import type { TermbaseMatter } from '../../model/termbase-matter.ts';
import { NO_MATTER } from '../../model/termbase-matter.ts';
import { attributes, escapeText } from '../xml/escape.ts';
import { writeMarked } from './markup.ts';
import { writeBack, writeHeader } from './matter.ts';

export interface WriteTbxOptions {
  /** The name of the termbase. */
  readonly title: string;
  /** 2 is TBX-Basic of 2008, which most tools read; 3 that of ISO 30042:2019 in the DCA style. 2 by default. */
  readonly version?: 2 | 3;
  /** What its files said of themselves. */
  readonly matter?: TermbaseMatter;
}

/** What the two versions call the same. */
interface Dialect {
  readonly version: 2 | 3;
  /** What comes before the header, up to the language that is meant where none is stated. */
  readonly head: string;
  readonly root: string;
  readonly header: string;
  readonly concept: string;
  readonly language: string;
  readonly term: string;
}

const VERSION_2: Dialect = {
  version: 2,
  head: '<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n<martif type="TBX-Basic"',
  root: 'martif',
  header: 'martifHeader',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
};

const VERSION_3: Dialect = {
  version: 3,
  head: '<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"',
  root: 'tbx',
  header: 'tbxHeader',
  concept: 'conceptEntry',
  language: 'langSec',
  term: 'termSec',
};

/**
 * Concepts as a TBX file, in pieces, one for each concept. Ids that are missing or no XML names, or there already, are
 * replaced by numbers; all else that {@link readTbx} reads is written, and read the same again.
 */
export async function* writeTbx(
  concepts: AsyncIterable<Concept> | Iterable<Concept>,
  { title, version = 2, matter = NO_MATTER }: WriteTbxOptions,
): AsyncGenerator<string> {
  const dialect = version === 3 ? VERSION_3 : VERSION_2;
  const { head, root, header } = dialect;
  const writer = new ConceptWriter(dialect, matter);
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${head}${attributes({ 'xml:lang': matter.language ?? 'en' })}>\n` +
    `  <${header}>\n${writeHeader(title, matter, version)}  </${header}>\n  <text><body>\n`;
  for await (const concept of concepts) yield writer.concept(concept);
  yield `  </body>${writeBack(matter, version)}</text>\n</${root}>\n`;
}

/** What a term may hold in TBX 2. */
const IN_TERMS: ReadonlySet<string> = new Set(['hi']);

class ConceptWriter {
  readonly #dialect: Dialect;
  readonly #ids: Set<string>;
  #number = 0;

  constructor(dialect: Dialect, { references, description }: TermbaseMatter) {
    this.#dialect = dialect;
    this.#ids = new Set([...references, ...description].flatMap(idsIn));
  }

  concept({ id, facts, languages }: Concept): string {
    const { concept } = this.#dialect;
    const content = this.#facts(facts) + languages.map((language) => this.#language(language)).join('');
    return `    <${concept}${attributes({ id: this.#id(id) ?? this.#free() })}>${content}</${concept}>\n`;
  }

  #language({ language, facts, terms }: ConceptLanguage): string {
    const { language: name } = this.#dialect;
    const content = this.#facts(facts) + terms.map((term) => this.#term(term)).join('');
    return `<${name}${attributes({ 'xml:lang': language })}>${content}</${name}>`;
  }

  #term({ id, text, marked, facts }: Term): string {
    const { term, version } = this.#dialect;
    const written = marked ? writeMarked(marked, version, version === 2 ? IN_TERMS : undefined) : escapeText(text);
    return `<${term}><term${attributes({ id: this.#id(id) })}>${written}</term>${this.#facts(facts)}</${term}>`;
  }

  /** A fact that something is said of is a group, in which it comes first. */
  #facts(facts: readonly Fact[]): string {
    return facts
      .map(({ element, id, type, text, marked, language, target, datatype, about }) => {
        const said = attributes({ type, id: this.#id(id), 'xml:lang': language, target, datatype });
        const content = marked ? writeMarked(marked, this.#dialect.version) : escapeText(text);
        const written = `<${element}${said}>${content}</${element}>`;
        return about ? `<${element}Grp>${written}${this.#facts(about)}</${element}Grp>` : written;
      })
      .join('');
  }

  /** The id itself where it can stand in the file: ids are names, and none is there twice. */
  #id(id: string | undefined): string | undefined {
    if (id === undefined || !/^[\p{L}_][\p{L}\p{N}._-]*$/u.test(id) || this.#ids.has(id)) return undefined;
    this.#ids.add(id);
    return id;
  }

  #free(): string {
    let id: string | undefined;
    while (id === undefined) id = this.#id(`c${++this.#number}`);
    return id;
  }
}

function idsIn({ attributes: stated, content }: MarkedElement): readonly string[] {
  const inside = content.flatMap((part) => (typeof part === 'string' ? [] : idsIn(part)));
  const id = stated?.['id'];
  return id === undefined ? inside : [id, ...inside];
}
