import { expect, it, onTestFinished } from 'vitest';
import { keepParts, sharedParts } from '../../../src/threads/shared-parts.ts';

function sharing(channel: string) {
  const kept = keepParts({ channel, lock: new SharedArrayBuffer(4) });
  onTestFinished(() => kept.close());
  return kept;
}

function share(given: Parameters<typeof sharedParts>[0]) {
  const parts = sharedParts(given);
  onTestFinished(() => parts.close());
  return parts;
}

const unread = () => {
  throw new Error('it was read before');
};

it('gives what one has read to the others, at once and without reading it again', () => {
  const { channel, lock, parts } = sharing('at-once');
  const one = share({ channel, lock, parts });
  const another = share({ channel, lock, parts });
  const bytes = one.get(1, 'fr', () => Uint8Array.of(1, 2, 3));
  expect([...bytes]).toEqual([1, 2, 3]);
  const same = another.get(1, 'fr', unread);
  bytes[0] = 9;
  expect([...same]).toEqual([9, 2, 3]);
  expect([...another.get(1, 'en', () => Uint8Array.of(4))]).toEqual([4]);
});

it('gives it to those that are started later, and forgets blocks that are there no more', async () => {
  const kept = sharing('later');
  const one = share(kept);
  one.get(1, 'units', () => Uint8Array.of(1));
  one.get(2, 'units', () => Uint8Array.of(2));
  await expect.poll(() => kept.parts.size).toBe(2);
  expect([...share(kept).get(1, 'units', unread)]).toEqual([1]);
  one.keepOnly(new Set([2]));
  await expect.poll(() => [...kept.parts.keys()]).toEqual(['2 units']);
  expect([...one.get(1, 'units', () => Uint8Array.of(9))]).toEqual([9]);
});

it('reads by itself where the one that held the lock broke off', () => {
  const { channel, lock, parts } = sharing('broken');
  new Int32Array(lock)[0] = 1;
  expect([...share({ channel, lock, parts }).get(1, 'fr', () => Uint8Array.of(7))]).toEqual([7]);
});
