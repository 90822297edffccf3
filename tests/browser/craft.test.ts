import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let page: Page;
let path: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
  await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  const { id } = await call('createProject', { body: { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en' } });
  const body = { name: 'ferry', text: HARBOUR.followUp };
  const document = await call('addProjectDocument', { params: { id }, body });
  path = `${server.url}/projects/${id}/documents/${document.id}`;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
});
afterEach(() => context?.close());

const open = async (address = path) => {
  await page.goto(address);
  await page.locator('.cm-content').waitFor();
};
const written = () => page.locator('.cm-content').innerText();
const news = () => page.locator('.bar-news').innerText();
const activeNumber = () => page.locator('.segment-active .segment-number').innerText();
const saved = () => expect.poll(() => page.locator('.delivery').innerText()).toBe('Saved');

/** The number of a segment that the memory has a good match for, without warnings. */
async function numberWithMatch(): Promise<number> {
  const [, id, documentId] = /projects\/(\d+)\/documents\/(\d+)/.exec(path) ?? [];
  const { items } = await call('listSegments', { params: { id: Number(id), documentId: Number(documentId) } });
  for (const { id: segmentId, position } of items) {
    const { matches } = await call('segmentSuggestions', { params: { id: segmentId } });
    if ((matches[0]?.rate ?? 0) >= 75 && matches[0]?.warnings.length === 0) return position + 1;
  }
  throw new Error('No segment has such a match.');
}

describe('what a person has set', () => {
  it('are keys of their own, checked for conflicts, which the editor and its help go by', async () => {
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Like those of').selectOption('memoQ');
    const change = page.getByRole('button', { name: 'Change – Go to a segment by number' });
    await change.click();
    await page.keyboard.press('Control+Enter');
    await page.getByText('These keys belong to “Confirm and go to the next unconfirmed”.').waitFor();
    await page.keyboard.press('Control+i');
    await page.getByText('Go to a segment by number: Ctrl+I').waitFor();
    expect(await violations(page)).toEqual([]);
    await open();
    await page.keyboard.press('Control+i');
    await page.getByRole('dialog', { name: 'Go to a segment' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('F1');
    expect(await page.getByRole('dialog', { name: 'Keys' }).innerText()).toMatch(/number\s+Ctrl\s*I/);
  });

  it('fills empty targets from the rate on that was chosen, and undo empties them again', async () => {
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Insert the best match into an empty target').selectOption('75');
    await open(`${path}#segment-${await numberWithMatch()}`);
    await expect.poll(news, { timeout: 5_000 }).toMatch(/A match of \d+\u202f% was inserted/);
    expect((await written()).length).toBeGreaterThan(5);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await written()).trim()).toBe('');
  });
});

describe('the house rules', () => {
  it('turn a check off, and set how French is typed', async () => {
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Words repeated').selectOption('Not made');
    await page.getByRole('button', { name: 'Save the house rules' }).click();
    await page.getByText('The house rules were saved.').waitFor();
    await open();
    await page.keyboard.type('The the harbour is here');
    await page.keyboard.press('F4');
    await page.locator('.findings').waitFor();
    expect(await page.locator('[data-code="repeated-word"]').count()).toBe(0);
    await page.goto(`${server.url}/settings`);
    await page.getByLabel('Words repeated').selectOption('Warning');
    await page.getByRole('button', { name: 'Save the house rules' }).click();
    await page.getByText('The house rules were saved.').waitFor();
  });
});

describe('versions of a segment', () => {
  it('are listed with what each would change, and one is brought back', async () => {
    await open();
    await page.keyboard.type('The first way.');
    await page.keyboard.press('Control+s');
    await saved();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('The second way.');
    await page.keyboard.press('Control+s');
    await saved();
    await page.getByRole('button', { name: 'Versions' }).click();
    const dialog = page.getByRole('dialog', { name: 'Versions of segment 1' });
    const first = dialog.getByRole('listitem').filter({ has: page.locator('ins', { hasText: 'first' }) });
    expect(await violations(page)).toEqual([]);
    await first.getByRole('button', { name: 'Bring back' }).click();
    await expect.poll(written).toBe('The first way.');
  });
});

describe('a stored unit', () => {
  it('is looked at with its neighbours, mended, and flagged so that it is suggested no more', async () => {
    await open();
    const card = page.locator('.suggestion').first();
    await card.locator('summary').click();
    await card.getByRole('button', { name: 'Look at the unit' }).click();
    const dialog = page.getByRole('dialog', { name: /^Unit \d+/ });
    await dialog.getByText('After it').waitFor();
    expect(await violations(page)).toEqual([]);
    // What is related is so by its translation too: all but its end stays.
    const english = dialog.getByLabel('English');
    // Keys of the editor behind it do nothing meanwhile.
    await english.focus();
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Shift+s');
    expect((await written()).trim()).toBe('');
    await english.fill(`${await english.inputValue()} So it was mended.`);
    await dialog.getByRole('button', { name: 'Save the correction' }).click();
    await page.locator('.suggestion-target', { hasText: 'So it was mended.' }).waitFor();
    await card.getByRole('button', { name: 'Look at the unit' }).click();
    await dialog.getByRole('button', { name: 'Flag as wrong' }).click();
    await page.locator('.suggestion-target', { hasText: 'So it was mended.' }).waitFor({ state: 'detached' });
  });
});

describe('the reading view', () => {
  it('leads to the segment of a sentence, keeps to its width and prints the text alone', async () => {
    for (const width of [1440, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto(`${path}/read`);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    expect(await page.locator('.site-header').isVisible()).toBe(false);
    expect(await page.locator('.reading').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('.reading-sentence').nth(8).click();
    await page.locator('.cm-content').waitFor();
    expect(Number(await activeNumber())).toBeGreaterThan(1);
    expect(new URL(page.url()).hash).toBe(`#segment-${await activeNumber()}`);
  });
});

describe('comments', () => {
  it('are said about a segment, shown as text, counted on it, and there after a reload', async () => {
    await open();
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: 'Comments on segment 1' });
    await dialog.getByRole('textbox').fill('@desk <img src=x onerror=alert(1)> which ferry?');
    await dialog.getByRole('button', { name: 'Add' }).click();
    await dialog.locator('strong', { hasText: '@desk' }).waitFor();
    expect(await dialog.locator('.comment-text').innerText()).toContain('<img src=x');
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.reload();
    await page.getByRole('button', { name: '1 comment' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('Nobody has said anything yet.').waitFor();
  });
});
