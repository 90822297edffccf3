import type { InlineCode } from '../../model/inline.ts';
import type { PlacedElement } from '../xml/placed.ts';
import type { FileText } from '../xml/text-window.ts';

/** How a code is written in the file. */
export interface CodeTag {
  /** Its tag or, for a code that holds its markup, the whole element. */
  readonly markup: string;
  /** Half of an element that spans text: such pairs must nest. */
  readonly spans: boolean;
  /** Kept for a pair that can no longer be an element. */
  readonly local: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The tags of the codes of one content, by {@link codeKey}. */
export type CodeTags = ReadonlyMap<string, CodeTag>;

export function codeKey({ form, id }: Pick<InlineCode, 'form' | 'id'>): string {
  return `${form} ${id}`;
}

const NONE: CodeTags = new Map();

/** Gathers the tags of a content while it is read, and gives each code an id that no other code of another form has. */
export class TagCollector {
  readonly #text: FileText;
  readonly #tags = new Map<string, CodeTag>();

  constructor(text: FileText) {
    this.#text = text;
  }

  /** A code that is a whole element, not spanning text: `x`, `bx`, `ph`, `sc` … Returns its id. */
  single(form: InlineCode['form'], id: string, element: PlacedElement): string {
    const { local, attributes } = element;
    const tag: CodeTag = {
      markup: this.#text.slice(element.start, element.end),
      spans: false,
      local,
      attributes,
    };
    return this.#free([form], id, tag);
  }

  /** A pair that is one element with text in it: `g`, `pc`, `mrk`. Returns its id. */
  pair(id: string, element: PlacedElement): string {
    const { local, attributes, name } = element;
    const isEmptyTag = element.contentStart === element.end;
    const start = this.#text.slice(element.start, element.contentStart);
    const open = isEmptyTag ? start.replace(/\s*\/>$/, '>') : start;
    const close = isEmptyTag ? `</${name}>` : this.#text.slice(element.contentEnd, element.end);
    const tag = { markup: open, spans: true, local, attributes };
    const given = this.#free(['open', 'close'], id, tag);
    this.#tags.set(codeKey({ form: 'close', id: given }), { ...tag, markup: close });
    return given;
  }

  done(): CodeTags {
    return this.#tags.size === 0 ? NONE : this.#tags;
  }

  /** Files exist in which several codes of a segment have one id: those written otherwise are told apart by a number. */
  #free(forms: readonly InlineCode['form'][], id: string, tag: CodeTag): string {
    let given = id;
    for (let number = 2; !forms.every((form) => this.#takes(form, given, tag)); number++) given = `${id}~${number}`;
    for (const form of forms) this.#tags.set(codeKey({ form, id: given }), tag);
    return given;
  }

  /** Of a pair that spans text, what is compared is how it begins. */
  #opening(form: InlineCode['form'], id: string, taken: CodeTag): string | undefined {
    return taken.spans && form === 'close' ? this.#tags.get(codeKey({ form: 'open', id }))?.markup : taken.markup;
  }

  #takes(form: InlineCode['form'], id: string, tag: CodeTag): boolean {
    const taken = this.#tags.get(codeKey({ form, id }));
    return taken === undefined || (taken.spans === tag.spans && this.#opening(form, id, taken) === tag.markup);
  }
}
