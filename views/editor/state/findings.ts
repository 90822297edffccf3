import { checksUnder, NO_RULES } from '../../../memory/checks/house-rules.ts';
import { type CheckFinding, runChecks } from '../../../memory/checks/run.ts';
import { contentText } from '../../../memory/model/inline.ts';
import { isDone, isEmpty, isUnedited, type Row } from './row.ts';
import type { Place } from './state.ts';

const known = new WeakMap<Row, readonly CheckFinding[]>();

/** What the checks find in a row’s target; nothing where there is none yet. Remembered as long as the row stays as it is. */
export function findingsOf(
  row: Row,
  { sourceLanguage, targetLanguage, rules = NO_RULES }: Place,
): readonly CheckFinding[] {
  if (isEmpty(row)) return [];
  const before = known.get(row);
  if (before !== undefined) return before;
  const { segment, target, status, source, terms = [] } = row;
  const findings = runChecks(
    {
      source: segment.source,
      target,
      sourceLanguage,
      targetLanguage,
      status,
      origin: source.origin,
      unedited: isUnedited(row),
      terms,
    },
    checksUnder(rules, targetLanguage),
  );
  known.set(row, findings);
  return findings;
}

/** Whether a finding is about one place in the target, and not about what may still be written. */
export function isLocal({ start, end }: CheckFinding, row: Row): boolean {
  return start < end && (start > 0 || end < contentText(row.target).length);
}

/** A target longer than this, in UTF-16 units, is not checked with every key stroke but when it has been saved. */
const LONGEST_LIVE = 3000;

/** The findings to be shown: all once a person has asked, before that those about what is written already. */
export function shownFindings(row: Row, place: Place): readonly CheckFinding[] {
  const writing = row.saving === 'kept' && row.warning === undefined;
  if (writing && contentText(row.target).length > LONGEST_LIVE) return [];
  const findings = findingsOf(row, place);
  return row.asked || isDone(row) ? findings : findings.filter((finding) => isLocal(finding, row));
}
