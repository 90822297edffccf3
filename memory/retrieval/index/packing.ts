/** The kinds of array that blocks are made of. */
type Packed = Uint8Array | Uint16Array | Uint32Array;
type PackedKind<T extends Packed> = {
  readonly BYTES_PER_ELEMENT: number;
  new (buffer: ArrayBufferLike, byteOffset: number, length: number): T;
};

/** Every array begins at a multiple of this. */
const ALIGNMENT = 4;

/**
 * Arrays as one run of bytes: how long each is, then each as it lies in memory. Reading them back copies nothing, and
 * asks for the byte order that every platform of Node has, little-endian.
 */
export function pack(arrays: readonly Packed[]): Uint8Array {
  const lengths = Uint32Array.from(arrays, (array) => array.length);
  const parts = [lengths, ...arrays];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + aligned(part.byteLength), 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += aligned(part.byteLength);
  }
  return bytes;
}

/** Gives back one array after the other, in the order in which they were packed. */
export class Unpacking {
  readonly #buffer: ArrayBufferLike;
  readonly #lengths: Uint32Array;
  #index = 0;
  #at: number;

  /** @param count how many arrays were packed */
  constructor(bytes: Uint8Array, count: number) {
    this.#buffer = bytes.byteOffset === 0 ? bytes.buffer : bytes.slice().buffer;
    this.#lengths = new Uint32Array(this.#buffer, 0, count);
    this.#at = aligned(this.#lengths.byteLength);
  }

  next<T extends Packed>(kind: PackedKind<T>): T {
    const array = new kind(this.#buffer, this.#at, this.#lengths[this.#index++] ?? 0);
    this.#at += aligned(array.byteLength);
    return array;
  }
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNMENT) * ALIGNMENT;
}
