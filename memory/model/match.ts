import type { BlockKind } from './document.ts';
import type { InlineContent } from './inline.ts';
import type { LanguageTag } from './language.ts';
import type { MatchKind } from './match-kind.ts';
import type { Origin, Status } from './origin.ts';
import type { Provenance } from './provenance.ts';
import type { TextRange } from './range.ts';
import type { DocumentId, Instant, MemoryId, UnitId } from './unit.ts';

export type { MatchKind };

/** Points taken off a gross rate, by name. */
export interface Penalty {
  readonly name: 'memory' | 'alignment' | 'machine' | 'reverse' | 'draft' | 'age' | 'codes';
  /** Positive, in points of the rate. */
  readonly points: number;
}

/** A piece of the difference from the stored source to the text looked up. */
export interface DiffPart {
  /** `equal` stands in both, `delete` in the stored source alone, `insert` in the text looked up alone. */
  readonly op: 'equal' | 'delete' | 'insert';
  readonly text: string;
}

/** A difference that a rate hides: what stands in one text and not in the other. */
export interface Warning {
  readonly kind: 'negation' | 'number' | 'date' | 'name';
  /** What only the text looked up has. */
  readonly inQuery: readonly string[];
  /** What only the stored source has. */
  readonly inStored: readonly string[];
}

/** One replacement that made a match adapted, in the stored target. */
export interface Replacement {
  readonly kind: 'number' | 'date' | 'time' | 'name' | 'term';
  readonly from: string;
  readonly to: string;
}

/** What matches and related sentences both say of the unit they suggest. */
export interface Suggestion {
  readonly unitId: UnitId;
  readonly memory: { readonly id: MemoryId; readonly name: string };
  /** The stored side in the language looked up. */
  readonly source: InlineContent;
  readonly sourceLanguage: LanguageTag;
  /** The stored side in the language asked for. */
  readonly target: InlineContent;
  readonly targetLanguage: LanguageTag;
  /** Which of the two was written first; absent when not known. */
  readonly original?: 'source' | 'target';
  /** From the stored source to the text looked up. */
  readonly diff: readonly DiffPart[];
  readonly warnings: readonly Warning[];
  readonly provenance: Provenance;
  readonly documentId?: DocumentId;
  readonly position?: number;
  /** What the block is there for in which the unit stands there, where its document says. */
  readonly block?: BlockKind;
  readonly origin: Origin;
  readonly status: Status;
  readonly createdAt: Instant;
  readonly changedAt: Instant;
}

/** A scored stored unit for a segment. */
export interface Match extends Suggestion {
  readonly kind: MatchKind;
  /** Net rate, 0–101: the gross rate less the penalties. An integer. */
  readonly rate: number;
  /** What the texts alone come to, 0–101. An integer. */
  readonly grossRate: number;
  readonly penalties: readonly Penalty[];
  /** The replacements made in `target`, of an adapted match. */
  readonly adapted?: readonly Replacement[];
}

/** A piece of the text looked up that a stored unit has word for word, with how it was translated there. */
export interface Fragment extends Omit<Suggestion, 'diff' | 'warnings'> {
  /** The piece in the text looked up. */
  readonly range: TextRange;
  /** The piece in the stored source, and its translation in the stored target. */
  readonly sourceRange: TextRange;
  readonly targetRange: TextRange;
  readonly text: string;
  readonly translation: string;
  /** How sure it is that this stretch is the translation, 0–1. */
  readonly confidence: number;
}

/** A stored sentence that says something similar in other words. */
export interface Related extends Suggestion {
  /** 0–1. */
  readonly confidence: number;
}
