import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { Fragment, Match, Related } from '../../../memory/model/match.ts';
import { Button } from '../../components/button.tsx';
import { useSurroundings } from './context.ts';
import { Later } from './later.tsx';
import { LATER } from './later-parts.ts';

/** Opens the stored unit of a suggestion; says whether it can be changed there. */
export function UnitButton({ suggestion }: { readonly suggestion: Match | Related | Fragment }): VNode {
  const { session, messages } = useSurroundings();
  const [open, setOpen] = useState(false);
  const fixed = session.state().place.fixedMemories.has(suggestion.memory.id);
  return (
    <>
      <p>
        <Button small onClick={() => setOpen(true)}>
          {fixed ? messages.unit.look : messages.unit.open}
        </Button>
      </p>
      {open && <Later load={LATER.unitDialog} props={{ suggestion, onClose: () => setOpen(false) }} />}
    </>
  );
}
