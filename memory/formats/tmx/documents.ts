import { mergeProvenance, type Provenance } from '../../model/provenance.ts';
import type { NewDocumentUnit } from '../../model/unit.ts';
import type { UnitEntry } from '../import-entry.ts';

/** Units that belong together: a document in its order, or units that come from no document. */
export interface TmxGroup {
  /** Absent for units without a document. */
  readonly provenance?: Provenance;
  readonly units: readonly NewDocumentUnit[];
}

/** How many units wait for the rest of their document at most; beyond it the document longest untouched is closed. */
const MAXIMUM_WAITING = 5_000;

/** Units without a document come in groups of this size. */
const LOOSE_GROUP = 1000;

interface OpenDocument {
  provenance: Provenance;
  readonly units: { readonly unit: NewDocumentUnit; readonly position: number }[];
}

/**
 * Gathers the units of each document, wherever they stand in the file (other tools sort what they export), and puts
 * them in the order of their positions.
 *
 * A document that is scattered over more than 5,000 units of other documents comes in several groups.
 */
export async function* groupDocuments(entries: AsyncIterable<UnitEntry>): AsyncGenerator<TmxGroup> {
  const documents = new Map<string, OpenDocument>();
  let loose: NewDocumentUnit[] = [];
  let waiting = 0;
  for await (const { unit, place } of entries) {
    if (!place) {
      loose.push(unit);
      if (loose.length === LOOSE_GROUP) {
        yield { units: loose };
        loose = [];
      }
      continue;
    }
    const document = documents.get(place.document) ?? { provenance: place.provenance, units: [] };
    document.provenance = mergeProvenance(place.provenance, document.provenance);
    const placed = place.block === undefined ? unit : { ...unit, block: place.block };
    document.units.push({ unit: placed, position: place.position ?? document.units.length });
    // Put last again: the first of the map is the one longest untouched.
    documents.delete(place.document);
    documents.set(place.document, document);
    waiting++;
    if (waiting > MAXIMUM_WAITING) {
      const [[key, oldest] = []] = documents;
      if (key === undefined || oldest === undefined) continue;
      documents.delete(key);
      waiting -= oldest.units.length;
      yield closed(oldest);
    }
  }
  for (const document of documents.values()) yield closed(document);
  if (loose.length > 0) yield { units: loose };
}

function closed({ provenance, units }: OpenDocument): TmxGroup {
  return { provenance, units: units.toSorted((a, b) => a.position - b.position).map(({ unit }) => unit) };
}
