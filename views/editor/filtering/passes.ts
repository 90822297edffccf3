import type { CheckFinding } from '../../../memory/checks/run.ts';
import { contentText, type InlineContent } from '../../../memory/model/inline.ts';
import { normalizeText, stripAccents } from '../../../memory/text/normalize.ts';
import { rateBand } from '../../components/rate-badge.tsx';
import { isDone, isEmpty, type Row } from '../state/row.ts';
import type { BandChoice, Filter, IssueChoice, OriginChoice, RepetitionChoice, StatusChoice } from './filter.ts';
import type { Repetitions } from './repetitions.ts';

/** What is known of a document beside its rows. */
export interface Facts {
  readonly repetitions: Repetitions;
  /** What the checks find in a row. Asked for only where a filter is about it. */
  readonly findings: (row: Row) => readonly CheckFinding[];
}

/** Whether a filter lets a row through. */
export type Passes = (row: Row) => boolean;

export function passesOf(filter: Filter, facts: Facts): Passes {
  const { status, origin, band, issue, source, target, repetition, by } = filter;
  const tests: Passes[] = [];
  if (status !== undefined) tests.push((row) => hasStatus(row, status));
  if (origin !== undefined) tests.push((row) => originChoice(row) === origin);
  if (band !== undefined) tests.push((row) => bandChoice(row) === band);
  if (repetition !== undefined) tests.push((row) => isRepetition(row, repetition, facts.repetitions));
  if (by !== undefined) tests.push((row) => row.segment.changedBy === by);
  if (source !== undefined) tests.push(holds(source, (row) => row.segment.source));
  if (target !== undefined) tests.push(holds(target, (row) => row.target));
  // The dearest comes last.
  if (issue !== undefined) tests.push((row) => facts.findings(row).some((finding) => isIssue(finding, issue)));
  return (row) => tests.every((test) => test(row));
}

export function hasStatus(row: Row, choice: StatusChoice): boolean {
  if (choice === 'locked') return row.segment.locked;
  return choice === 'to-do' ? !isDone(row) && !row.segment.locked : row.status === choice;
}

/** Where a target came from, as the filter tells it; `undefined` where there is none. */
export function originChoice({ target, source: { origin } }: Row): OriginChoice | undefined {
  if (target.length === 0) return undefined;
  if (origin === undefined) return 'human';
  return origin.kind === 'match' && origin.match === 'related' ? 'related' : origin.kind;
}

/** The band of the match that a target was taken from. */
export function bandChoice(row: Row): BandChoice | undefined {
  const { origin } = row.source;
  if (isEmpty(row) || origin?.kind !== 'match' || origin.match === 'related') return undefined;
  return `${rateBand(origin.rate)}`;
}

export function isRepetition({ index }: Row, choice: RepetitionChoice, repetitions: Repetitions): boolean {
  const group = repetitions.get(index);
  switch (choice) {
    case 'unique':
      return group === undefined;
    case 'repeated':
      return group !== undefined;
    case 'first':
      return group?.[0] === index;
    case 'further':
      return group !== undefined && group[0] !== index;
  }
}

export function isIssue({ code, severity }: CheckFinding, choice: IssueChoice): boolean {
  return choice === 'any' || choice === severity || choice === code;
}

const folded = new WeakMap<InlineContent, string>();

function holds(text: string, contentOf: (row: Row) => InlineContent): Passes {
  const wanted = fold(text);
  return (row) => {
    const content = contentOf(row);
    const known = folded.get(content) ?? fold(contentText(content));
    folded.set(content, known);
    return known.includes(wanted);
  };
}

function fold(text: string): string {
  return stripAccents(normalizeText(text));
}
