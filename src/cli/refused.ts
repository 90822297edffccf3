import type { RefusedEntry } from '../services/imports/read-through.ts';

/** What was not taken of a file, a line each, as compilers name places: `FILE:line:column: not taken: reason`. */
export function refusedLines(name: string, refused: readonly RefusedEntry[], count: number): readonly string[] {
  const lines = refused.map(({ line, column, reason }) => {
    const place = column === undefined ? `${name}:${line}` : `${name}:${line}:${column}`;
    return `${place}: not taken: ${reason}`;
  });
  return count > refused.length ? [...lines, `and ${count - refused.length} more not taken.`] : lines;
}
