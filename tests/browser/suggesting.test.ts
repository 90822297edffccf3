import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { startDeepLServer } from '../support/deepl-server.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const PAIRS = [
  ['Le tribunal de commerce de Marseille a rendu son avis.', 'The Marseille commercial court has given its opinion.'],
  ['Le tribunal de commerce de Marseille siège lundi.', 'The Marseille commercial court sits on Monday.'],
] as const;
const TEXT = 'Le tribunal de commerce de Marseille a rendu son avis hier.\nLa reprise tarde.';

let browser: Browser;
let server: RunningServer;
let deepl: Awaited<ReturnType<typeof startDeepLServer>>;
let call: Client;
let context: BrowserContext;
let page: Page;
let memoryId: number;
let projectId: number;
let documentId: number;

beforeAll(async () => {
  deepl = await startDeepLServer(({ texts }) => texts.map(() => 'By a machine.'));
  const env = { DEEPL_AUTH_KEY: 'test:fx', DEEPL_SERVER_URL: deepl.url };
  [browser, server] = await Promise.all([launchBrowser(), startServer({ env })]);
  call = createClient(server.url);
  memoryId = (await call('createMemory', { body: { name: 'Courts' } })).id;
  await call('createUnits', { body: { memoryId, units: PAIRS.map(([fr, en]) => pair(fr, en)) } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await deepl?.stop();
});

beforeEach(async () => {
  projectId = (await call('createProject', { body: { name: 'Court', sourceLanguage: 'fr', targetLanguage: 'en' } })).id;
  const document = await call('addProjectDocument', { params: { id: projectId }, body: { name: 'court', text: TEXT } });
  documentId = document.id;
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${server.url}/projects/${projectId}/documents/${documentId}`);
  await page.locator('.suggestion').first().waitFor();
});
afterEach(() => context?.close());

const pair = (fr: string, en: string) => ({
  fr: { language: 'fr', content: fr },
  en: { language: 'en', content: en },
});
const written = () => page.locator('.cm-content').innerText();
const news = () => page.locator('.bar-news').innerText();
const saved = () => page.locator('[data-delivery="saved"]').waitFor();

describe('a suggestion', () => {
  it('is inserted whole, or what is selected of it, by key alone', async () => {
    await page.keyboard.type('So ');
    await page.getByRole('textbox', { name: /^Translation of suggestion 1/ }).press('Control+Home');
    for (let letter = 0; letter < 'The Marseille'.length; letter++) await page.keyboard.press('Shift+ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(written).toBe('So The Marseille');
    expect(await news()).toBe('What was selected is inserted.');
    await page.keyboard.press('Control+1');
    await expect.poll(written).toBe(PAIRS[0][1]);
  });

  it('says what was adapted in it, and is inserted so', async () => {
    await call('createUnits', {
      body: { memoryId, units: [pair('La peine est de 12 mois.', 'The term is 12 months.')] },
    });
    const body = { name: 'terms', text: 'La peine est de 14 mois.' };
    const { id } = await call('addProjectDocument', { params: { id: projectId }, body });
    await page.goto(`${server.url}/projects/${projectId}/documents/${id}`);
    const card = page.locator('.suggestion', { hasText: 'Adapted' }).first();
    await card.waitFor();
    // That the number differs is no warning any more.
    expect(await card.locator('.suggestion-note').allInnerTexts()).toEqual(['Adapted: 12 14']);
    await page.keyboard.press('Control+1');
    await expect.poll(written).toBe('The term is 14 months.');
  });
});

describe('words that are being written', () => {
  it('are completed from fragments by Enter, and are never in the way', async () => {
    const { fragments } = await call('segmentSuggestions', {
      params: { id: (await call('listSegments', { params: { id: projectId, documentId } })).items[0]?.id ?? 0 },
    });
    const translation = fragments[0]?.translation ?? '';
    const list = page.getByRole('listbox', { name: 'Completions' });
    await page.keyboard.type(translation.slice(0, 4));
    await list.getByRole('option', { name: translation, exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.locator('.cm-content').getAttribute('aria-activedescendant')).toBe('completions-0');
    await page.keyboard.press('Enter');
    await expect.poll(written).toBe(translation);
    await list.waitFor({ state: 'detached' });

    await page.keyboard.press('Control+a');
    await page.keyboard.type(translation.slice(0, 3));
    await list.waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    await page.keyboard.type(translation.slice(3, 5));
    await page.keyboard.type(' quite else');
    expect(await list.count()).toBe(0);
    expect(await written()).toBe(`${translation.slice(0, 5)} quite else`);
  });
});

describe('a translation by machine', () => {
  it('is had on demand at a cost that is told, marked, kept as a draft, and inserted by its number', async () => {
    await page.keyboard.press('Control+ArrowDown');
    await page.getByText('costs 17 characters').waitFor();
    expect(deepl.calls).toEqual([]);
    await page.keyboard.press('Control+Shift+M');
    const card = page.locator('.suggestion', { hasText: 'By a machine.' });
    await card.getByText('stored nowhere unless you confirm it').waitFor();
    expect(deepl.calls.map(({ texts }) => texts)).toEqual([['La reprise tarde.']]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press(`Control+${await card.locator('.suggestion-key').innerText()}`);
    await expect.poll(written).toBe('By a machine.');
    await page.keyboard.press('Control+s');
    await saved();
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    expect(items[1]).toMatchObject({ status: 'draft', origin: { kind: 'machine', engine: 'DeepL' } });
    const { total } = await call('concordance', { query: { q: 'machine' } });
    expect(total.count).toBe(0);
    await page.locator('[data-index="1"] .rate-machine').waitFor();
  });
});

describe('a disk that is full', () => {
  it('is named, and nothing that was typed is lost', async () => {
    const problem = { type: 'about:blank', title: 'The disk is full', status: 507, detail: '', code: 'database-full' };
    const body = JSON.stringify(problem);
    await page.route('**/api/v1/segments/*', (route) =>
      route.fulfill({ status: 507, contentType: 'application/problem+json', body }),
    );
    await page.keyboard.type('Written meanwhile');
    await page.getByText('The disk is full – 1 segment kept here').waitFor();
    expect(await news()).toContain('Tell whoever runs Calque.');
    await page.unrouteAll();
    await page.keyboard.press('Control+s');
    await saved();
    expect((await call('listSegments', { params: { id: projectId, documentId } })).items[0]?.target).toEqual([
      'Written meanwhile',
    ]);
  });
});

describe('what is pasted', () => {
  it('is its text alone, from a web page or from Word, and however long', async () => {
    const paste = (html: string, text: string) =>
      page.evaluate(
        ([type, plain]) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/html', type ?? '');
          clipboardData.setData('text/plain', plain ?? '');
          const init = { clipboardData, bubbles: true, cancelable: true };
          document.querySelector('.cm-content')?.dispatchEvent(new ClipboardEvent('paste', init));
        },
        [html, text],
      );
    await paste('<b onclick="alert(1)">Bold</b><img src=x onerror="document.title=1">', 'Bold ');
    const word = '<p class=MsoNormal style="mso-list:l0"><o:p></o:p>From&nbsp;Word<!--[if gte mso 9]><![endif]--></p>';
    await paste(word, 'From Word\r\n');
    expect((await written()).trim()).toBe('Bold From Word');
    expect(await page.locator('#editor b, #editor img').count()).toBe(0);
    await page.keyboard.press('Control+a');
    const long = 'A sentence that goes on. '.repeat(800);
    await paste('', long);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('Done.');
    await page.keyboard.press('Control+s');
    // More than a segment may have: kept here, and taken once it is shorter.
    await page.locator('.row-note-danger', { hasText: 'Your text is kept on this device' }).waitFor();
    for (let letter = 0; letter < 'Done.'.length; letter++) await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+s');
    await saved();
    await page.locator('.row-note-danger').waitFor({ state: 'detached' });
    const { items } = await call('listSegments', { params: { id: projectId, documentId } });
    expect(items[0]?.target).toEqual([long]);
  });
});
