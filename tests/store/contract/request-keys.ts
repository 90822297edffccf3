import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { at } from './samples.ts';

const REQUEST = { by: 'translator', key: 'e7c1', fingerprint: 'made' };

export function requestKeyContract(open: OpenStore): void {
  describe('requests under a key', () => {
    it('are done once, and answered as they were', async () => {
      const [store, other] = [await open(), await open()];
      expect(await store.claimRequest(REQUEST, at(1))).toEqual({ state: 'new' });
      expect(await other.claimRequest(REQUEST, at(2))).toEqual({ state: 'running' });
      await store.answerRequest(REQUEST, { id: 7 });
      expect(await other.claimRequest(REQUEST, at(3))).toEqual({ state: 'answered', answer: { id: 7 } });
    });

    it('are refused where the key stands for another request, and free for another person', async () => {
      const store = await open();
      await store.claimRequest(REQUEST, at(1));
      expect(await store.claimRequest({ ...REQUEST, fingerprint: 'other' }, at(2))).toEqual({ state: 'other' });
      expect(await store.claimRequest({ ...REQUEST, by: 'editor' }, at(2))).toEqual({ state: 'new' });
    });

    it('can be sent again where they failed, and where they were broken off ten minutes ago', async () => {
      const store = await open();
      await store.claimRequest(REQUEST, at(1));
      await store.answerRequest(REQUEST, undefined);
      expect(await store.claimRequest(REQUEST, at(2))).toEqual({ state: 'new' });
      expect(await store.claimRequest(REQUEST, at(11))).toEqual({ state: 'running' });
      expect(await store.claimRequest(REQUEST, at(12))).toEqual({ state: 'new' });
      // The clock was set back since.
      expect(await store.claimRequest(REQUEST, at(2))).toEqual({ state: 'running' });
      expect(await store.claimRequest(REQUEST, at(1))).toEqual({ state: 'new' });
    });

    it('are forgotten after a day', async () => {
      const store = await open();
      await store.claimRequest(REQUEST, at(1));
      await store.answerRequest(REQUEST, 'kept');
      expect(await store.claimRequest(REQUEST, at(24 * 60))).toEqual({ state: 'answered', answer: 'kept' });
      expect(await store.claimRequest(REQUEST, at(24 * 60 + 1))).toEqual({ state: 'new' });
    });
  });
}
