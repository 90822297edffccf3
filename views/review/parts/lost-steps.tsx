import type { VNode } from 'preact';
import type { ReviewStep } from '../../../memory/model/review.ts';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useSurroundings } from './context.ts';

/** Steps that could not be taken on top of what was changed elsewhere; what was written in them is not lost. */
export function LostSteps({ lost }: { readonly lost: readonly ReviewStep[] }): VNode {
  const { session, messages } = useSurroundings();
  const said = messages.lost;
  return (
    <Notice tone="warn" title={said.title}>
      <p>{said.text}</p>
      <ul>
        {lost.map((step, place) => (
          <li key={String(place)}>
            {step.kind === 'undo' || step.kind === 'redo' ? messages.commands[step.kind] : messages.changes[step.kind]}
            {step.kind === 'edit' && ` – ${said.wrote(step.text)}`}
          </li>
        ))}
      </ul>
      <Button small onClick={() => session.dispatch({ type: 'lossesRead' })}>
        {said.dismiss}
      </Button>
    </Notice>
  );
}
