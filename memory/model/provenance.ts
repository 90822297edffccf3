import type { Language } from './language.ts';

/**
 * A day, month or year as a source printed it, in ISO 8601 at the precision known: `2021-11-25`, `2021-11`, `2021`.
 */
export type PartialDate = string;

/** Where a text comes from. A field is absent when it is not known; nothing is guessed. */
export interface Provenance {
  /** Headline or name of the document. */
  readonly title?: string;
  /** The newspaper, agency or site: `Middle East Eye`. */
  readonly publication?: string;
  readonly url?: string;
  readonly publishedOn?: PartialDate;
  readonly author?: string;
  /** Person or firm that translated it: `VECTranslation`. */
  readonly translator?: string;
  /** The credit note exactly as it was printed. */
  readonly credit?: string;
  /** The language it was written in; the other side is the translation. */
  readonly originalLanguage?: Language;
  readonly rights?: string;
}

/** What a credit note states, read from its own words. */
export interface CreditNote {
  /** The note exactly as printed. */
  readonly text: string;
  /** The language the note itself is in. */
  readonly language: Language;
  readonly originalLanguage?: Language;
  readonly translator?: string;
}

/** `details` over `base`, field by field: what `details` knows wins, what it does not know stays. */
export function mergeProvenance(base: Provenance, details: Provenance): Provenance {
  const known = Object.entries(details).filter(([, value]) => value !== undefined && value !== '');
  return { ...base, ...Object.fromEntries(known) };
}
