import type { VNode } from 'preact';
import { contentText } from '../../../memory/model/inline.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Orphan } from '../state/orphans.ts';
import { useSurroundings } from './context.ts';

/** What was written for segments that are gone: to be copied, and let go. */
export function OrphansNotice({ orphans }: { readonly orphans: readonly Orphan[] }): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.segments.orphans;
  const copy = async (orphan: Orphan) => {
    await navigator.clipboard.writeText(contentText(orphan.text));
    session.announce(said.copied);
  };
  return (
    <div class="orphans">
      <Notice tone="warn" title={said.title(orphans.length)}>
        <p>{said.text}</p>
        {orphans.map((orphan) => (
          <div key={orphan.segmentId} class="orphan">
            <p class="text" dir="auto">
              {contentText(orphan.text)}
            </p>
            <p class="form-actions">
              {/* Browsers have it where the address is a secure one. */}
              {'clipboard' in navigator && (
                <Button small onClick={() => void copy(orphan)}>
                  {said.copy}
                </Button>
              )}
              <Button small look="quiet" onClick={() => session.letGo(orphan)}>
                {said.letGo}
              </Button>
            </p>
          </div>
        ))}
      </Notice>
    </div>
  );
}
