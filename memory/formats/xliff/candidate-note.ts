import type { Replacement } from '../../model/match.ts';
import type { Provenance } from '../../model/provenance.ts';

/**
 * Where a text comes from, in one line for a translator: publication, title, date, author, address, and the credit
 * note as printed, or the translator where there is none. `undefined` when nothing is known.
 */
export function provenanceNote(provenance: Provenance): string | undefined {
  const { publication, title, publishedOn, author, url, credit, translator, rights } = provenance;
  const translated = credit ?? (translator === undefined ? undefined : `Translated by ${translator}.`);
  const known = [publication, title, publishedOn, author, url, translated, rights].filter((part) => part);
  return known.length > 0 ? known.join(' · ') : undefined;
}

/** What was replaced in an adapted target: `Adapted: 2020 → 2021; lundi → mardi`. */
export function adaptationNote(replacements: readonly Replacement[] | undefined): string | undefined {
  if (!replacements || replacements.length === 0) return undefined;
  return `Adapted: ${replacements.map(({ from, to }) => `${from} → ${to}`).join('; ')}`;
}
