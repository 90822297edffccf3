/** The first and last value that may follow a lead byte, which rules out overlong forms and surrogates. */
function secondByteRange(lead: number): readonly [low: number, high: number] {
  if (lead === 0xe0) return [0xa0, 0xbf];
  if (lead === 0xed) return [0x80, 0x9f];
  if (lead === 0xf0) return [0x90, 0xbf];
  if (lead === 0xf4) return [0x80, 0x8f];
  return [0x80, 0xbf];
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

function isSequence(bytes: Uint8Array, start: number, length: number): boolean {
  const [low, high] = secondByteRange(bytes[start] ?? 0);
  for (let place = 1; place < length; place++) {
    const byte = bytes[start + place] ?? 0;
    if (byte < (place === 1 ? low : 0x80) || byte > (place === 1 ? high : 0xbf)) return false;
  }
  return true;
}

/**
 * The offset of the first byte that does not begin a well-formed UTF-8 sequence (RFC 3629), a sequence cut off at the
 * end included; `undefined` when all of it is well formed. `TextDecoder` says only that there is one.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number | undefined {
  let offset = 0;
  while (offset < bytes.length) {
    const length = sequenceLength(bytes[offset] ?? 0);
    if (length === 0 || !isSequence(bytes, offset, length)) return offset;
    offset += length;
  }
  return undefined;
}

/** The 1-based line on which the byte at `offset` stands. */
export function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let index = 0; index < offset; index++) if (bytes[index] === 0x0a) line++;
  return line;
}
