import type { Concept, ConceptLanguage, Fact, Term } from '../../model/concept.ts';
import { attributes, escapeText } from '../xml/escape.ts';

export interface WriteTbxOptions {
  /** The name of the termbase. */
  readonly title: string;
  /** 2 is TBX-Basic of 2008, which most tools read; 3 that of ISO 30042:2019 in the DCA style. 2 by default. */
  readonly version?: 2 | 3;
}

/** What the two versions call the same. */
interface Dialect {
  readonly head: (title: string) => string;
  readonly foot: string;
  readonly concept: string;
  readonly language: string;
  readonly term: string;
}

const VERSION_2: Dialect = {
  head: (title) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">\n' +
    '<martif type="TBX-Basic" xml:lang="en">\n  <martifHeader>\n' +
    `    <fileDesc><titleStmt><title>${title}</title></titleStmt><sourceDesc><p>Calque</p></sourceDesc></fileDesc>\n` +
    '    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n  </martifHeader>\n  <text><body>\n',
  foot: '  </body></text>\n</martif>\n',
  concept: 'termEntry',
  language: 'langSet',
  term: 'tig',
};

const VERSION_3: Dialect = {
  head: (title) =>
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">\n  <tbxHeader>\n' +
    `    <fileDesc><titleStmt><title>${title}</title></titleStmt><sourceDesc><p>Calque</p></sourceDesc></fileDesc>\n` +
    '    <encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc>\n  </tbxHeader>\n  <text><body>\n',
  foot: '  </body></text>\n</tbx>\n',
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
  { title, version = 2 }: WriteTbxOptions,
): AsyncGenerator<string> {
  const dialect = version === 3 ? VERSION_3 : VERSION_2;
  const writer = new ConceptWriter(dialect);
  yield dialect.head(escapeText(title));
  for await (const concept of concepts) yield writer.concept(concept);
  yield dialect.foot;
}

class ConceptWriter {
  readonly #dialect: Dialect;
  readonly #ids = new Set<string>();
  #number = 0;

  constructor(dialect: Dialect) {
    this.#dialect = dialect;
  }

  concept({ id, facts, languages }: Concept): string {
    const { concept } = this.#dialect;
    const content = writeFacts(facts) + languages.map((language) => this.#language(language)).join('');
    return `    <${concept}${attributes({ id: this.#id(id) ?? this.#free() })}>${content}</${concept}>\n`;
  }

  #language({ language, facts, terms }: ConceptLanguage): string {
    const { language: name } = this.#dialect;
    const content = writeFacts(facts) + terms.map((term) => this.#term(term)).join('');
    return `<${name}${attributes({ 'xml:lang': language })}>${content}</${name}>`;
  }

  #term({ id, text, facts }: Term): string {
    const { term } = this.#dialect;
    return `<${term}><term${attributes({ id: this.#id(id) })}>${escapeText(text)}</term>${writeFacts(facts)}</${term}>`;
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

/** A fact that something is said of is a group, in which it comes first. */
function writeFacts(facts: readonly Fact[]): string {
  return facts
    .map((fact) => {
      const { element, type, text, language, target, about } = fact;
      const written = `<${element}${attributes({ type, 'xml:lang': language, target })}>${escapeText(text)}</${element}>`;
      return about ? `<${element}Grp>${written}${writeFacts(about)}</${element}Grp>` : written;
    })
    .join('');
}
