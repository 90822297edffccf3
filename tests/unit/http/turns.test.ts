import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { oneEachTurn } from '../../../src/http/turns.ts';

it('requests that come at once are begun one in each turn of the event loop', async () => {
  const begun: IncomingMessage[] = [];
  const listener = oneEachTurn((request) => begun.push(request));
  const pairs = Array.from({ length: 4 }, () => {
    const request = new IncomingMessage(new Socket());
    return { request, response: new ServerResponse(request) };
  });
  for (const { request, response } of pairs) listener(request, response);
  expect(begun).toEqual([]);
  await nextTurn();
  expect(begun).toHaveLength(1);
  await nextTurn();
  expect(begun).toHaveLength(2);
  // Somebody who has left is not answered, and keeps nobody waiting.
  pairs[2]?.response.destroy();
  await nextTurn();
  await nextTurn();
  expect(begun.map((request) => pairs.findIndex((pair) => pair.request === request))).toEqual([0, 1, 3]);
});
