import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { launchBrowser } from '../support/browser.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

/** The page is loaded anew after each repair, which takes its time on a busy machine. */
const PATIENTLY = { timeout: 15_000 };

let browser: Browser;
let server: RunningServer;
let call: Client;
let memory: number;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
  memory = (await call('createMemory', { body: { name: 'News' } })).id;
  const pair = (fr: string, en: string) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  });
  const units = [
    pair('This is what the minister said.', 'Voilà ce que le ministre a dit.'),
    pair('« Oui »', '“Yes”'),
    pair('"Oui"', '"Yes"'),
  ];
  await call('createUnits', { body: { memoryId: memory, units } });
  const params = { id: memory };
  await call('checkMemory', { params });
  await vi.waitFor(() => call('memoryHealth', { params }), { timeout: 30_000, interval: 100 });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the health of a memory', () => {
  it('is put right by keys alone, and so is a repair taken back', async () => {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.goto(`${server.url}/memories/${memory}/health`);
    const findings = page.locator('.finding');
    const left = async (count: number) => {
      await expect.poll(() => findings.count(), PATIENTLY).toBe(count);
      await page.waitForLoadState();
    };
    await left(2);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('s');
    await left(1);
    const swapped = await call('listUnits', { query: { memory, fr: 'ministre' } });
    expect(swapped.items).toHaveLength(1);

    // What follows is looked at already.
    await expect.poll(() => findings.first().evaluate((one) => one === document.activeElement), PATIENTLY).toBe(true);
    await page.keyboard.press('2');
    await left(0);
    await page.locator('#undo-last').waitFor();
    expect((await call('listUnits', { query: { memory } })).items.map(({ fr }) => fr.content)).toEqual([
      ['Voilà ce que le ministre a dit.'],
      ['"Oui"'],
    ]);
    await page.keyboard.press('u');
    // What it was made for is there again.
    await left(1);
    expect((await call('listUnits', { query: { memory } })).items).toHaveLength(3);
    await page.close();
  });
});
