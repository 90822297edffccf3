/**
 * The content of a variant or segment: text with inline codes as structure, never as text in angle brackets.
 * An `open` and the `close` of one `id` belong together; either may stand alone where a sentence was cut
 * between them. A `standalone` code is a line break, an image, a placeholder.
 */
export interface InlineCode {
  readonly form: 'open' | 'close' | 'standalone';
  /** Pairs an `open` with its `close`, and a code of the source with the same code of the target. */
  readonly id: string;
  /** What the code does, in XLIFF 1.2 `ctype` terms where known: `bold`, `link`, `lb`, `x-…`. */
  readonly type?: string;
  /** The markup it stands for in the original file, kept to be given back. */
  readonly data?: string;
}

/** Text and codes in reading order. Canonical: no empty text, no two texts in a row. */
export type InlineContent = readonly (string | InlineCode)[];

export function isCode(part: string | InlineCode): part is InlineCode {
  return typeof part !== 'string';
}

/** Content of plain text; empty text is empty content. */
export function contentFromText(text: string): InlineContent {
  return text === '' ? [] : [text];
}

/** The text of a content, codes left out. */
export function contentText(content: InlineContent): string {
  let text = '';
  for (const part of content) if (!isCode(part)) text += part;
  return text;
}

export function contentCodes(content: InlineContent): readonly InlineCode[] {
  return content.filter(isCode);
}

/** The same content in canonical form. */
export function canonicalContent(parts: Iterable<string | InlineCode>): InlineContent {
  const content: (string | InlineCode)[] = [];
  for (const part of parts) {
    const last = content.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') content[content.length - 1] = last + part;
    else content.push(part);
  }
  return content;
}

/**
 * A text that two contents share exactly when they are equal: same text, same codes in the same places.
 * It is what a store hashes to find a unit again; the markup behind a code (`data`) is not part of it.
 */
export function contentKey(content: InlineContent): string {
  return JSON.stringify(content.map((part) => (isCode(part) ? [part.form[0], part.id, part.type ?? ''] : part)));
}

/** Whether two contents have one {@link contentKey}. */
export function sameContent(one: InlineContent, other: InlineContent): boolean {
  return one.length === other.length && one.every((part, index) => samePart(part, other[index] ?? ''));
}

function samePart(one: string | InlineCode, other: string | InlineCode): boolean {
  if (!isCode(one) || !isCode(other)) return one === other;
  return one.form === other.form && one.id === other.id && (one.type ?? '') === (other.type ?? '');
}

/** Content in two, at an offset into its text; codes at the cut stay with what they close or open. */
export function splitContent(content: InlineContent, at: number): readonly [InlineContent, InlineContent] {
  const head: (string | InlineCode)[] = [];
  const tail: (string | InlineCode)[] = [];
  let seen = 0;
  for (const part of content) {
    if (isCode(part)) {
      const behind = seen > at || (seen === at && part.form !== 'close');
      (behind ? tail : head).push(part);
    } else {
      const cut = Math.min(Math.max(at - seen, 0), part.length);
      head.push(part.slice(0, cut));
      tail.push(part.slice(cut));
      seen += part.length;
    }
  }
  return [canonicalContent(head), canonicalContent(tail)];
}
