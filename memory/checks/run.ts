import { contentText, type InlineContent } from '../model/inline.ts';
import { type LanguageTag, languageOf } from '../model/language.ts';
import type { Origin, Status } from '../model/origin.ts';
import type { FoundTerm } from '../terms/found-term.ts';
import { findValues } from '../text/numbers.ts';
import { tokenize } from '../text/tokenize.ts';
import { defaultStyle, type TypographyStyle } from '../text/typography/style.ts';
import type { Check, Found, Severity, Side, Subject } from './check.ts';
import { CHECKS, type CheckCode } from './table.ts';

/** A segment as the checks see it. */
export interface CheckedSegment {
  readonly source: InlineContent;
  readonly target: InlineContent;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly status: Status;
  readonly origin?: Origin | undefined;
  /** The target is still as its origin brought it. */
  readonly unedited?: boolean;
  /** Terms of the source that termbases have; none where absent. */
  readonly terms?: readonly FoundTerm[];
  /** The confirmed translations that the same source has elsewhere in the project, as texts. */
  readonly elsewhere?: readonly string[];
}

/** What a house has decided. */
export interface CheckSettings {
  /** Checks that are not made. */
  readonly off?: readonly CheckCode[];
  /** Checks that are taken more or less seriously than usual. */
  readonly severities?: Readonly<Partial<Record<CheckCode, Severity>>>;
  /** The typography of the target; the language's own where absent. */
  readonly style?: TypographyStyle;
}

export interface CheckFinding extends Found {
  readonly code: CheckCode;
  readonly severity: Severity;
}

/**
 * What is wrong with a target, or may be: errors first, then by place. Of an empty target nothing is said but that
 * it is empty, and of one that the house has rejected nothing at all: it is to be written anew.
 */
export function runChecks(segment: CheckedSegment, settings: CheckSettings = {}): readonly CheckFinding[] {
  const subject = subjectOf(segment, settings);
  const empty = subject.target.text.trim() === '' && segment.target.length === 0;
  const rows: readonly (Check & { readonly code: CheckCode })[] = empty ? CHECKS.slice(0, 1) : CHECKS;
  const findings = rows
    .filter(({ code }) => !settings.off?.includes(code))
    .flatMap(({ code, severity, find }) =>
      find(subject).map((found) => ({ code, severity: settings.severities?.[code] ?? severity, ...found })),
    );
  return findings.sort((a, b) => rank(a) - rank(b) || a.start - b.start);
}

function rank({ severity }: CheckFinding): number {
  return severity === 'error' ? 0 : 1;
}

function subjectOf(segment: CheckedSegment, { style }: CheckSettings): Subject {
  const {
    source,
    target,
    sourceLanguage,
    targetLanguage,
    origin,
    unedited = false,
    elsewhere = [],
    terms = [],
  } = segment;
  return {
    source: sideOf(source, sourceLanguage),
    target: sideOf(target, targetLanguage),
    origin,
    unedited,
    elsewhere,
    style: style ?? defaultStyle(targetLanguage),
    terms,
  };
}

function sideOf(content: InlineContent, tag: LanguageTag): Side {
  const text = contentText(content);
  const language = languageOf(tag);
  return { content, text, tag, language, tokens: tokenize(text, language), values: findValues(text, language) };
}
