import type { VNode } from 'preact';
import type { ReadingWarning } from '../../memory/model/document.ts';
import { usePageMessages } from '../messages/use-page-messages.ts';
import { Notice } from './notice.tsx';

/** What was decided while documents were read, where anything was. */
export function ReadingWarnings({ warnings }: { readonly warnings: readonly ReadingWarning[] }): VNode | null {
  const { importing } = usePageMessages();
  if (warnings.length === 0) return null;
  return (
    <Notice tone="warn" title={importing.warnings}>
      <ul>
        {warnings.map(({ code, message }) => (
          <li key={message}>{importing.warning(code, message)}</li>
        ))}
      </ul>
    </Notice>
  );
}
