import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const TEXT = [
  'Le port est fermé.',
  'Les dockers ont cessé le travail lundi matin.',
  'Le port est fermé.',
  'La reprise est attendue mardi.',
  'Le port est fermé.',
].join('\n');

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let page: Page;
let path: string;
let documentId: number;
let projectId: number;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  const project = await call('createProject', {
    body: { name: 'Harbour', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  projectId = project.id;
  const body = { name: 'harbour', text: TEXT };
  documentId = (await call('addProjectDocument', { params: { id: project.id }, body })).id;
  path = `${server.url}/projects/${project.id}/documents/${documentId}`;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(path);
  await page.locator('.cm-content').waitFor();
});
afterEach(() => context?.close());

const shownNumbers = () => page.locator('.segment-number').allInnerTexts();
const target = (number: number) => page.locator(`[data-index="${number - 1}"] .segment-target`).innerText();
const news = () => page.locator('.bar-news').innerText();
const saved = () => expect.poll(() => page.locator('.delivery').innerText()).toBe('Saved');

async function write(text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press('Control+Enter');
}

describe('a repetition that is confirmed', () => {
  it('fills the others, which say so, and is taken back by one key', async () => {
    await write('The harbour is closed.');
    await expect.poll(() => target(3)).toBe('The harbour is closed.');
    await page.getByText('2 repetitions filled with what you confirmed.').waitFor();
    expect(await page.locator('[data-index="2"] .segment-mark-repeat').getAttribute('title')).toBe('Repetition 2 of 3');
    await saved();
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    expect(items.map(({ status }) => status)).toEqual(['confirmed', 'untranslated', 'draft', 'untranslated', 'draft']);
    await page.keyboard.press('Control+Shift+Backspace');
    await expect.poll(news).toBe('2 segments are as before.');
    await saved();
    expect(await target(3)).toBe('');
    await page.reload();
    await page.locator('.cm-content').waitFor();
    expect(await target(5)).toBe('');
  });
});

describe('the filter', () => {
  it('shows what it is asked for, counts, keeps itself in the address and goes off again', async () => {
    await write('The harbour is closed.');
    await saved();
    await page.keyboard.press('Control+Shift+f');
    const filter = page.getByRole('search', { name: 'Filter' });
    await filter.getByLabel('Status').selectOption({ label: 'Draft (2)' });
    await expect.poll(shownNumbers).toEqual(['3', '5']);
    expect(new URL(page.url()).search).toBe('?status=draft');
    await filter.getByLabel('With the segments around').check();
    await expect.poll(shownNumbers).toEqual(['2', '3', '4', '5']);
    await page.reload();
    await expect.poll(shownNumbers).toEqual(['2', '3', '4', '5']);
    await filter.getByLabel('Status').selectOption('');
    await filter.getByLabel('In the source').fill('DOCKERS');
    await expect.poll(shownNumbers).toEqual(['1', '2', '3']);
    expect(await violations(page)).toEqual([]);
    await filter.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(shownNumbers).toEqual(['1', '2', '3', '4', '5']);
    expect(new URL(page.url()).search).toBe('');
    await page.keyboard.press('Escape');
    await filter.waitFor({ state: 'detached' });
  });

  it('finds segments by what the checks find', async () => {
    await page.keyboard.type('The the harbour is closed.');
    await page.keyboard.press('Control+Shift+f');
    await page.getByRole('search').getByLabel('Issue').selectOption('repeated-word');
    await expect.poll(shownNumbers).toEqual(['1']);
    await page.getByRole('search').getByLabel('In the target').fill('no such words');
    await page.getByText('No segment passes the filter').waitFor();
  });
});

describe('finding and replacing', () => {
  it('shows each hit, leaves out those unchosen, says what becomes a draft, and is taken back whole', async () => {
    await write('The harbour is closed.');
    await saved();
    await page.keyboard.press('Control+h');
    const dialog = page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByLabel('Find in the targets').fill('harbour');
    await dialog.getByLabel('Replace with').fill('port');
    await dialog.getByText('Found in 3 segments').waitFor();
    expect(await dialog.locator('.replace-hit').first().innerText()).toContain('confirmed; will be a draft again');
    expect(await dialog.locator('del').first().innerText()).toBe('harbour');
    await dialog.getByRole('checkbox', { name: 'Segment 5' }).uncheck();
    expect(await violations(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Replace in 2 segments' }).click();
    await expect.poll(() => target(1)).toBe('The port is closed.');
    expect([await target(3), await target(5)]).toEqual(['The port is closed.', 'The harbour is closed.']);
    await saved();
    await page.getByRole('button', { name: 'Take back' }).click();
    await expect.poll(() => target(1)).toBe('The harbour is closed.');
    await saved();
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    expect(items[0]).toMatchObject({ status: 'confirmed', target: ['The harbour is closed.'] });
    expect(items[2]).toMatchObject({ status: 'draft', target: ['The harbour is closed.'] });
  });

  it('says of a pattern that it is none, and changes nothing', async () => {
    await page.keyboard.press('Control+h');
    const dialog = page.getByRole('dialog', { name: 'Find and replace' });
    await dialog.getByLabel('Regular expression').check();
    await dialog.getByLabel('Find in the targets').fill('(');
    await dialog.getByText('This is not a regular expression.').waitFor();
    expect(await dialog.getByRole('button', { name: /Replace/ }).isDisabled()).toBe(true);
  });
});
