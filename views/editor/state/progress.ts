import type { Progress } from '../../../memory/model/project.ts';
import { isDone } from './row.ts';
import type { EditorState } from './state.ts';

/** Work done and to do in the document, as it stands here. Words are 0 until they are counted. */
export function progressOf({ rows, words = [] }: EditorState): Progress {
  const sum = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };
  for (const row of rows.flat()) {
    const weight = words[row.index] ?? 0;
    sum.segments++;
    sum.words += weight;
    if (isDone(row)) {
      sum.doneSegments++;
      sum.doneWords += weight;
    } else if (row.status === 'draft') sum.draftSegments++;
  }
  return sum;
}
