import { describe, expect, it } from 'vitest';
import { progressOf } from '../../../../../views/editor/state/progress.ts';
import { rowsOf } from '../../../../../views/editor/state/rows.ts';
import { initialState } from '../../../../../views/editor/state/state.ts';
import { PLACE, segment } from '../segments.ts';

describe('progressOf', () => {
  it('weighs what is confirmed or reviewed by words', () => {
    const rows = rowsOf([
      segment(1, { status: 'confirmed' }),
      segment(2, { status: 'reviewed' }),
      segment(3, { status: 'draft' }),
      segment(4, { status: 'rejected' }),
    ]);
    expect(progressOf({ ...initialState(PLACE), rows, words: [10, 5, 3, 2] })).toEqual({
      segments: 4,
      words: 20,
      doneSegments: 2,
      doneWords: 15,
      draftSegments: 1,
    });
  });
});
