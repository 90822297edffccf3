import type { InlineContent } from '../model/inline.ts';
import type { Language, LanguageTag } from '../model/language.ts';
import type { Origin } from '../model/origin.ts';
import type { FoundTerm } from '../terms/found-term.ts';
import type { TextEdit } from '../text/edit.ts';
import type { TextValue } from '../text/numbers.ts';
import type { Token } from '../text/tokenize.ts';
import type { TypographyStyle } from '../text/typography/style.ts';

/** Errors hold a confirmation back; warnings ask whether it is meant. */
export type Severity = 'error' | 'warning';

/** A change to the target that settles a finding. */
export interface CheckFix {
  readonly does: 'change' | 'remove' | 'remove-one' | 'leave-one' | 'set-spaces';
  /** What is changed to, where it is a few characters that can be named. */
  readonly to?: string;
  /** In the target’s text, in order, none overlapping another. */
  readonly edits: readonly TextEdit[];
}

/** What a finding says. It is put into words where it is shown: a person may read French or English. */
export type Saying =
  | 'no-translation'
  | 'code-missing'
  | 'code-added'
  | 'code-misplaced'
  | 'identical'
  | 'unedited-match'
  | 'unedited-related'
  | 'number-missing'
  | 'number-added'
  | 'number-differs'
  | 'number-format'
  | 'date-missing'
  | 'date-differs'
  | 'time-missing'
  | 'time-differs'
  | 'currency-differs'
  | 'name-missing'
  | 'negation-lost'
  | 'negation-added'
  | 'not-translated'
  | 'repeated-word'
  | 'no-other-half'
  | 'end-mark-added'
  | 'end-mark-lost'
  | 'end-mark-differs'
  | 'space-at-start'
  | 'space-at-end'
  | 'several-spaces'
  | 'space-wanted'
  | 'space-unwanted'
  | 'straight-apostrophe'
  | 'straight-quotes'
  | 'bare-capital'
  | 'ligature'
  | 'translated-differently'
  | 'too-long'
  | 'too-short'
  | 'term-forbidden'
  | 'term-missing';

/** What a check has found in a target. */
export interface Found {
  readonly says: Saying;
  /** The words, numbers, marks or codes that it is about. */
  readonly about?: readonly string[];
  /** What the target has instead. */
  readonly has?: string;
  /** Its place in the target’s text (codes left out), in UTF-16 units, end excluded. */
  readonly start: number;
  readonly end: number;
  readonly fix?: CheckFix;
}

/** One side of a segment, read once for all checks. */
export interface Side {
  readonly content: InlineContent;
  /** Codes left out. */
  readonly text: string;
  readonly tag: LanguageTag;
  readonly language: Language;
  readonly tokens: readonly Token[];
  /** Numbers, dates and times. */
  readonly values: readonly TextValue[];
}

/** What is checked. */
export interface Subject {
  readonly source: Side;
  readonly target: Side;
  readonly origin: Origin | undefined;
  /** The target is still as its origin brought it. */
  readonly unedited: boolean;
  /** The confirmed translations that the same source has elsewhere in the project, as texts. */
  readonly elsewhere: readonly string[];
  readonly style: TypographyStyle;
  /** Terms of the source that termbases have. */
  readonly terms: readonly FoundTerm[];
}

/** A row of the table of checks. */
export interface Check {
  /** In kebab case; does not change, since house rules name it. */
  readonly code: string;
  readonly severity: Severity;
  /** Finds it in a target that is not empty; `empty` alone is given those. */
  readonly find: (subject: Subject) => readonly Found[];
}

/** A finding on the whole of a target. */
export function onWhole({ target }: Subject, says: Saying, about: readonly string[] = [], has?: string): Found {
  return { ...saying(says, about, has), start: 0, end: target.text.length };
}

/** A finding without its place. Words are named once each. */
export function saying(says: Saying, about: readonly string[], has?: string): Pick<Found, 'says' | 'about' | 'has'> {
  return { says, ...(about.length > 0 && { about: [...new Set(about)] }), ...(has !== undefined && { has }) };
}

/** The first of some places, with edits for all of them: one finding for what is settled at one go. */
export function onAll(
  edits: readonly TextEdit[],
  said: Pick<Found, 'says' | 'about'>,
  does: Pick<CheckFix, 'does' | 'to'>,
): readonly Found[] {
  const [first] = edits;
  if (first === undefined) return [];
  // What is to be inserted is missing at the character behind it.
  return [{ ...said, start: first.start, end: Math.max(first.end, first.start + 1), fix: { ...does, edits } }];
}
