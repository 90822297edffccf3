import type { VNode } from 'preact';
import type { PairNews } from '../../../memory/alignment/review/stored-pairs.ts';
import type { ReviewBead } from '../../../memory/model/review.ts';
import { Notice } from '../../components/notice.tsx';
import { useSurroundings } from './context.ts';

interface AgainProps {
  readonly news: readonly PairNews[];
  readonly beads: readonly ReviewBead[];
}

/** That the article was imported before, what has become of it since, and what is not in it any more. */
export function Again({ news, beads }: AgainProps): VNode {
  const { messages } = useSurroundings();
  const said = messages.again;
  const count = (kind: PairNews['kind']) => news.filter((one) => one.kind === kind).length;
  const decided = beads.filter(({ reason }) => reason === 'earlier').length;
  const removed = news.flatMap((one) => (one.kind === 'removed' ? [one.stored] : []));
  return (
    <Notice title={said.title}>
      <p>{said.text(count('same'), count('reworded'), count('added'), removed.length)}</p>
      {decided > 0 && <p>{said.decided(decided)}</p>}
      {removed.length > 0 && (
        <details>
          <summary>{said.removed}</summary>
          <ul class="removed-pairs">
            {removed.map(({ id, fr, en }) => (
              <li key={id}>
                <del lang="fr">{fr}</del> <del lang="en">{en}</del>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Notice>
  );
}
