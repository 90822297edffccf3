import type { VNode } from 'preact';
import { contentText } from '../../../memory/model/inline.ts';
import type { DiffPart } from '../../../memory/model/match.ts';
import type { TextEdit } from '../../../memory/text/edit.ts';
import { Difference } from '../../components/difference.tsx';
import type { Hit } from '../replacing/find.ts';
import { isDone } from '../state/row.ts';
import { useSurroundings } from './context.ts';

interface ReplaceHitProps {
  readonly hit: Hit;
  readonly language: string;
  readonly chosen: boolean;
  readonly onToggle: () => void;
}

/** A target that would be changed: what of it, and whether it is to be. */
export function ReplaceHit({ hit, language, chosen, onToggle }: ReplaceHitProps): VNode {
  const { segments, filtering } = useSurroundings().messages;
  const { row, edits } = hit;
  return (
    <li class="replace-hit">
      <label>
        <input type="checkbox" checked={chosen} onChange={onToggle} />
        <span class="for-readers">{segments.segment(row.index + 1)}</span>
        <span class="replace-number figures" aria-hidden="true">
          {row.index + 1}
        </span>
      </label>
      <div>
        <Difference parts={partsOf(contentText(row.target), edits)} language={language} />
        {isDone(row) && <p class="small replace-warning">{filtering.replace.becomesDraft}</p>}
      </div>
    </li>
  );
}

/** A text with its edits, as a difference. */
function partsOf(text: string, edits: readonly TextEdit[]): readonly DiffPart[] {
  const parts: DiffPart[] = [];
  let at = 0;
  for (const { start, end, text: given } of edits) {
    parts.push({ op: 'equal', text: text.slice(at, start) }, { op: 'delete', text: text.slice(start, end) });
    if (given !== '') parts.push({ op: 'insert', text: given });
    at = end;
  }
  return [...parts, { op: 'equal', text: text.slice(at) }];
}
