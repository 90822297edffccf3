import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the reference of the API', () => {
  it('makes calls, by the keyboard alone, and shows what is answered', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/api/docs`);
    const operation = page.locator('details', { has: page.locator('#createMemory') });
    await operation.locator('summary').focus();
    await page.keyboard.press('Enter');
    await operation.getByLabel('Body (JSON)').fill('{"name": "Culture"}');
    await operation.getByRole('button', { name: 'Send' }).focus();
    await page.keyboard.press('Enter');
    const status = operation.locator('form [role=status]');
    await expect.poll(() => status.innerText()).toBe('201 Created');
    expect(await operation.locator('.api-received').innerText()).toContain('"name": "Culture"');
    await page.keyboard.press('Enter');
    await expect.poll(() => status.innerText()).toBe('409 Conflict');
    expect(await operation.locator('.api-received').innerText()).toContain('"code": "already-exists"');
    await page.close();
  });

  it('puts what is filled in into the path and the query', async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}/api/docs#listUnits`);
    const operation = page.locator('details', { has: page.locator('#listUnits') });
    await operation.getByLabel('memory').fill('999');
    const asked = page.waitForRequest(/units/);
    await operation.getByRole('button', { name: 'Send' }).click();
    expect(new URL((await asked).url()).searchParams.get('memory')).toBe('999');
    await expect.poll(() => operation.locator('form [role=status]').innerText()).toBe('404 Not Found');
    await page.close();
  });

  it('is there to be read without scripts, and offers nothing that needs them', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/api/docs`);
    const operation = page.locator('details', { has: page.locator('#lookup') });
    await operation.locator('summary').click();
    await operation.getByText('minimumRate', { exact: true }).waitFor();
    expect(await operation.getByRole('button').count()).toBe(0);
    await context.close();
  });
});
