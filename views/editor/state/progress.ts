import type { Progress } from '../../../memory/model/project.ts';
import { isDone, type Row } from './row.ts';
import type { EditorState } from './state.ts';

/** Work done and to do in the document, as it stands here. Words are 0 until they are counted. */
export function progressOf({ rows, words = [] }: EditorState): Progress {
  const sum = { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };
  for (const block of rows) for (const row of block) add(sum, row, words[row.index] ?? 0);
  return sum;
}

function add(sum: { -readonly [K in keyof Progress]: Progress[K] }, row: Row, words: number): void {
  sum.segments++;
  sum.words += words;
  if (isDone(row)) {
    sum.doneSegments++;
    sum.doneWords += words;
  } else if (row.status === 'draft') {
    sum.draftSegments++;
  }
}
