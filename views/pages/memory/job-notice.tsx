import type { VNode } from 'preact';
import { Notice } from '../../components/notice.tsx';
import { usePageMessages } from '../../messages/use-page-messages.ts';
import { PATHS } from '../../paths.ts';

/** Work was asked for that goes on in the background. */
export function JobNotice(): VNode {
  const said = usePageMessages().managing;
  return (
    <Notice tone="info" title={said.job}>
      <p>
        {said.jobText} <a href={PATHS.jobs}>{said.jobLink}</a>
      </p>
    </Notice>
  );
}
