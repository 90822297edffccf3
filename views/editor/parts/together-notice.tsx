import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { takeBack } from '../commands/propagating.ts';
import type { Together } from '../state/together.ts';
import { useSurroundings, useTooltip } from './context.ts';

/** What was last changed in several segments at once, to be taken back by one click. */
export function TogetherNotice({ together }: { readonly together: Together }): VNode {
  const { session, messages } = useSurroundings();
  const tooltip = useTooltip();
  const said = messages.filtering.together;
  return (
    <div class="together-notice">
      <Icon name="copy" size={16} />
      <p>{said[together.kind](together.changes.length)}</p>
      <Button small title={tooltip(said.takeBack, 'takeBack')} onClick={() => takeBack(session, 0)}>
        {said.takeBack}
      </Button>
      <Button small look="quiet" onClick={() => session.dispatch({ type: 'togetherForgotten' })}>
        {said.dismiss}
      </Button>
    </div>
  );
}
