import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { canonicalContent } from '../../model/inline.ts';
import { CHARACTER_CODE_TYPE, namedCharacter } from '../xml/character.ts';
import type { XmlElement } from '../xml/element.ts';
import { textOf } from '../xml/element.ts';

/**
 * The content of a `source` or `target` of XLIFF 1.2. `g` is a pair, `bx`/`ex` and `bpt`/`ept` are pairs joined by
 * their `rid`, `it` is half a pair, `x` and `ph` stand alone; text in a `sub` is part of the code around it. The
 * markup a code stands for is its content, or the `equiv-text` where it has none. `mrk` and unknown elements give the
 * text in them.
 */
export function readContent(element: XmlElement): InlineContent {
  return canonicalContent(readChildren(element, new Map()));
}

/** The ids of open codes by their `rid`. */
type OpenCodes = Map<string, string>;

function* readChildren(element: XmlElement, open: OpenCodes): Generator<string | InlineCode> {
  for (const child of element.children) {
    if (typeof child === 'string') yield child;
    else yield* readElement(child, open);
  }
}

function* readElement(element: XmlElement, open: OpenCodes): Generator<string | InlineCode> {
  const { id = '', rid } = element.attributes;
  switch (element.name) {
    case 'g':
      yield code('open', id, element, false);
      yield* readChildren(element, open);
      yield { form: 'close', id };
      break;
    case 'bx':
    case 'bpt':
      open.set(rid ?? id, id);
      yield code('open', id, element);
      break;
    case 'ex':
    case 'ept':
      yield code('close', open.get(rid ?? id) ?? id, element);
      break;
    case 'it':
      yield code(element.attributes['pos'] === 'close' ? 'close' : 'open', id, element);
      break;
    case 'x':
    case 'ph':
      yield character(element) ?? code('standalone', id, element);
      break;
    default:
      yield* readChildren(element, open);
  }
}

function character({ attributes }: XmlElement): string | undefined {
  return attributes['ctype'] === CHARACTER_CODE_TYPE ? namedCharacter(attributes['equiv-text'] ?? '') : undefined;
}

function code(form: InlineCode['form'], id: string, element: XmlElement, isEmpty = true): InlineCode {
  const type = element.attributes['ctype'];
  const data = (isEmpty && textOf(element)) || element.attributes['equiv-text'];
  return { form, id, ...(type ? { type } : {}), ...(data ? { data } : {}) };
}
