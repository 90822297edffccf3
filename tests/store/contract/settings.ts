import { describe, expect, it } from 'vitest';
import type { OpenStore } from './open-store.ts';
import { rejection } from './samples.ts';

export function settingContract(open: OpenStore): void {
  describe('settings', () => {
    it('keeps values of any shape by name', async () => {
      const store = await open();
      for (const value of [{ a: [1, 'é', null] }, 'text', 0, false, null]) {
        await store.setSetting('keys', value);
        expect(await store.getSetting('keys')).toEqual(value);
      }
      await store.setSetting('other', 1);
      expect(await store.getSetting('keys')).toBeNull();
    });

    it('forgets what is set to nothing, and knows nothing of what was never set', async () => {
      const store = await open();
      await store.setSetting('keys', 1);
      await store.setSetting('keys', undefined);
      expect(await store.getSetting('keys')).toBeUndefined();
      expect(await store.getSetting('never')).toBeUndefined();
      await rejection(store.setSetting('', 1), 'bad-request');
    });
  });
}
