import type { MatchKind } from './match-kind.ts';

/** How a target came to be. It stays with the target after a person has confirmed it. */
export type Origin =
  | { readonly kind: 'human' }
  /** Taken from a memory; `rate` is the net rate, 0–101. */
  | { readonly kind: 'match'; readonly match: MatchKind | 'related'; readonly rate: number; readonly unitId?: number }
  | { readonly kind: 'machine'; readonly engine: string }
  /** Two published texts aligned by the program; `confidence` 0–1. */
  | { readonly kind: 'alignment'; readonly confidence: number }
  /** Read from a file; `source` names it. */
  | { readonly kind: 'import'; readonly source: string };

/** Where a target stands in the work. */
export type Status = 'untranslated' | 'draft' | 'confirmed' | 'reviewed' | 'rejected';

export const STATUSES: readonly Status[] = ['untranslated', 'draft', 'confirmed', 'reviewed', 'rejected'];
