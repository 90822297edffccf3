import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let address: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  const { id } = await call('createProject', { body: { name: 'Quai', sourceLanguage: 'fr', targetLanguage: 'en' } });
  const body = { name: 'Quai', text: 'Le quai est fermé. Le ferry attend. La mer est calme.' };
  const document = await call('addProjectDocument', { params: { id }, body });
  address = `${server.url}/projects/${id}/documents/${document.id}`;
  context = await newContext();
});
afterEach(() => context?.close());

async function newContext(): Promise<BrowserContext> {
  const made = await browser.newContext();
  made.setDefaultTimeout(10_000);
  return made;
}

async function open(within = context): Promise<Page> {
  const page = await within.newPage();
  await page.goto(address);
  await page.locator('.cm-content').waitFor();
  return page;
}

const row = (page: Page, index: number) => page.locator(`[data-index="${index}"]`);
const typed = (page: Page) => page.locator('.segment-active .cm-content');

describe('a document that is open twice', () => {
  it('shows what the other window writes, and that it is there', async () => {
    const elsewhere = await newContext();
    const [one, other] = [await open(), await open(elsewhere)];
    await row(other, 1).click();
    await row(one, 1).getByText('Open elsewhere too').waitFor({ state: 'attached' });
    await typed(other).fill('The ferry is waiting.');
    await other.keyboard.press('Control+Enter');
    await row(one, 1).getByText('The ferry is waiting.').waitFor();
    await row(one, 2).getByText('Open elsewhere too').waitFor({ state: 'attached' });
    // On top of what came in, without a conflict.
    await row(one, 1).click();
    await typed(one).fill('The ferry waits.');
    await one.keyboard.press('Control+s');
    await row(other, 1).getByText('The ferry waits.').waitFor();
    await other.goto('about:blank');
    await row(one, 2).getByText('Open elsewhere too').waitFor({ state: 'detached' });
  });

  it('shows where the other window splits a segment, and takes what is written then at its new place', async () => {
    const [one, other] = [await open(), await open()];
    await row(one, 2).click();
    await row(other, 0).click();
    await other.keyboard.press('Alt+Enter');
    await other.getByRole('dialog').getByLabel('Source').press('Enter');
    await row(one, 3).getByText('La mer est calme.').waitFor();
    await typed(one).fill('The sea is calm.');
    await one.keyboard.press('Control+s');
    await row(other, 3).getByText('The sea is calm.').waitFor();
    expect(await row(one, 3).getAttribute('class')).toContain('segment-active');
    await row(other, 0).click();
    await other.keyboard.press('Control+j');
    await row(one, 3).waitFor({ state: 'detached' });
    expect(await row(one, 2).getAttribute('class')).toContain('segment-active');
  });

  it('shows it too where the open segment is the same and nothing waits in it', async () => {
    const [one, other] = [await open(), await open()];
    await typed(other).fill('The quay is closed.');
    await other.keyboard.press('Control+s');
    await expect.poll(() => typed(one).textContent()).toBe('The quay is closed.');
  });
});

describe('a comment', () => {
  it('is seen in the other window at once, and gone from it when it is deleted', async () => {
    const [one, other] = [await open(), await open()];
    await other.getByRole('button', { name: 'Comment', exact: true }).click();
    await other.getByRole('dialog').getByRole('textbox').fill('@desk Which quay?');
    await other.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
    await one.getByRole('button', { name: '1 comment' }).waitFor();
    await other.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await one.getByRole('button', { name: 'Comment', exact: true }).waitFor();
  });
});

describe('the page of jobs', () => {
  it('follows a job to its end without being loaded again', async () => {
    const page = await context.newPage();
    await page.goto(`${server.url}/jobs`);
    await page.getByText('No jobs').waitFor();
    await call('rebuildIndex', {});
    await page.getByText('Done').waitFor();
  });
});
