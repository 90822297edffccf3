import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { canonicalContent } from '../../model/inline.ts';
import { CHARACTER_CODE_TYPE, namedCharacter } from '../xml/character.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { placedText } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';
import type { CodeTags } from './code-tags.ts';
import { TagCollector } from './code-tags.ts';

/** A content with how its codes are written. */
export interface ReadContent {
  readonly content: InlineContent;
  readonly tags: CodeTags;
}

/**
 * The content of a `source`, `target` or segment `mrk` of XLIFF 1. `g` is a pair, `bx`/`ex` and `bpt`/`ept` are pairs
 * joined by their `rid`, `it` is half a pair, `x` and `ph` stand alone; text in a `sub` is part of the code around it.
 * An annotation (`mrk`) is a pair too, and so is an element of another namespace with text in it, so that they stay.
 */
export function readContent1(element: PlacedElement, fileText: FileText): ReadContent {
  const reader = new ContentReader(element.namespace, fileText);
  return { content: canonicalContent(reader.children(element)), tags: reader.tags.done() };
}

class ContentReader {
  readonly tags: TagCollector;
  readonly #namespace: string;
  /** The ids of open codes by their `rid`. */
  readonly #open = new Map<string, string>();
  #unnamed = 0;

  constructor(namespace: string, fileText: FileText) {
    this.#namespace = namespace;
    this.tags = new TagCollector(fileText);
  }

  *children(element: PlacedElement): Generator<string | InlineCode> {
    for (const child of element.children) {
      if (typeof child === 'string') yield child;
      else yield* this.#element(child);
    }
  }

  *#element(element: PlacedElement): Generator<string | InlineCode> {
    const { id = this.#fallbackId(element), rid } = element.attributes;
    switch (element.namespace === this.#namespace ? element.local : '') {
      case 'bx':
      case 'bpt': {
        const given = this.tags.single('open', id, element);
        this.#open.set(rid ?? id, given);
        yield code('open', given, element);
        break;
      }
      case 'ex':
      case 'ept':
        yield code('close', this.tags.single('close', this.#open.get(rid ?? id) ?? id, element), element);
        break;
      case 'it': {
        const form = element.attributes['pos'] === 'close' ? 'close' : 'open';
        yield code(form, this.tags.single(form, id, element), element);
        break;
      }
      case 'x':
      case 'ph':
        yield character(element) ?? code('standalone', this.tags.single('standalone', id, element), element);
        break;
      default:
        yield* this.#spanning(id, element);
    }
  }

  *#spanning(id: string, element: PlacedElement): Generator<string | InlineCode> {
    const isKnown = element.namespace === this.#namespace && (element.local === 'g' || element.local === 'mrk');
    if (!isKnown && element.contentStart === element.end) {
      yield { form: 'standalone', id: this.tags.single('standalone', id, element), type: `x-${element.local}` };
      return;
    }
    const given = this.tags.pair(id, element);
    const type = element.local === 'g' ? typeOf(element) : annotationType(element);
    yield { form: 'open', id: given, ...(type && { type }) };
    yield* this.children(element);
    yield { form: 'close', id: given };
  }

  #fallbackId({ local, attributes }: PlacedElement): string {
    return `${local}-${attributes['mid'] ?? ++this.#unnamed}`;
  }
}

function annotationType({ local, attributes: { mtype = local } }: PlacedElement): string {
  return mtype.startsWith('x-') ? mtype : `x-${mtype}`;
}

function typeOf({ attributes }: PlacedElement): string | undefined {
  return attributes['ctype'];
}

function character({ attributes }: PlacedElement): string | undefined {
  return attributes['ctype'] === CHARACTER_CODE_TYPE ? namedCharacter(attributes['equiv-text'] ?? '') : undefined;
}

function code(form: InlineCode['form'], id: string, element: PlacedElement): InlineCode {
  const type = typeOf(element);
  const data = placedText(element) || element.attributes['equiv-text'];
  return { form, id, ...(type && { type }), ...(data && { data }) };
}
