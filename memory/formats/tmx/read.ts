import { CalqueError } from '../../model/errors.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { Chunks } from '../xml/bytes.ts';
import type { XmlElement } from '../xml/element.ts';
import { readXml } from '../xml/reader.ts';
import type { TmxEntry } from './entry.ts';
import { readUnit } from './read-unit.ts';

export interface ReadTmxOptions {
  /** Names the file in errors. */
  readonly name: string;
  /** The origin of units that state none; `name` by default. */
  readonly source?: string;
  /** The status of units that state none; `draft`, as read unseen, by default. */
  readonly status?: Status;
}

const SUBTREES: ReadonlySet<string> = new Set(['tu']);

/**
 * The units of a TMX file, 1.1 to 1.4b at any level, streamed: a file of any size is read in the memory of its largest
 * `tu`. Every French variant of a `tu` makes a unit with every English one; what gives none is an entry too, with the
 * reason and the place.
 *
 * A concrete `srclang` is taken as the language that was written first; `*all*` says nothing of it.
 *
 * @throws CalqueError while the entries are taken: `ill-formed-xml` with line and column, `ill-formed-file` (not TMX),
 * `unsupported-format` (TMX 2 or an encoding unknown here), `missing-side` (no French or no English in all the file),
 * `not-text`, `not-utf8`, `text-too-long`
 */
export async function* readTmx(chunks: Chunks, options: ReadTmxOptions): AsyncGenerator<TmxEntry> {
  const { name } = options;
  const origin: Origin = { kind: 'import', source: options.source ?? name };
  const defaults = { origin, status: options.status ?? 'draft' } as const;
  const file = new FileFacts(name);
  let ready: TmxEntry[] = [];
  const events = {
    subtrees: SUBTREES,
    start: (element: XmlElement): void => file.start(element),
    subtree: (tu: XmlElement): void => {
      file.start(tu);
      const entries = readUnit(tu, { ...defaults, ...file.header });
      for (const entry of entries) file.count(entry);
      ready.push(...entries);
    },
  };
  for await (const _ of readXml(chunks, name, events)) {
    yield* ready;
    ready = [];
  }
  file.end();
}

/** What is known of the file as a whole while it is read. */
class FileFacts {
  readonly #name: string;
  #root = false;
  #french = false;
  #english = false;
  #tus = 0;
  header: { readonly sourceLanguage?: string } = {};

  constructor(name: string) {
    this.#name = name;
  }

  start(element: XmlElement): void {
    if (!this.#root) this.#checkRoot(element);
    this.#root = true;
    const { srclang } = element.attributes;
    if (element.name === 'header' && srclang !== undefined) this.header = { sourceLanguage: srclang };
  }

  #checkRoot({ name: root, attributes, line, column }: XmlElement): void {
    const where = this.#name;
    if (root !== 'tmx') {
      throw new CalqueError(
        'ill-formed-file',
        `${where} is not TMX: it begins with <${root.slice(0, 40)}>, not <tmx>.`,
        { where, line, column },
      );
    }
    const version = attributes['version'] ?? '';
    if (/^\s*[2-9]/.test(version)) {
      throw new CalqueError('unsupported-format', `${where} is TMX ${version.slice(0, 20)}; 1.1 to 1.4 are read.`, {
        where,
        line,
        column,
      });
    }
  }

  count(entry: TmxEntry): void {
    if (entry.kind === 'other-languages') return;
    this.#tus++;
    const refusal = entry.kind === 'refused' ? entry.refusal : undefined;
    this.#french ||= refusal !== 'no-french' && refusal !== 'unknown-language';
    this.#english ||= refusal !== 'no-english' && refusal !== 'unknown-language';
  }

  end(): void {
    if (this.#tus === 0 || (this.#french && this.#english)) return;
    const missing = this.#french ? 'no English' : this.#english ? 'no French' : 'neither French nor English';
    throw new CalqueError('missing-side', `${this.#name} has ${missing} in any of its translation units.`, {
      where: this.#name,
    });
  }
}
