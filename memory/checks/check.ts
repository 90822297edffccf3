import type { InlineContent } from '../model/inline.ts';
import type { Language, LanguageTag } from '../model/language.ts';
import type { Origin } from '../model/origin.ts';
import type { TextEdit } from '../text/edit.ts';
import type { TextValue } from '../text/numbers.ts';
import type { Token } from '../text/tokenize.ts';
import type { TypographyStyle } from '../text/typography/style.ts';

/** Errors hold a confirmation back; warnings ask whether it is meant. */
export type Severity = 'error' | 'warning';

/** A change to the target that settles a finding. */
export interface CheckFix {
  /** What it does, as a button says it. */
  readonly label: string;
  /** In the target’s text, in order, none overlapping another. */
  readonly edits: readonly TextEdit[];
}

/** What a check has found in a target. */
export interface Found {
  /** A sentence that names what is wrong. */
  readonly message: string;
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
  readonly style: TypographyStyle;
}

/** A row of the table of checks. */
export interface Check {
  /** In kebab case; does not change, since house rules name it. */
  readonly code: string;
  readonly severity: Severity;
  /** What it looks for, as a list of house rules says it. */
  readonly title: string;
  /** Finds it in a target that is not empty; `empty` alone is given those. */
  readonly find: (subject: Subject) => readonly Found[];
}

/** A finding on the whole of a target. */
export function onWhole({ target }: Subject, message: string): Found {
  return { message, start: 0, end: target.text.length };
}

/** The first of some places, with edits for all of them: one finding for what is settled at one go. */
export function onAll(edits: readonly TextEdit[], message: string, label: string): readonly Found[] {
  const [first] = edits;
  if (first === undefined) return [];
  // What is to be inserted is missing at the character behind it.
  return [{ message, start: first.start, end: Math.max(first.end, first.start + 1), fix: { label, edits } }];
}

/** Words as a message names them: “a”, “b” and “c”. */
export function named(words: readonly string[]): string {
  const quoted = [...new Set(words)].map((word) => `“${word}”`);
  const last = quoted.pop() ?? '';
  return quoted.length === 0 ? last : `${quoted.join(', ')} and ${last}`;
}
