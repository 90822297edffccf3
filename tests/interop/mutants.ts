/** What breaks readers: halves of markup, entities, odd characters and bytes that are no UTF-8. */
const TOKENS = [
  '<',
  '>',
  '</',
  '/>',
  '&',
  '&#0;',
  '&#x110000;',
  '&a;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?',
  '"',
  "'",
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  ' xmlns=""',
  ' id="1"',
  '<mrk mtype="seg" mid="1">',
  '<g id="1">',
  '<pc id="1">',
  '<sc id="1"/>',
  '<target/>',
  '<source>',
  '\u{0}',
  '\u{FEFF}',
  '\u{FFFF}',
  '\r',
  '😀',
  '\t\n',
].map((token) => new TextEncoder().encode(token));

const RAW: readonly Uint8Array[] = [new Uint8Array([0xff]), new Uint8Array([0xc3]), new Uint8Array([0, 0])];

/** The bytes with one to four changes: a piece dropped, repeated or moved, a byte flipped, something put in, the end cut off. */
export function mutant(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  let changed = bytes;
  for (let count = 1 + random(4); count > 0; count--) changed = mutation(changed, random);
  return changed;
}

/** Pieces that can be dropped, repeated or exchanged while the file stays well-formed XML. */
const PIECES = [/ [\w:-]+="[^"]*"/g, /<([\w:-]+)[^<>]*>[^<>]*<\/\1>/g, /<[\w:-]+[^<>]*\/>/g, /"[^"<>&]*"/g];

/** The bytes with one such piece dropped, or another of its kind in its place or behind it. */
function rearranged(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...text.matchAll(PIECES[random(PIECES.length)] ?? /$/g)];
  const [piece, other] = [found[random(found.length)], found[random(found.length)]];
  if (!piece || !other) return bytes;
  const end = piece.index + piece[0].length;
  const [before, after] = [text.slice(0, piece.index), text.slice(end)];
  const inserted = [other[0], piece[0] + other[0], ''][random(piece[0].startsWith('<') ? 3 : 1)] ?? '';
  return Buffer.from(before + inserted + after, 'latin1');
}

function mutation(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  if (random(3) > 0) return rearranged(bytes, random);
  const start = random(bytes.length + 1);
  const end = Math.min(bytes.length, start + 1 + random(40));
  const piece = bytes.subarray(start, end);
  const tokens = random(8) === 0 ? RAW : TOKENS;
  switch (random(6)) {
    case 0:
      return joined(bytes.subarray(0, start), bytes.subarray(end));
    case 1:
      return joined(bytes.subarray(0, end), piece, bytes.subarray(end));
    case 2:
      return joined(bytes.subarray(0, start), tokens[random(tokens.length)] ?? piece, bytes.subarray(start));
    case 3:
      return bytes.subarray(0, start);
    case 4: {
      const place = random(bytes.length + 1);
      return joined(bytes.subarray(0, place), piece, bytes.subarray(place));
    }
    default: {
      const flipped = bytes.slice();
      if (start < flipped.length) flipped[start] = (flipped[start] ?? 0) ^ (1 << random(8));
      return flipped;
    }
  }
}

function joined(...pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let length = 0;
  for (const piece of pieces) {
    whole.set(piece, length);
    length += piece.length;
  }
  return whole;
}
