/**
 * What XML 1.0 has no way to write, not even as a character reference: most control characters, U+FFFE, U+FFFF and
 * halves of surrogate pairs (all but the production `Char`).
 */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function reference(character: string): string {
  return REFERENCES[character] ?? character;
}

/** A character XML cannot carry is replaced by U+FFFD, the sign for a lost character, rather than written ill-formed. */
function carried(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}');
}

/** Text as the content of an element. A carriage return is written as a reference, or the reader would lose it. */
export function escapeText(text: string): string {
  return carried(text).replace(/[&<>\r]/g, reference);
}

/** Text as an attribute's value in double quotes. Tabs and line ends are references, or the reader would make them spaces. */
export function escapeAttribute(text: string): string {
  return carried(text).replace(/[&<>"\t\n\r]/g, reference);
}

/** ` name="value"` for each attribute that has a value. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  let written = '';
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) written += ` ${name}="${escapeAttribute(String(value))}"`;
  }
  return written;
}

/** Cuts text into what XML can carry and the single characters it cannot, in order. */
export function splitForbidden(text: string): readonly { readonly text: string; readonly forbidden: boolean }[] {
  const parts: { text: string; forbidden: boolean }[] = [];
  let start = 0;
  for (const { index, 0: character } of text.matchAll(FORBIDDEN)) {
    if (index > start) parts.push({ text: text.slice(start, index), forbidden: false });
    parts.push({ text: character, forbidden: true });
    start = index + character.length;
  }
  if (start < text.length) parts.push({ text: text.slice(start), forbidden: false });
  return parts;
}
