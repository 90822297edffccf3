import type { LanguageTag } from '../../../memory/model/language.ts';
import { canonicalTag } from '../../../memory/model/language.ts';

/** What an address of the tmserver protocol asks for. */
export type Address =
  | { readonly kind: 'languages' }
  | { readonly kind: 'unit'; readonly source: LanguageTag; readonly target: LanguageTag; readonly text?: string }
  | { readonly kind: 'store'; readonly source: LanguageTag; readonly target: LanguageTag; readonly name: string };

/**
 * Reads the part of an address behind the protocol's base, still percent-encoded as it was sent: a text may hold
 * encoded slashes, and Virtaal doubles the slashes between the parts. A `+` is a plus.
 * @returns `undefined` for any other address
 */
export function readAddress(path: string): Address | undefined {
  const parts = path.split('/').filter((part) => part !== '');
  if (parts[0] === 'languages' && parts.length === 1) return { kind: 'languages' };
  const [from = '', to = '', kind, ...rest] = parts;
  const source = canonicalTag(from);
  const target = canonicalTag(to);
  if (source === undefined || target === undefined) return undefined;
  const text = decode(rest.join('/'));
  if (text === undefined) return undefined;
  if (kind === 'unit') return { kind, source, target, ...(text !== '' && { text }) };
  if (kind === 'store' && text !== '') return { kind, source, target, name: text };
  return undefined;
}

function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
