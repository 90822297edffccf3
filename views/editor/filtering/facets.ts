import type { Rows } from '../state/rows.ts';
import {
  BAND_CHOICES,
  type Filter,
  ISSUE_CHOICES,
  ORIGIN_CHOICES,
  REPETITION_CHOICES,
  refined,
  STATUS_CHOICES,
} from './filter.ts';
import { bandChoice, type Facts, hasStatus, isIssue, isRepetition, originChoice, passesOf } from './passes.ts';

/** How many segments each choice would show, the rest of the filter as it is. */
export interface Facets {
  readonly status: ReadonlyMap<string, number>;
  readonly origin: ReadonlyMap<string, number>;
  readonly band: ReadonlyMap<string, number>;
  readonly repetition: ReadonlyMap<string, number>;
  readonly by: ReadonlyMap<string, number>;
  /** Absent until every segment has been checked. */
  readonly issue?: ReadonlyMap<string, number>;
}

/** @param checked whether the checks have been made on every row already, so that counting them costs nothing */
export function facetsOf(rows: Rows, filter: Filter, facts: Facts, checked: boolean): Facets {
  const count = (name: keyof Filter, choicesOf: (row: Rows[number][number]) => Iterable<string>) => {
    const passes = passesOf(refined(filter, name, undefined), facts);
    const counts = new Map<string, number>();
    for (const block of rows) {
      for (const row of block) {
        if (!passes(row)) continue;
        for (const choice of choicesOf(row)) counts.set(choice, (counts.get(choice) ?? 0) + 1);
      }
    }
    return counts;
  };
  return {
    status: count('status', (row) => STATUS_CHOICES.filter((choice) => hasStatus(row, choice))),
    origin: count('origin', (row) => ORIGIN_CHOICES.filter((choice) => originChoice(row) === choice)),
    band: count('band', (row) => BAND_CHOICES.filter((choice) => bandChoice(row) === choice)),
    repetition: count('repetition', (row) =>
      REPETITION_CHOICES.filter((choice) => isRepetition(row, choice, facts.repetitions)),
    ),
    by: count('by', (row) => [row.segment.changedBy]),
    ...(checked && {
      issue: count('issue', (row) => {
        const findings = facts.findings(row);
        return ISSUE_CHOICES.filter((choice) => findings.some((finding) => isIssue(finding, choice)));
      }),
    }),
  };
}
