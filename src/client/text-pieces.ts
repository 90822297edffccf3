/** The pieces of a streamed answer between two separators, as they come; what follows the last separator comes last. */
export async function* piecesOf(response: Response, separator: string): AsyncGenerator<string> {
  if (response.body === null) return;
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const pieces = (waiting + value).split(separator);
      waiting = pieces.pop() ?? '';
      yield* pieces;
    }
    if (waiting !== '') yield waiting;
  } finally {
    // Whoever stops listening lets the connection go.
    await reader.cancel();
  }
}
