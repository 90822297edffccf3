import Database from 'better-sqlite3';
import { CalqueError } from '../model/errors.ts';
import type { InlineCode, InlineContent } from '../model/inline.ts';
import { canonicalContent, contentText } from '../model/inline.ts';
import type { LanguageTag } from '../model/language.ts';
import { canonicalTag, languageOf } from '../model/language.ts';
import type { Instant, Variant } from '../model/unit.ts';
import type { ImportEntry, ImportOptions } from './import-entry.ts';
import type { XmlElement } from './xml/element.ts';
import { childrenNamed, textOf } from './xml/element.ts';
import { readXml } from './xml/reader.ts';

interface SdltmRow {
  readonly id: number;
  readonly source_segment: string;
  readonly target_segment: string;
  readonly source_language: string;
  readonly target_language: string;
  readonly creation_date: string | null;
  readonly creation_user: string | null;
  readonly change_date: string | null;
  readonly change_user: string | null;
  readonly last_used_date: string | null;
  readonly usage_counter: number | null;
}

/**
 * The units of a Trados translation memory, which is an SQLite file. Nothing is written in it. `line` is the unit's
 * identity in the file.
 *
 * @param path where the file lies
 * @throws CalqueError `ill-formed-file` for what is no such memory
 */
export async function* readSdltm(path: string, options: ImportOptions): AsyncGenerator<ImportEntry> {
  const { name } = options;
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly: true, fileMustExist: true });
    const rows = database
      .prepare<[], SdltmRow>(
        `SELECT u.id, u.source_segment, u.target_segment, m.source_language, m.target_language,
           u.creation_date, u.creation_user, u.change_date, u.change_user, u.last_used_date, u.usage_counter
         FROM translation_units AS u JOIN translation_memories AS m ON m.id = u.translation_memory_id ORDER BY u.id`,
      )
      .iterate();
    for (const row of rows) yield await readRow(row, options);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    const message = `${name} is no Trados translation memory (.sdltm), or a damaged one.`;
    throw new CalqueError('ill-formed-file', message, { where: name }, { cause: error });
  } finally {
    database?.close();
  }
}

async function readRow(row: SdltmRow, { name, source }: ImportOptions): Promise<ImportEntry> {
  const line = row.id;
  const refused = (reason: string): ImportEntry => ({ kind: 'refused', line, reason });
  const [from, to] = [canonicalTag(row.source_language), canonicalTag(row.target_language)];
  if (!from || !to || languageOf(from) === languageOf(to)) {
    return refused(`It is from ${row.source_language} into ${row.target_language}.`);
  }
  const variants = await Promise.all([
    readVariant(row.source_segment, from, name),
    readVariant(row.target_segment, to, name),
  ]);
  const [original, translation] = variants;
  if (variants.some(({ content }) => contentText(content).trim() === ''))
    return refused('One of its sides has no text.');
  const isFrench = languageOf(from) === 'fr';
  const [createdAt, changedAt, lastUsedAt] = [row.creation_date, row.change_date, row.last_used_date].map(instantOf);
  return {
    kind: 'unit',
    line,
    unit: {
      fr: isFrench ? original : translation,
      en: isFrench ? translation : original,
      originalLanguage: languageOf(from),
      origin: { kind: 'import', source },
      status: 'confirmed',
      ...(createdAt && { createdAt }),
      ...(row.creation_user && { createdBy: row.creation_user }),
      ...(changedAt && { changedAt }),
      ...(row.change_user && { changedBy: row.change_user }),
      ...(lastUsedAt && { lastUsedAt }),
      ...(row.usage_counter !== null && row.usage_counter > 0 && { useCount: row.usage_counter }),
    },
  };
}

const SUBTREES: ReadonlySet<string> = new Set(['Elements']);

/** A side as Trados keeps it: an XML document of texts and tags. */
async function readVariant(xml: string, language: LanguageTag, name: string): Promise<Variant> {
  const parts: (string | InlineCode)[] = [];
  const subtree = (elements: XmlElement): void => {
    for (const child of elements.children) if (typeof child !== 'string') parts.push(...readPart(child));
  };
  for await (const _ of readXml([xml], name, { subtrees: SUBTREES, subtree })) {
    // What is read comes to `subtree`.
  }
  return { language, content: canonicalContent(parts) };
}

const FORMS: Readonly<Record<string, InlineCode['form']>> = {
  Start: 'open',
  UnmatchedStart: 'open',
  End: 'close',
  UnmatchedEnd: 'close',
};

function readPart(element: XmlElement): InlineContent {
  const inner = (child: string) => childrenNamed(element, child).map(textOf).join('');
  if (element.name === 'Text') return [inner('Value')];
  if (element.name !== 'Tag') return [];
  // Placeholders and locked content stand for text that is part of the sentence.
  const data = inner('TextEquivalent');
  return [
    { form: FORMS[inner('Type')] ?? 'standalone', id: inner('Anchor') || inner('TagID') || '1', ...(data && { data }) },
  ];
}

/** Dates are in UTC, with a space between date and time and no zone. */
function instantOf(date: string | null | undefined): Instant | undefined {
  const milliseconds = Date.parse(`${date?.trim().replace(' ', 'T').replace(/Z?$/, 'Z')}`);
  return Number.isNaN(milliseconds) ? undefined : new Date(milliseconds).toISOString();
}
