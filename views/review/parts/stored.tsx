import type { VNode } from 'preact';
import { Notice } from '../../components/notice.tsx';
import { memoryDocumentPath } from '../../paths.ts';
import type { Finished } from '../state/state.ts';
import { useSurroundings } from './context.ts';

/** What was just stored, and where it is. */
export function Stored({ finished }: { readonly finished: Finished }): VNode {
  const { messages } = useSurroundings();
  const said = messages.finish;
  const { added, merged, changed, deleted, memoryId, documentId } = finished;
  return (
    <Notice tone="good" title={said.doneTitle}>
      <p>
        {said.counts(added, merged, changed, deleted)} <a href={memoryDocumentPath(memoryId, documentId)}>{said.see}</a>
      </p>
      <p>{said.goOn}</p>
    </Notice>
  );
}
