import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { accountsIn, PASSWORD, somebody } from '../support/accounts.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let context: BrowserContext;
let page: Page;
let path: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const call = createClient(server.url);
  const { id } = await call('createProject', { body: { name: 'Quai', sourceLanguage: 'fr', targetLanguage: 'en' } });
  const text = 'Le quai est fermé.\nLe ferry attend.';
  const document = await call('addProjectDocument', { params: { id }, body: { name: 'quai', text } });
  path = `/projects/${id}/documents/${document.id}`;
  const accounts = accountsIn(server);
  await accounts.people.create(somebody('Ada', 'administrator'));
  await accounts.close();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
beforeEach(async () => {
  context = await browser.newContext();
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
});
afterEach(() => context?.close());

async function signIn(on = page): Promise<void> {
  await on.locator('[name=email]').fill('ada@example.org');
  await on.locator('[name=password]').fill(PASSWORD);
  await on.locator('main [type=submit]').click();
}

describe('a session that ends while something is being written', () => {
  it('keeps what was typed, says what to do, and sends it once somebody has signed in again', async () => {
    await page.goto(server.url + path);
    await signIn();
    await page.locator('.cm-content').waitFor();
    await context.clearCookies();
    await page.locator('.cm-content').fill('The quay is closed.');
    await page.getByText('You are signed out.').waitFor();
    await page.locator('[data-delivery="offline"]').waitFor();
    await page.getByRole('link', { name: 'Sign in again' }).click();
    await signIn();
    await page.locator('[data-delivery="saved"]').waitFor();
    await page.reload();
    await expect.poll(() => page.locator('.cm-content').innerText()).toBe('The quay is closed.');
  });

  it('sends it without loading the page anew where that was done in another window', async () => {
    await page.goto(server.url + path);
    await signIn();
    await page.locator('.cm-content').waitFor();
    await page.keyboard.press('Control+ArrowDown');
    await page.locator('.segment-active[data-index="1"] .cm-content').waitFor();
    await context.clearCookies();
    await page.keyboard.type('The ferry waits.');
    await page.locator('[data-delivery="offline"]').waitFor();
    const other = await context.newPage();
    await other.goto(`${server.url}/sign-in`);
    await signIn(other);
    await other.getByRole('heading', { name: 'Projects' }).waitFor();
    await page.bringToFront();
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await page.locator('[data-delivery="saved"]').waitFor();
  });
});
