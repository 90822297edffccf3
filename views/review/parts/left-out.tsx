import type { VNode } from 'preact';
import { sideText } from '../../../memory/alignment/review/texts.ts';
import type { ReviewState } from '../../../memory/model/review.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useSurroundings } from './context.ts';

/** What of the texts was taken for furniture of their pages and left out, and how it is taken in. */
export function LeftOut({ state }: { readonly state: ReviewState }): VNode | null {
  const { session, messages } = useSurroundings();
  const said = messages.leftOut;
  const beads = [...state.beads.entries()].filter(([, { reason }]) => reason === 'furniture');
  if (beads.length === 0) return null;
  const show = (place: number) => session.dispatch({ type: 'moved', active: place, side: 'fr' });
  return (
    <Notice title={said.title(beads.length)}>
      <details>
        <summary>{said.which}</summary>
        <p class="field-hint">{said.hint}</p>
        <ul class="left-out">
          {beads.map(([place, bead]) => (
            <li key={place}>
              <Button small look="quiet" onClick={() => show(place)}>
                {messages.grid.number(place + 1)}
              </Button>{' '}
              <span lang="fr">{sideText(state, bead, 'fr')}</span> <span lang="en">{sideText(state, bead, 'en')}</span>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
