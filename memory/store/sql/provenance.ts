import type { Language } from '../../model/language.ts';
import type { Provenance } from '../../model/provenance.ts';

/** The columns of a document that hold its provenance. */
export interface ProvenanceRow {
  readonly title: string | null;
  readonly publication: string | null;
  readonly url: string | null;
  readonly published_on: string | null;
  readonly author: string | null;
  readonly translator: string | null;
  readonly credit: string | null;
  readonly original_language: Language | null;
  readonly rights: string | null;
}

/** The columns in the order of {@link provenanceValues}. */
export const PROVENANCE_COLUMNS = [
  'title',
  'publication',
  'url',
  'published_on',
  'author',
  'translator',
  'credit',
  'original_language',
  'rights',
] as const satisfies readonly (keyof ProvenanceRow)[];

export function provenanceValues(provenance: Provenance): (string | null)[] {
  return [
    provenance.title,
    provenance.publication,
    provenance.url,
    provenance.publishedOn,
    provenance.author,
    provenance.translator,
    provenance.credit,
    provenance.originalLanguage,
    provenance.rights,
  ].map((value) => value || null);
}

export function provenanceOf(row: ProvenanceRow): Provenance {
  return {
    ...(row.title !== null && { title: row.title }),
    ...(row.publication !== null && { publication: row.publication }),
    ...(row.url !== null && { url: row.url }),
    ...(row.published_on !== null && { publishedOn: row.published_on }),
    ...(row.author !== null && { author: row.author }),
    ...(row.translator !== null && { translator: row.translator }),
    ...(row.credit !== null && { credit: row.credit }),
    ...(row.original_language !== null && { originalLanguage: row.original_language }),
    ...(row.rights !== null && { rights: row.rights }),
  };
}
