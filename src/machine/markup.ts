import type { InlineCode, InlineContent } from '../../memory/model/inline.ts';
import { canonicalContent, contentCodes, isCode } from '../../memory/model/inline.ts';

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const CHARACTERS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Content as XML: every code becomes an empty element `<c i="N"/>` that names its place among the codes. */
export function contentToMarkup(content: InlineContent): string {
  let next = 0;
  return content
    .map((part) => (isCode(part) ? `<c i="${next++}"/>` : part.replaceAll(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign)))
    .join('');
}

/**
 * Reads {@link contentToMarkup}'s XML back after a service has translated the text in it.
 * @returns `undefined` when a code is missing, doubled or unknown
 */
export function contentFromMarkup(markup: string, original: InlineContent): InlineContent | undefined {
  const codes = contentCodes(original);
  const used = new Set<InlineCode>();
  const parts = markup.split(/(<c i="\d+"\s*\/>|<c i="\d+"\s*><\/c>)/).map((piece) => {
    const index = /^<c i="(\d+)"/.exec(piece)?.[1];
    if (index === undefined) return plainText(piece);
    const code = codes[Number(index)];
    if (code === undefined || used.has(code)) return undefined;
    used.add(code);
    return code;
  });
  const whole = parts.filter((part) => part !== undefined);
  return whole.length === parts.length && used.size === codes.length ? canonicalContent(whole) : undefined;
}

/** What became of the codes of a content in XML that {@link contentFromMarkup} does not take. */
export interface CodeFaults {
  readonly lost: number;
  readonly doubled: number;
  /** Elements that stand for no code. */
  readonly unknown: number;
}

export function codeFaults(markup: string, original: InlineContent): CodeFaults {
  const count = contentCodes(original).length;
  const found = [...markup.matchAll(/<c i="(\d+)"/g)].map(([, index]) => Number(index));
  const known = new Set(found.filter((index) => index < count));
  return {
    lost: count - known.size,
    doubled: found.filter((index) => index < count).length - known.size,
    unknown: found.filter((index) => index >= count).length,
  };
}

function plainText(text: string): string {
  return text.replaceAll(/&(amp|lt|gt|quot|apos);/g, (entity, name: string) => CHARACTERS[name] ?? entity);
}
