import type { VNode } from 'preact';
import { Icon } from '../../components/icon.tsx';
import { MOST_NUMBERED } from '../state/suggestions.ts';
import { useTooltip } from './context.ts';

interface InsertButtonProps {
  /** Its place among all, 0-based: the first nine show the number that their key has. */
  readonly place: number;
  readonly label: string;
  readonly tip: string;
  readonly onInsert: () => void;
}

/** Inserts a suggestion or a hit, or what is selected of it. */
export function InsertButton({ place, label, tip, onInsert }: InsertButtonProps): VNode {
  const tooltip = useTooltip();
  const byKey = place < MOST_NUMBERED;
  return (
    <button
      type="button"
      class="suggestion-key"
      aria-label={label}
      title={byKey ? tooltip(tip, 'insertMatch', place) : tip}
      // Else the press would take away what is selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onInsert}
    >
      {byKey ? place + 1 : <Icon name="add" size={14} />}
    </button>
  );
}
