import type { IndexBlock } from '../index/index-port.ts';
import { SMALL } from '../index/stem-directory.ts';

/**
 * The blocks of several indexes in one list: the same list as long as none of them changes, and otherwise one that begins as
 * before as far as it can, as what is known of blocks holds as far as that goes (see `StemDirectory`). Small blocks stand last, for they
 * change most.
 */
export class JoinedBlocks {
  #parts: readonly (readonly IndexBlock[])[] = [];
  #joined: readonly IndexBlock[] = [];

  of(parts: readonly (readonly IndexBlock[])[]): readonly IndexBlock[] {
    if (parts.length === this.#parts.length && parts.every((part, place) => part === this.#parts[place])) {
      return this.#joined;
    }
    // The list of a block's units stays, also where some of them are dead since.
    const places = new Map(this.#joined.map(({ units }, place) => [units, place]));
    const placeOf = ({ units }: IndexBlock) => places.get(units) ?? places.size;
    const isSmall = ({ units }: IndexBlock) => Number(units.length < SMALL);
    this.#parts = parts;
    this.#joined = parts.flat().sort((a, b) => isSmall(a) - isSmall(b) || placeOf(a) - placeOf(b));
    return this.#joined;
  }
}
