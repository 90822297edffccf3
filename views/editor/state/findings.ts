import { checksUnder, NO_RULES } from '../../../memory/checks/house-rules.ts';
import { type CheckFinding, runChecks } from '../../../memory/checks/run.ts';
import { contentText } from '../../../memory/model/inline.ts';
import type { Repetitions } from '../filtering/repetitions.ts';
import { isDone, isEmpty, isUnedited, type Row } from './row.ts';
import { type Rows, rowAt } from './rows.ts';
import type { EditorState } from './state.ts';

/** What a row is checked against: itself, the rules, and what says the same elsewhere. */
type Checked = Pick<EditorState, 'place' | 'rows' | 'repetitions'>;

const known = new WeakMap<Row, { readonly elsewhere: string; readonly findings: readonly CheckFinding[] }>();

/** What the checks find in a row’s target; nothing where there is none yet. Remembered as long as the row stays as it is. */
export function findingsOf(row: Row, { place, rows, repetitions }: Checked): readonly CheckFinding[] {
  if (isEmpty(row)) return [];
  const others = translationsElsewhere(row, rows, repetitions);
  const elsewhere = JSON.stringify(others);
  const before = known.get(row);
  if (before?.elsewhere === elsewhere) return before.findings;
  const { sourceLanguage, targetLanguage, rules = NO_RULES } = place;
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
      elsewhere: others,
    },
    checksUnder(rules, targetLanguage),
  );
  known.set(row, { elsewhere, findings });
  return findings;
}

/** How the others that say the same in the source were translated, as far as somebody has confirmed it. */
function translationsElsewhere(row: Row, rows: Rows, repetitions: Repetitions): readonly string[] {
  return (repetitions.get(row.index) ?? []).flatMap((index) => {
    const other = index === row.index ? undefined : rowAt(rows, index);
    return other !== undefined && isDone(other) ? [contentText(other.target)] : [];
  });
}

/** Whether a finding is about one place in the target, and not about what may still be written. */
export function isLocal({ start, end }: CheckFinding, row: Row): boolean {
  return start < end && (start > 0 || end < contentText(row.target).length);
}

/** A target longer than this, in UTF-16 units, is not checked with every key stroke but when it has been saved. */
const LONGEST_LIVE = 3000;

/** The findings to be shown: all once a person has asked, before that those about what is written already. */
export function shownFindings(row: Row, state: Checked): readonly CheckFinding[] {
  const writing = row.saving === 'kept' && row.warning === undefined;
  if (writing && contentText(row.target).length > LONGEST_LIVE) return [];
  const findings = findingsOf(row, state);
  return row.asked || isDone(row) ? findings : findings.filter((finding) => isLocal(finding, row));
}
