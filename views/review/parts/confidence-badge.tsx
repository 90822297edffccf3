import type { VNode } from 'preact';
import type { ReviewBead } from '../../../memory/model/review.ts';
import { isOneSided } from '../state/state.ts';
import { useSurroundings } from './context.ts';

/** The band that a bead falls into by its confidence, or why it has none. */
export type Band = 'sure' | 'likely' | 'unsure' | 'doubtful' | 'hand' | 'alone';

export function bandOf(bead: ReviewBead): Band {
  if (isOneSided(bead)) return 'alone';
  if (bead.confidence === undefined) return 'hand';
  if (bead.confidence >= 0.95) return 'sure';
  if (bead.confidence >= 0.8) return 'likely';
  return bead.confidence >= 0.5 ? 'unsure' : 'doubtful';
}

/** How sure the aligner is of a bead, as a number in its colour, or in a word why there is none. */
export function BeadConfidence({ bead }: { readonly bead: ReviewBead }): VNode {
  const { messages } = useSurroundings();
  const said = messages.confidence;
  const band = bandOf(bead);
  const text = band === 'hand' ? said.byHand : band === 'alone' ? said.alone : undefined;
  return (
    <span class={`rate confidence-${band}`}>
      {text ?? said.percent(Math.floor((bead.confidence ?? 0) * 100))}
      {text === undefined && <span class="for-readers"> {said.readers}</span>}
    </span>
  );
}
