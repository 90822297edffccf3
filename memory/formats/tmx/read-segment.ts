import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { canonicalContent } from '../../model/inline.ts';
import { CHARACTER_CODE_TYPE, namedCharacter } from '../xml/character.ts';
import type { XmlElement } from '../xml/element.ts';
import { textOf } from '../xml/element.ts';
import type { CodeIds } from './code-ids.ts';

/** TMX names of code types that XLIFF 1.2, whose terms our codes use, calls otherwise. */
const TYPES: Readonly<Record<string, string>> = { ulined: 'underlined' };

/**
 * The content of a `seg`: `bpt`/`ept` and `hi` are pairs, `it` is half a pair, `ph` and `ut` stand alone. What a code
 * element holds is the markup it stands for; text in a `sub` is part of that markup. An element TMX does not know is
 * read as a pair, so that its text is kept.
 */
export function readSegment(seg: XmlElement, ids: CodeIds): InlineContent {
  return canonicalContent(new SegmentReader(ids).read(seg));
}

class SegmentReader {
  readonly #ids: CodeIds;
  /** The id of the open pair by its `i`. */
  readonly #pairs = new Map<string, string>();
  #unnamed = 0;

  constructor(ids: CodeIds) {
    this.#ids = ids;
  }

  *read(element: XmlElement): Generator<string | InlineCode> {
    for (const child of element.children) {
      if (typeof child === 'string') yield child;
      else yield* this.#element(child);
    }
  }

  *#element(element: XmlElement): Generator<string | InlineCode> {
    switch (element.name) {
      case 'bpt':
        yield code('open', this.#openPair(element), element);
        break;
      case 'ept':
        yield code('close', this.#closePair(element), element);
        break;
      case 'it':
        yield code(element.attributes['pos'] === 'end' ? 'close' : 'open', this.#id(element), element);
        break;
      case 'ph':
      case 'ut':
        yield this.#character(element) ?? code('standalone', this.#id(element), element);
        break;
      default:
        yield* this.#spanning(element);
    }
  }

  *#spanning(element: XmlElement): Generator<string | InlineCode> {
    const id = this.#id(element);
    const type = element.name === 'hi' ? typeOf(element) : `x-${element.name}`;
    yield { form: 'open', id, ...(type === undefined ? {} : { type }) };
    yield* this.read(element);
    yield { form: 'close', id };
  }

  #character(element: XmlElement): string | undefined {
    return element.attributes['type'] === CHARACTER_CODE_TYPE ? namedCharacter(textOf(element)) : undefined;
  }

  #id(element: XmlElement): string {
    const x = element.attributes['x'];
    return x ? this.#ids.ofX(x) : this.#ids.ofOrder(this.#unnamed++);
  }

  #openPair(element: XmlElement): string {
    const { i = '', x } = element.attributes;
    const id = x ? this.#ids.ofX(x) : this.#ids.ofPair(i);
    this.#pairs.set(i, id);
    return id;
  }

  #closePair(element: XmlElement): string {
    const { i = '' } = element.attributes;
    return this.#pairs.get(i) ?? this.#ids.ofPair(i);
  }
}

function typeOf(element: XmlElement): string | undefined {
  const type = element.attributes['type'];
  return type ? (TYPES[type] ?? type) : undefined;
}

function code(form: InlineCode['form'], id: string, element: XmlElement): InlineCode {
  const type = typeOf(element);
  const data = textOf(element);
  return { form, id, ...(type === undefined ? {} : { type }), ...(data === '' ? {} : { data }) };
}
