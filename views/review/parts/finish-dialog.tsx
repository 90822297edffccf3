import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { isVouchedFor, type PairNews } from '../../../memory/alignment/review/stored-pairs.ts';
import { Button } from '../../components/button.tsx';
import { Modal } from '../../editor/parts/modal.tsx';
import { type OpenPage, storedBeads } from '../state/state.ts';
import { useSurroundings } from './context.ts';

/** What storing will do, before it is done. */
export function FinishDialog({ state, onClose }: { readonly state: OpenPage; readonly onClose: () => void }): VNode {
  const { session, messages } = useSurroundings();
  const [remove, setRemove] = useState(false);
  const said = messages.finish;
  const { beads } = state.reviewing.state;
  const count = (decision: string) => beads.filter((bead) => bead.decision === decision).length;
  const accepted = count('accepted');
  const passed = count('passed');
  const known = [...storedBeads(state.news, beads)];
  const isAccepted = (place: number) => ['accepted', 'passed'].includes(beads[place]?.decision ?? '');
  // What was accepted unseen takes the place of nothing that somebody vouched for.
  const replaces = (place: number, news: PairNews) =>
    news.kind === 'reworded' && (beads[place]?.decision === 'accepted' || !isVouchedFor(news.stored));
  const reworded = known.filter(([place, news]) => isAccepted(place) && replaces(place, news)).length;
  const gone =
    state.news.filter(({ kind }) => kind === 'removed').length +
    known.filter(([place, { kind }]) => kind !== 'added' && beads[place]?.decision === 'deleted').length;
  const nothing = accepted + passed === 0 && !(remove && gone > 0);
  return (
    <Modal title={said.title} small onClose={onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (nothing) return;
          onClose();
          void session.finish(remove);
        }}
      >
        <p>{said.into(state.destination.memory)}</p>
        {accepted + passed === 0 && <p>{said.nothing}</p>}
        <ul class="finish-list">
          {accepted > 0 && <li>{said.accepted(accepted)}</li>}
          {passed > 0 && <li>{said.passed(passed)}</li>}
          {reworded > 0 && <li>{said.reworded(reworded)}</li>}
          <li>{said.open(beads.length - accepted - passed)}</li>
        </ul>
        {gone > 0 && (
          <label class="choice">
            <input type="checkbox" checked={remove} onChange={(event) => setRemove(event.currentTarget.checked)} />
            <span>{said.remove(gone)}</span>
          </label>
        )}
        <div class="form-actions">
          <Button type="submit" look="primary" aria-disabled={nothing}>
            {said.submit}
          </Button>
          <Button onClick={onClose}>{said.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
