import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { accountsIn, PASSWORD, somebody } from '../support/accounts.ts';
import { violations } from '../support/axe.ts';
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
  await accounts.people.create({ ...somebody('Béa', 'translator'), email: 'bea@example.org' });
  await accounts.people.create(somebody('Bo', 'reader'));
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

async function signIn(on = page, email = 'ada@example.org'): Promise<void> {
  await on.locator('[name=email]').fill(email);
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

describe('somebody who is spoken to in a comment', () => {
  it('is chosen from the names that @ offers, finds it marked as new, and is led to it', async () => {
    const bea = await (await browser.newContext()).newPage();
    await bea.goto(server.url + path);
    await signIn(bea, 'bea@example.org');
    await bea.locator('.cm-content').waitFor();
    await page.goto(server.url + path);
    await signIn();
    await page.locator('.cm-content').waitFor();

    // Who else is there is said, so that two do not write the same.
    await page.locator('[data-index="0"] [title="Béa is on it too"]').waitFor();
    await expect.poll(() => bea.locator('.bar-news').innerText()).toBe('Ada is on it too.');

    await page.keyboard.press('Shift+F2');
    const dialog = page.getByRole('dialog', { name: 'Comments on segment 1' });
    const names = dialog.getByRole('listbox', { name: 'Who is spoken to' });
    await page.keyboard.type('@b');
    expect(await names.getByRole('option').allInnerTexts()).toEqual(['Béa', 'Bo']);
    expect(await violations(page)).toEqual([]);
    // Neither closes the dialog nor is in the way of typing on.
    await page.keyboard.press('Escape');
    await names.waitFor({ state: 'detached' });
    await page.keyboard.type('e');
    await names.getByRole('option', { name: 'Béa', selected: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('which quay?');
    expect(await dialog.getByRole('textbox').inputValue()).toBe('@Béa which quay?');
    await dialog.getByRole('button', { name: 'Add' }).press('Enter');
    await dialog.locator('strong', { hasText: '@Béa' }).waitFor();
    // One's own is nothing new.
    expect(await page.locator('.segment-mark-fresh').count()).toBe(0);

    const fresh = bea.locator('[data-index="0"] .segment-mark-fresh');
    expect(await fresh.getAttribute('title')).toBe('1 comment, 1 unread');
    await bea.goto(server.url);
    await bea.getByRole('link', { name: 'Mentions (1 new)' }).click();
    await bea.locator('.mentions li', { hasText: 'New' }).getByText('which quay?').waitFor();
    await bea.getByRole('link', { name: /segment 1$/ }).click();
    await fresh.waitFor();
    await bea.getByRole('button', { name: '1 comment, 1 unread' }).click();
    await bea.getByRole('dialog').getByText('New', { exact: true }).waitFor();
    await bea.keyboard.press('Escape');
    await fresh.waitFor({ state: 'detached' });
    await bea.reload();
    await bea.getByRole('button', { name: '1 comment', exact: true }).waitFor();
    expect(await fresh.count()).toBe(0);
    await bea.context().close();
  });
});
