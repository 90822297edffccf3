import type { Progress } from '../../../memory/model/project.ts';
import { isDone, type Row } from './row.ts';
import type { EditorState } from './state.ts';

type Sum = { -readonly [K in keyof Progress]: Progress[K] };

/** What each block of rows comes to: a key stroke changes one of them, and a long document has hundreds. */
const known = new WeakMap<readonly Row[], { readonly words: readonly number[]; readonly sum: Progress }>();
const NOT_COUNTED: readonly number[] = [];

/** Work done and to do in the document, as it stands here. Words are 0 until they are counted. */
export function progressOf({ rows, words = NOT_COUNTED }: EditorState): Progress {
  const sum = nothing();
  for (const block of rows) {
    const part = progressOfBlock(block, words);
    for (const key of KEYS) sum[key] += part[key];
  }
  return sum;
}

function progressOfBlock(block: readonly Row[], words: readonly number[]): Progress {
  const before = known.get(block);
  if (before?.words === words) return before.sum;
  const sum = nothing();
  for (const row of block) add(sum, row, words[row.index] ?? 0);
  known.set(block, { words, sum });
  return sum;
}

function nothing(): Sum {
  return { segments: 0, words: 0, doneSegments: 0, doneWords: 0, draftSegments: 0 };
}

const KEYS = ['segments', 'words', 'doneSegments', 'doneWords', 'draftSegments'] as const;

function add(sum: Sum, row: Row, words: number): void {
  sum.segments++;
  sum.words += words;
  if (isDone(row)) {
    sum.doneSegments++;
    sum.doneWords += words;
  } else if (row.status === 'draft') {
    sum.draftSegments++;
  }
}
