import { piecesOf } from './text-pieces.ts';

/** The values of an answer in NDJSON, one a line. */
export async function* linesIn(response: Response): AsyncGenerator<unknown> {
  for await (const line of piecesOf(response, '\n')) if (line.trim() !== '') yield JSON.parse(line);
}
