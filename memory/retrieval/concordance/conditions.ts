import type { UnitConditions } from '../../model/concordance.ts';
import type { PartialDate, Provenance } from '../../model/provenance.ts';
import { normalizeText, stripAccents } from '../../text/normalize.ts';

/** Whether any condition is set. */
export function hasConditions(conditions: UnitConditions): boolean {
  return Object.values(conditions).some((value) => value !== undefined);
}

/** Whether some are about the documents of a unit. These narrow a search down most. */
export function asksForDocuments({ publication, translator, publishedFrom, publishedTo }: UnitConditions): boolean {
  return [publication, translator, publishedFrom, publishedTo].some((value) => value !== undefined);
}

/** Whether a document of this provenance meets what is asked of documents. */
export function documentMeets(
  { publication, translator, publishedOn }: Provenance,
  conditions: UnitConditions,
): boolean {
  return (
    contains(publication, conditions.publication) &&
    contains(translator, conditions.translator) &&
    isWithin(publishedOn, conditions.publishedFrom, conditions.publishedTo)
  );
}

function contains(text: string | undefined, part: string | undefined): boolean {
  return part === undefined || folded(text ?? '').includes(folded(part));
}

function folded(text: string): string {
  return stripAccents(normalizeText(text));
}

/** A month or year is within what it shares a day with. */
function isWithin(date: PartialDate | undefined, from: PartialDate | undefined, to: PartialDate | undefined): boolean {
  if (from === undefined && to === undefined) return true;
  // `~` follows every digit and hyphen, so `2021~` is the end of 2021.
  return date !== undefined && `${date}~` >= (from ?? '') && date <= `${to ?? ''}~`;
}
