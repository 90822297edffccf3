import { expect, it, onTestFinished } from 'vitest';
import { keepParts, sharedParts } from '../../../src/threads/shared-parts.ts';

function sharing(channel: string) {
  const kept = keepParts({ channel, lock: new SharedArrayBuffer(4) });
  onTestFinished(() => kept.close());
  return kept;
}

function share(...given: Parameters<typeof sharedParts>) {
  const parts = sharedParts(...given);
  onTestFinished(() => parts.close());
  return parts;
}

const unread = async () => {
  throw new Error('it was read before');
};

it('gives what one has read to the others, at once and without reading it again', async () => {
  const { channel, lock, parts } = sharing('at-once');
  const one = share({ channel, lock, parts });
  const another = share({ channel, lock, parts });
  const bytes = await one.get(1, 'fr', async () => Uint8Array.of(1, 2, 3));
  expect([...bytes]).toEqual([1, 2, 3]);
  const same = await another.get(1, 'fr', unread);
  bytes[0] = 9;
  expect([...same]).toEqual([9, 2, 3]);
  expect([...(await another.get(1, 'en', async () => Uint8Array.of(4)))]).toEqual([4]);
});

it('gives it to those that are started later, and forgets blocks that are there no more', async () => {
  const kept = sharing('later');
  const one = share(kept);
  await one.get(1, 'units', async () => Uint8Array.of(1));
  await one.get(2, 'units', async () => Uint8Array.of(2));
  await expect.poll(() => kept.parts.size).toBe(2);
  expect([...(await share(kept).get(1, 'units', unread))]).toEqual([1]);
  one.keepOnly(new Set([2]));
  await expect.poll(() => [...kept.parts.keys()]).toEqual(['2 units']);
  expect([...(await one.get(1, 'units', async () => Uint8Array.of(9)))]).toEqual([9]);
});

it('reads by itself where the one that held the lock broke off', async () => {
  const { channel, lock, parts } = sharing('broken');
  new Int32Array(lock)[0] = 1;
  expect([...(await share({ channel, lock, parts }, 50).get(1, 'fr', async () => Uint8Array.of(7)))]).toEqual([7]);
});
