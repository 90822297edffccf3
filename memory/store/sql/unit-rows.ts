import type { Language, LanguageTag } from '../../model/language.ts';
import type { Origin, Status } from '../../model/origin.ts';
import type { NewUnit, Occurrence, TranslationUnit, UnitRevision, Variant } from '../../model/unit.ts';
import { contentColumns, contentOf, toInstant } from './columns.ts';

/** The columns that a unit and each state it once had share. */
export interface UnitStateRow {
  readonly version: number;
  readonly action: UnitRevision['action'];
  readonly undo_version: number | null;
  readonly status: Status;
  readonly origin: string;
  readonly changed_at: number;
  readonly changed_by: string;
  readonly fr_language: LanguageTag;
  readonly en_language: LanguageTag;
  readonly fr_text: string;
  readonly en_text: string;
  readonly fr_content: string | null;
  readonly en_content: string | null;
  readonly note: string | null;
  readonly flagged: 0 | 1;
}

export interface UnitRow extends UnitStateRow {
  readonly id: number;
  readonly memory_id: number;
  readonly from_segments: number;
  readonly original_language: Language | null;
  readonly created_at: number;
  readonly created_by: string;
  readonly use_count: number;
  readonly last_used_at: number | null;
  readonly properties: string | null;
}

/** The names of {@link UnitStateRow}, for the statements that move a state from one table to the other. */
export const STATE_COLUMNS =
  'version, action, undo_version, status, origin, changed_at, changed_by, fr_language, en_language, fr_text, en_text, fr_content, en_content, note, flagged';

/** What of a unit's state is written; the rest of a row follows from the action. */
export type UnitState = Omit<UnitStateRow, 'version' | 'action' | 'undo_version' | 'changed_at' | 'changed_by'>;

/** The state a unit has when it says what `unit` says. */
export function unitState(
  unit: Pick<NewUnit, 'fr' | 'en' | 'origin' | 'status' | 'note'> & { readonly flagged?: boolean },
): UnitState {
  const fr = contentColumns(unit.fr.content);
  const en = contentColumns(unit.en.content);
  return {
    status: unit.status,
    origin: JSON.stringify(unit.origin),
    fr_language: unit.fr.language,
    en_language: unit.en.language,
    fr_text: fr.text,
    en_text: en.text,
    fr_content: fr.content,
    en_content: en.content,
    note: unit.note || null,
    flagged: unit.flagged ? 1 : 0,
  };
}

export function frenchOf(row: UnitState): Variant {
  return { language: row.fr_language, content: contentOf(row.fr_text, row.fr_content) };
}

export function englishOf(row: UnitState): Variant {
  return { language: row.en_language, content: contentOf(row.en_text, row.en_content) };
}

export function unitOf(row: UnitRow, occurrences: readonly Occurrence[]): TranslationUnit {
  return {
    id: row.id,
    memoryId: row.memory_id,
    version: row.version,
    fr: frenchOf(row),
    en: englishOf(row),
    ...(row.original_language !== null && { originalLanguage: row.original_language }),
    origin: JSON.parse(row.origin) as Origin,
    status: row.status,
    createdAt: toInstant(row.created_at),
    createdBy: row.created_by,
    changedAt: toInstant(row.changed_at),
    changedBy: row.changed_by,
    useCount: row.use_count,
    ...(row.last_used_at !== null && { lastUsedAt: toInstant(row.last_used_at) }),
    ...(row.note !== null && { note: row.note }),
    ...(row.flagged === 1 && { flagged: true as const }),
    properties: row.properties === null ? [] : JSON.parse(row.properties),
    occurrences,
  };
}

export function revisionOf(row: UnitStateRow): UnitRevision {
  return {
    version: row.version,
    action: row.action,
    at: toInstant(row.changed_at),
    by: row.changed_by,
    fr: frenchOf(row),
    en: englishOf(row),
    status: row.status,
    ...(row.note !== null && { note: row.note }),
    ...(row.flagged === 1 && { flagged: true as const }),
  };
}
