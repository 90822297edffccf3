import type { RequestListener } from 'node:http';

/**
 * Begins one request in each turn of the event loop. What is answered from memory is answered within the turn that it is
 * begun in: hundreds that come at once would be one turn, and hold up for as long whatever else there is to do.
 */
export function oneEachTurn(listener: RequestListener): RequestListener {
  const waiting: (() => void)[] = [];
  const next = (): void => {
    const begin = waiting.shift();
    if (waiting.length > 0) setImmediate(next);
    begin?.();
  };
  return (request, response) => {
    waiting.push(() => {
      // Whoever has left meanwhile is not answered.
      if (!response.destroyed) listener(request, response);
    });
    if (waiting.length === 1) setImmediate(next);
  };
}
