import type { DocumentDetails, SaidField } from '../../model/document.ts';
import { canonicalTag, LANGUAGES, type Language, languageOf } from '../../model/language.ts';
import type { PartialDate, Provenance } from '../../model/provenance.ts';
import { isDay } from '../../text/calendar.ts';
import { dateOf } from '../../text/dates.ts';
import { collapse } from './blocks.ts';

/** The longest value of each field that is believed to be one, in UTF-16 units. */
const LONGEST: Readonly<Record<SaidField, number>> = {
  title: 1000,
  publication: 300,
  url: 2000,
  publishedOn: 40,
  changedOn: 40,
  author: 300,
  translator: 300,
  credit: 1000,
  originalLanguage: 40,
  language: 40,
  rights: 1000,
};

/** What office programs write where nobody named an author. */
const NOBODY =
  /^(?:unknown|microsoft office user|user|utilisateur|admin(?:istrat(?:or|eur))?|author|auteur|un-?named|anonymous|owner|pc|python-docx)$/i;

/** One thing a document may say, where it said it, and what; places that are believed most come first. */
export type Saying = readonly [field: SaidField, source: string, value: string | undefined];

/** Takes the first usable value of each field. */
export function gatherDetails(sayings: Iterable<Saying>, versions: DocumentDetails['versions'] = []): DocumentDetails {
  const values: Partial<Record<SaidField, string>> = {};
  const sources: Partial<Record<SaidField, string>> = {};
  for (const [field, source, said] of sayings) {
    if (values[field] !== undefined || said === undefined || said.length > 10_000) continue;
    const value = usable(field, collapse(said).trim());
    if (value === undefined) continue;
    values[field] = value;
    sources[field] = source;
  }
  const { changedOn, language, originalLanguage, ...rest } = values;
  const original = originalLanguage as Language | undefined;
  const provenance: Provenance = { ...rest, ...(original && { originalLanguage: original }) };
  return { provenance, ...(changedOn && { changedOn }), ...(language && { language }), versions, sources };
}

function usable(field: SaidField, value: string): string | undefined {
  if (value === '' || value.length > LONGEST[field]) return undefined;
  if (field === 'publishedOn' || field === 'changedOn') return dayOf(value);
  if (field === 'url') return isWebAddress(value) ? value : undefined;
  if (field === 'author') return NOBODY.test(value) || isWebAddress(value) ? undefined : value;
  if (field === 'originalLanguage') {
    const tag = canonicalTag(value);
    return tag && languageOf(tag);
  }
  if (field === 'language')
    return /^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(value) ? value.replaceAll('_', '-') : undefined;
  return value;
}

/** The day of a date as machines or people write it; the day where it was printed, whatever the time zone. */
function dayOf(value: string): PartialDate | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(value);
  if (iso === null) return dateOf(value, LANGUAGES);
  const [, year, month, day] = iso;
  return isDay(Number(day), Number(month), Number(year)) ? `${year}-${month}-${day}` : undefined;
}

export function isWebAddress(value: string): boolean {
  return /^https?:\/\//i.test(value) && URL.canParse(value);
}
