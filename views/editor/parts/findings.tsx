import type { VNode } from 'preact';
import type { CheckFinding } from '../../../memory/checks/run.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { sayFinding } from '../../messages/say-finding.ts';
import { applyFix, showPlace } from '../commands/checking.ts';
import { isLocal, shownFindings } from '../state/findings.ts';
import { isOpen, type Row } from '../state/row.ts';
import { useSurroundings, useTooltip } from './context.ts';

/** What the checks find in the active target, each with its place and what settles it. */
export function Findings({ row }: { readonly row: Row }): VNode | null {
  const { session, messages } = useSurroundings();
  const findings = shownFindings(row, session.state());
  if (findings.length === 0) return null;
  return (
    <ul class="findings" aria-label={messages.segments.issuesOf(row.index + 1)}>
      {findings.map((finding) => (
        <Finding key={`${finding.code} ${finding.start}`} finding={finding} row={row} />
      ))}
    </ul>
  );
}

function Finding({ finding, row }: { readonly finding: CheckFinding; readonly row: Row }): VNode {
  const { session, messages } = useSurroundings();
  const { severity, fix } = finding;
  const { checks, keys } = messages;
  const tooltip = useTooltip();
  const words = (
    <>
      <span class="for-readers">{checks.severities[severity]} – </span>
      {sayFinding(finding, messages)}
    </>
  );
  return (
    <li class={`finding finding-${severity}`} data-code={finding.code}>
      <Icon name={severity === 'error' ? 'cross' : 'alert'} size={16} />
      {isLocal(finding, row) ? (
        <button type="button" class="finding-message" onClick={() => showPlace(session, finding)}>
          {words}
        </button>
      ) : (
        <span class="finding-message">{words}</span>
      )}
      {fix && isOpen(row) && (
        <Button
          small
          title={tooltip(keys.commands.settleIssue, 'settleIssue')}
          onClick={() => applyFix(session, finding)}
        >
          {checks.fixes[fix.does](fix.to ?? '')}
        </Button>
      )}
    </li>
  );
}
