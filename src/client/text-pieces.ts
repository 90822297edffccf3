/** The pieces of a streamed answer between two separators, as they come; what follows the last separator comes last. */
export async function* piecesOf(response: Response, separator: string): AsyncGenerator<string> {
  if (response.body === null) return;
  const decoder = new TextDecoder();
  let waiting = '';
  for await (const bytes of response.body) {
    const pieces = (waiting + decoder.decode(bytes, { stream: true })).split(separator);
    waiting = pieces.pop() ?? '';
    yield* pieces;
  }
  waiting += decoder.decode();
  if (waiting !== '') yield waiting;
}
