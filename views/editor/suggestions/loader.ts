import type { SegmentId } from '../../../memory/model/project.ts';
import type { Client } from '../../../src/contract/client.ts';
import { ProblemError } from '../../../src/contract/client.ts';
import type { EditorMessages } from '../../messages/editor.ts';
import type { Action } from '../state/actions.ts';
import type { Row } from '../state/row.ts';
import { findRow, rowAt } from '../state/rows.ts';
import type { EditorState } from '../state/state.ts';
import type { Suggestions } from '../state/suggestions.ts';

/** How many segments ahead are asked for. */
const AHEAD = 2;
/** How long a segment must stay active before it is asked for, in milliseconds: moving through asks for nothing. */
const REST = 60;

export interface Loader {
  /** Asks for the suggestions of the active segment and of those that come next, as far as they are not there. */
  attend(): void;
}

export function createLoader(
  call: Client,
  state: () => EditorState,
  dispatch: (action: Action) => void,
  { news, tellError }: Pick<EditorMessages, 'news' | 'tellError'>,
): Loader {
  const sentenceOf = (error: unknown) =>
    error instanceof ProblemError ? tellError(error.problem.code, error.problem.detail) : news.noAnswer;

  const asking = new Set<SegmentId>();
  let rest: ReturnType<typeof setTimeout> | undefined;

  async function ask(segmentId: SegmentId): Promise<void> {
    if (asking.has(segmentId)) return;
    asking.add(segmentId);
    dispatch({ type: 'suggestionsAsked', segmentId });
    try {
      const found = await call('segmentSuggestions', { params: { id: segmentId } });
      // The contract states the names of penalties as text; they are the model’s.
      dispatch({ type: 'suggestionsFound', segmentId, found: found as Suggestions });
    } catch (error) {
      dispatch({ type: 'suggestionsFailed', segmentId, message: sentenceOf(error) });
    } finally {
      asking.delete(segmentId);
    }
  }

  /** One after the other, so that the active segment is answered first. */
  async function askForAll(): Promise<void> {
    for (const { segment } of wanted(state())) {
      const offer = state().offers.get(segment.id);
      if (offer === undefined || offer.stale) await ask(segment.id);
    }
  }

  return {
    attend: () => {
      clearTimeout(rest);
      rest = setTimeout(() => void askForAll(), REST);
    },
  };
}

/** The active row, the one after it, and the next ones that are still to be confirmed. */
function wanted({ rows, active }: EditorState): readonly Row[] {
  if (active === undefined) return [];
  const places = [active, active + 1];
  for (let from = active + 1; places.length < 2 + AHEAD; ) {
    const next = findRow(rows, from, 1, (row) => row.status === 'untranslated' || row.status === 'draft');
    if (next === undefined) break;
    if (!places.includes(next)) places.push(next);
    from = next + 1;
  }
  return places.flatMap((index) => rowAt(rows, index) ?? []);
}
