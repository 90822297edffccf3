import type { InlineCode, InlineContent } from '../../model/inline.ts';
import { isCode } from '../../model/inline.ts';
import { pairCodes } from '../inline-pairs.ts';

/**
 * Gives the codes of the two sides of a unit ids that XLIFF 2 takes: name tokens, none twice in a side but for the two
 * ends of a pair, and the same for the same code of either side. The nth of several codes with one id is taken for the
 * nth of the other side.
 */
export class UniqueCodes {
  readonly #tokens = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The content with the ids it is written with. */
  rename(content: InlineContent): InlineContent {
    const pairs = pairCodes(content);
    const seen = new Map<string, number>();
    const given = new Map<number, string>();
    return content.map((part, index) => {
      if (!isCode(part)) return part;
      const partner = pairs.get(index);
      const id = (partner === undefined ? undefined : given.get(partner)) ?? this.#token(part, seen);
      given.set(index, id);
      return { ...part, id };
    });
  }

  /** A name that no code has. */
  free(wanted: string): string {
    let name = wanted;
    for (let number = 2; this.#taken.has(name); number++) name = `${wanted}-${number}`;
    this.#taken.add(name);
    return name;
  }

  #token({ form, id }: InlineCode, seen: Map<string, number>): string {
    const name = `${form} ${id}`;
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    const key = `${name} ${count}`;
    const token = this.#tokens.get(key) ?? this.free(nameToken(id));
    this.#tokens.set(key, token);
    return token;
  }
}

/** Any sign that is none of a name token is written as its code point. */
export function nameToken(id: string): string {
  const token = id.replace(/[^A-Za-z0-9._:-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`);
  return token === '' ? '_' : token;
}
