import type { Provenance } from '../../model/provenance.ts';
import type { DocumentId, Occurrence, TranslationUnit, UnitId, UnitInContext, UnitPlace } from '../../model/unit.ts';
import type { Connection } from './connection.ts';
import { type ProvenanceRow, provenanceOf } from './provenance.ts';
import { type UnitRow, unitOf } from './unit-rows.ts';

/** Gives rows of units the places they occur in, in few queries for many rows. */
export interface Places {
  withOccurrences(row: UnitRow): Promise<TranslationUnit>;
  allWithOccurrences(rows: readonly UnitRow[]): Promise<readonly TranslationUnit[]>;
  inContext(row: UnitRow): Promise<UnitInContext>;
  /** What gives rows of these units their places, which can be asked for beside the rows. */
  around(ids: Iterable<UnitId>): Promise<(row: UnitRow) => UnitInContext>;
  allInContext(rows: readonly UnitRow[]): Promise<readonly UnitInContext[]>;
}

interface PlaceRow {
  readonly unit_id: number;
  readonly document_id: number;
  readonly position: number;
  readonly previous_id: number | null;
  readonly previous_fr: string | null;
  readonly previous_en: string | null;
  readonly next_id: number | null;
  readonly next_fr: string | null;
  readonly next_en: string | null;
}

export function places(connection: Connection): Places {
  const { wantedNumbers, joinInOrder, list } = connection.dialect;
  // A deleted neighbour is none: the text that stood there is no longer vouched for.
  const ofUnits = connection.prepare<[string], PlaceRow>(
    `SELECT o.unit_id, o.document_id, o.position,
       p.id AS previous_id, p.fr_text AS previous_fr, p.en_text AS previous_en,
       n.id AS next_id, n.fr_text AS next_fr, n.en_text AS next_en
     FROM ${wantedNumbers}
     ${joinInOrder} occurrences AS o ON o.unit_id = wanted.value
     LEFT JOIN occurrences AS before ON before.document_id = o.document_id AND before.position = o.position - 1
     LEFT JOIN live_units AS p ON p.id = before.unit_id
     LEFT JOIN occurrences AS behind ON behind.document_id = o.document_id AND behind.position = o.position + 1
     LEFT JOIN live_units AS n ON n.id = behind.unit_id
     ORDER BY o.unit_id, o.document_id, o.position`,
  );
  const documents = connection.prepare<[string], ProvenanceRow & { readonly id: number }>(
    `SELECT d.* FROM documents AS d WHERE d.id IN (
       SELECT o.document_id FROM ${wantedNumbers} ${joinInOrder} occurrences AS o ON o.unit_id = wanted.value)`,
  );

  async function placesOf(units: string): Promise<Map<UnitId, PlaceRow[]>> {
    const found = new Map<UnitId, PlaceRow[]>();
    for (const place of await ofUnits.all(units)) {
      const known = found.get(place.unit_id);
      if (known === undefined) found.set(place.unit_id, [place]);
      else known.push(place);
    }
    return found;
  }

  async function provenances(units: string): Promise<Map<DocumentId, Provenance>> {
    return new Map((await documents.all(units)).map((row) => [row.id, provenanceOf(row)]));
  }

  async function around(ids: Iterable<UnitId>): Promise<(row: UnitRow) => UnitInContext> {
    const units = list(new Set(ids));
    const [found, known] = await Promise.all([placesOf(units), provenances(units)]);
    return (row) => withPlaces(row, found.get(row.id) ?? [], known);
  }

  function withPlaces(row: UnitRow, own: readonly PlaceRow[], known: Map<DocumentId, Provenance>): UnitInContext {
    return {
      unit: unitOf(row, own.map(occurrenceOf)),
      places: own.map((place) => placeOf(place, known.get(place.document_id) ?? {})),
    };
  }

  return {
    withOccurrences: async (row) => unitOf(row, ((await placesOf(list([row.id]))).get(row.id) ?? []).map(occurrenceOf)),

    async allWithOccurrences(rows) {
      const found = await placesOf(list(new Set(idsOf(rows))));
      return rows.map((row) => unitOf(row, (found.get(row.id) ?? []).map(occurrenceOf)));
    },

    around,
    inContext: async (row) => (await around([row.id]))(row),
    allInContext: async (rows) => rows.map(await around(idsOf(rows))),
  };
}

function idsOf(rows: readonly UnitRow[]): readonly UnitId[] {
  return rows.map(({ id }) => id);
}

function occurrenceOf(place: PlaceRow): Occurrence {
  return {
    documentId: place.document_id,
    position: place.position,
    ...(place.previous_id !== null && { previousUnitId: place.previous_id }),
    ...(place.next_id !== null && { nextUnitId: place.next_id }),
  };
}

function placeOf(place: PlaceRow, provenance: Provenance): UnitPlace {
  return {
    documentId: place.document_id,
    position: place.position,
    provenance,
    ...neighbour('previous', place.previous_fr, place.previous_en),
    ...neighbour('next', place.next_fr, place.next_en),
  };
}

function neighbour(side: 'previous' | 'next', fr: string | null, en: string | null): Partial<UnitPlace> {
  return fr === null || en === null ? {} : { [side]: { fr, en } };
}
