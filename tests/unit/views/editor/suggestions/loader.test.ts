import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../../../src/contract/client.ts';
import type { Action } from '../../../../../views/editor/state/actions.ts';
import { reduce } from '../../../../../views/editor/state/reduce.ts';
import { type EditorState, initialState } from '../../../../../views/editor/state/state.ts';
import { createLoader } from '../../../../../views/editor/suggestions/loader.ts';
import { editor } from '../../../../../views/messages/en/editor.ts';
import { PLACE, segment } from '../segments.ts';

const NOTHING = { matches: [], related: [], fragments: [], terms: [], machine: [] };

/** A loader over five segments, the third confirmed, and the segments it asked the server about. */
function start(answer = () => Response.json(NOTHING)) {
  const asked: number[] = [];
  const call = createClient('', async (request) => {
    asked.push(Number(/segments\/(\d+)/.exec(String(request))?.[1]));
    return answer();
  });
  let state: EditorState = initialState(PLACE);
  const dispatch = (action: Action) => {
    state = reduce(state, action);
  };
  const segments = [1, 2, 3, 4, 5].map((id) => segment(id, id === 3 ? { target: ['x'], status: 'confirmed' } : {}));
  dispatch({ type: 'opened', segments });
  const loader = createLoader(call, () => state, dispatch, editor);
  const attend = async (index: number) => {
    dispatch({ type: 'moved', index });
    loader.attend();
    await vi.advanceTimersByTimeAsync(100);
  };
  return { asked, dispatch, attend, loader, state: () => state };
}

describe('the loader of suggestions', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks for the active segment first, then ahead, what is done passed over', async () => {
    const { asked, attend } = start();
    await attend(1);
    expect(asked).toEqual([2, 3, 4, 5]);
  });

  it('asks for nothing twice, and for nothing that is only passed through', async () => {
    const { asked, dispatch, loader, attend } = start();
    for (const index of [0, 1, 2]) {
      dispatch({ type: 'moved', index });
      loader.attend();
    }
    await attend(3);
    expect(asked).toEqual([4, 5]);
    await attend(3);
    expect(asked).toEqual([4, 5]);
  });

  it('asks anew once the memory has changed', async () => {
    const { asked, dispatch, attend } = start();
    await attend(4);
    dispatch({ type: 'memoryChanged' });
    await attend(4);
    expect(asked).toEqual([5, 5]);
  });

  it('says why there are none, in the server’s words or its own', async () => {
    const problem = { type: 'x', title: 'x', status: 404, code: 'not-found', detail: 'There is no segment 5.' };
    const gone = start(() => Response.json(problem, { status: 404 }));
    await gone.attend(4);
    expect(gone.state().offers.get(5)).toMatchObject({ state: 'failed', fault: 'There is no segment 5.' });
    const down = start(() => {
      throw new TypeError('fetch failed');
    });
    await down.attend(4);
    expect(down.state().offers.get(5)?.fault).toContain('did not answer');
  });
});
