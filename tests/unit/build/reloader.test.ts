import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { openReloader } from '../../../src/build/reloader.ts';

describe('the reloader', () => {
  it('sends every open page one event a reload', async () => {
    const reloader = await openReloader();
    const pages = await Promise.all([listen(reloader.origin), listen(reloader.origin)]);
    const received = pages.map((page) => once(page.setEncoding('utf8'), 'data'));
    reloader.reload();
    expect(await Promise.all(received)).toEqual([['data: reload\n\n'], ['data: reload\n\n']]);
    for (const page of pages) page.destroy();
    await reloader.close();
  });

  it('has a page listen once, in however many scripts the snippet stands', () => {
    let opened = 0;
    class EventSource {
      constructor() {
        opened += 1;
      }
    }
    return openReloader().then(async ({ snippet, close }) => {
      const script = new Function('globalThis', 'EventSource', 'location', `${snippet}${snippet}`);
      script({}, EventSource, {});
      expect(opened).toBe(1);
      await close();
    });
  });
});

async function listen(origin: string): Promise<IncomingMessage> {
  return await new Promise((resolve, reject) => {
    get(origin, resolve).on('error', reject);
  });
}
