import type { InlineCode } from '../../model/inline.ts';
import { canonicalContent } from '../../model/inline.ts';
import { own } from '../own.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { childElements, placedText } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';
import { TagCollector } from './code-tags.ts';
import type { ReadContent } from './content1.ts';

/** The texts of a unit's `originalData`, by id. */
export type OriginalData = ReadonlyMap<string, string>;

/** What XLIFF 2 calls the types that our codes name as XLIFF 1.2 does. */
const TYPES: Readonly<Record<string, string>> = {
  'xlf:b': 'bold',
  'xlf:i': 'italic',
  'xlf:u': 'underlined',
  'xlf:lb': 'lb',
  'xlf:pb': 'pb',
  link: 'link',
  image: 'image',
};

/**
 * The content of a `source` or `target` of XLIFF 2. `pc` and `mrk` are pairs, `sc`/`ec` and `sm`/`em` are pairs or halves
 * of pairs that end in another segment, `ph` stands alone, `cp` is the character it names.
 */
export function readContent2(element: PlacedElement, fileText: FileText, data: OriginalData): ReadContent {
  const reader = new ContentReader(element.namespace, fileText, data);
  return { content: canonicalContent(reader.children(element)), tags: reader.tags.done() };
}

/** The `data` elements of a unit. */
export function readOriginalData(element: PlacedElement | undefined): OriginalData {
  const texts = new Map<string, string>();
  for (const child of element ? childElements(element) : []) {
    texts.set(child.attributes['id'] ?? '', placedText(child));
  }
  return texts;
}

class ContentReader {
  readonly tags: TagCollector;
  readonly #namespace: string;
  readonly #data: OriginalData;
  #unnamed = 0;

  constructor(namespace: string, fileText: FileText, data: OriginalData) {
    this.#namespace = namespace;
    this.#data = data;
    this.tags = new TagCollector(fileText);
  }

  *children(element: PlacedElement): Generator<string | InlineCode> {
    for (const child of element.children) {
      if (typeof child === 'string') yield child;
      else yield* this.#element(child);
    }
  }

  *#element(element: PlacedElement): Generator<string | InlineCode> {
    const { id = `${element.local}-${++this.#unnamed}`, startRef } = element.attributes;
    switch (element.namespace === this.#namespace ? element.local : '') {
      case 'cp':
        yield characterOf(element) ?? this.#code('standalone', id, element, 'dataRef');
        break;
      case 'sc':
      case 'sm':
        yield this.#code('open', id, element, 'dataRef');
        break;
      case 'ec':
      case 'em':
        yield this.#code('close', startRef ?? id, element, 'dataRef');
        break;
      case 'pc':
      case 'mrk':
        yield* this.#pair(id, element);
        break;
      default:
        yield this.#code('standalone', id, element, 'dataRef');
    }
  }

  *#pair(id: string, element: PlacedElement): Generator<string | InlineCode> {
    const given = this.tags.pair(id, element);
    const type = typeOf(element);
    const start = this.#dataOf(element, 'dataRefStart');
    const end = this.#dataOf(element, 'dataRefEnd');
    yield { form: 'open', id: given, ...(type && { type }), ...(start && { data: start }) };
    yield* this.children(element);
    yield { form: 'close', id: given, ...(end && { data: end }) };
  }

  #code(form: InlineCode['form'], id: string, element: PlacedElement, reference: string): InlineCode {
    const type = typeOf(element);
    const data = this.#dataOf(element, reference) ?? element.attributes['equiv'];
    return { form, id: this.tags.single(form, id, element), ...(type && { type }), ...(data && { data }) };
  }

  #dataOf({ attributes }: PlacedElement, reference: string): string | undefined {
    const id = attributes[reference];
    return id === undefined ? undefined : this.#data.get(id);
  }
}

function typeOf({ local, attributes: { type, subType } }: PlacedElement): string | undefined {
  if (local === 'mrk' || local === 'sm') return `x-${type ?? 'generic'}`;
  const name = own(TYPES, subType ?? '') ?? own(TYPES, type ?? '');
  return name ?? (type === undefined ? undefined : `x-${type}`);
}

function characterOf({ attributes }: PlacedElement): string | undefined {
  const point = Number.parseInt(attributes['hex'] ?? '', 16);
  return point >= 0 && point <= 0x10ffff ? String.fromCodePoint(point) : undefined;
}
