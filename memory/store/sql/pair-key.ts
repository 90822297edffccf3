import { hash } from 'node:crypto';
import { canonicalContent, contentKey, type InlineContent } from '../../model/inline.ts';
import type { Provenance } from '../../model/provenance.ts';

export interface Pair {
  readonly fr: { readonly content: InlineContent };
  readonly en: { readonly content: InlineContent };
}

/** What two pairs share exactly when both their contents are equal. */
export function pairText(pair: Pair): string {
  // A content's key is a JSON array without line breaks, so the break parts the two beyond doubt.
  return `${contentKey(canonicalContent(pair.fr.content))}\n${contentKey(canonicalContent(pair.en.content))}`;
}

export const KEY_BYTES = 16;

/** 128 bits of SHA-256 over {@link pairText}: enough that two of a billion pairs share one by a chance of 10⁻²¹. */
export function pairKey(pair: Pair): Buffer {
  return digest(pairText(pair));
}

/** A key as a text, to be looked up by. */
export function keyText(key: Uint8Array): string {
  return Buffer.from(key.buffer, key.byteOffset, key.length).toString('latin1');
}

/** The identity of a bitext as it came in: where it is from, and its pairs in order. */
export function bitextKey({ url = '', title = '' }: Provenance, pairKeys: readonly Buffer[]): Buffer {
  return digest(JSON.stringify([url, title, Buffer.concat(pairKeys).toString('base64')]));
}

function digest(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, KEY_BYTES);
}
