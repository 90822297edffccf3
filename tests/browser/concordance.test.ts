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

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
  const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01' };
  await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, provenance } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});
afterEach(() => context?.close());

describe('the concordance page', () => {
  it('is used by keyboard alone and without a script', async () => {
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' });
    const page = await context.newPage();
    await page.goto(`${server.url}/concordance`);
    await page.getByLabel('Words, in French or English').focus();
    await page.keyboard.type('quai');
    await page.keyboard.press('Enter');
    await page.waitForURL(/q=quai/);
    expect(await page.locator('.hit').count()).toBeGreaterThan(3);
    expect(await page.locator('.hit mark').first().innerText()).toBe('quai');
    await page.goto(`${page.url()}&limit=2`);
    const first = await page.locator('.hit').first().innerText();
    await page.getByRole('link', { name: 'Older ones' }).click();
    expect(await page.locator('.hit').first().innerText()).not.toBe(first);
    await page.getByRole('link', { name: 'Back to the first' }).click();
    expect(await page.locator('.hit').first().innerText()).toBe(first);
    await page
      .locator('.hit')
      .first()
      .getByRole('link', { name: /in its document/ })
      .click();
    await page.waitForURL(/document=\d+#unit-\d+$/);
    expect(await page.locator(':target').innerText()).toContain('quai');
  });
});

describe('the editor', () => {
  let page: Page;
  const target = () => page.locator('.cm-content');
  const pane = () => page.getByRole('complementary', { name: 'Concordance' });
  const hits = () => pane().locator('.suggestion');
  const text = async () => (await target().innerText()).replace(/^\n$/, '');

  beforeEach(async () => {
    const project = { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const { id } = await call('createProject', { body: project });
    const body = { name: 'Ferry, the sequel', text: HARBOUR.followUp };
    const document = await call('addProjectDocument', { params: { id }, body });
    context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
    context.setDefaultTimeout(10_000);
    page = await context.newPage();
    await page.goto(`${server.url}/projects/${id}/documents/${document.id}`);
    await target().waitFor();
  });

  it('searches for what is selected in the target, and comes back with Escape', async () => {
    await target().pressSequentially('The quay');
    await page.keyboard.press('Control+Shift+ArrowLeft');
    await page.keyboard.press('Control+k');
    await hits().first().waitFor();
    expect(await pane().getByRole('searchbox').inputValue()).toBe('quay');
    expect(await hits().locator('[data-part] mark').first().innerText()).toMatch(/quay/i);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('complementary', { name: 'Suggestions' }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.classList.contains('cm-content'))).toBe(true);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.type('s');
    expect(await text()).toBe('The quays');
  });

  it('inserts at the cursor what is selected of a hit, by keys alone', async () => {
    await target().pressSequentially('[]');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('étude sur le bruit');
    await page.keyboard.press('Enter');
    await hits().first().waitFor();
    const field = hits().first().locator('[data-part]');
    while (!(await field.evaluate((element) => element === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('Control+Home');
    for (let word = 0; word < 2; word++) await page.keyboard.press('Control+Shift+ArrowRight');
    await page.keyboard.type('x');
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe('[Their association]');
    await page.keyboard.press('Control+z');
    expect(await text()).toBe('[]');
  });

  it('searches the source for what is selected there, and inserts a hit by its number', async () => {
    const source = page.locator('.segment-active .segment-source');
    // As a person does, who takes the focus from the target with it.
    await source.click({ clickCount: 3 });
    await page.keyboard.press('Control+k');
    await pane()
      .getByRole('status')
      .getByText(/units? ha(s|ve) it|No unit/)
      .waitFor();
    await pane().getByRole('searchbox').fill('quai nord');
    await page.keyboard.press('Enter');
    await hits().first().locator('mark', { hasText: 'quai nord' }).first().waitFor();
    const said = await hits().first().locator('[data-part]').innerText();
    await page.keyboard.press('Control+Digit1');
    await expect.poll(text).toBe(said);
    await pane().waitFor({ state: 'detached' });
  });

  it('says when nothing has the words, and takes the next segment with its own suggestions', async () => {
    await page.keyboard.press('Control+k');
    await pane().getByText('Select words in the source or the target').waitFor();
    await page.keyboard.type('tramway');
    await page.keyboard.press('Enter');
    await pane().getByText('No unit has all these words.').waitFor();
    await pane().getByRole('searchbox').fill('nord quai');
    await page.keyboard.press('Enter');
    await pane()
      .getByText(/^Not as a phrase/)
      .waitFor();
    await page.keyboard.press('Control+ArrowDown');
    await page.getByRole('complementary', { name: 'Suggestions' }).waitFor();
  });

  it('shows the stored pieces of a segment under their own heading, and inserts one at the cursor by its number', async () => {
    const project = { name: 'Pieces', sourceLanguage: 'fr', targetLanguage: 'en' } as const;
    const { id } = await call('createProject', { body: project });
    const body = { name: 'pieces.txt', text: 'Hier soir, le quai nord et la mairie ont souhaité faire un geste.' };
    const document = await call('addProjectDocument', { params: { id }, body });
    await page.goto(`${server.url}/projects/${id}/documents/${document.id}`);
    const tier = page.locator('.tier', { has: page.getByRole('heading', { name: 'Fragments' }) });
    const card = tier.locator('.suggestion', { hasText: 'quai nord' }).first();
    await card.waitFor();
    expect(await card.locator('mark').allInnerTexts()).toEqual(['north quay', 'quai nord']);
    expect(await violations(page)).toEqual([]);
    await target().pressSequentially('[]');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press(`Control+Digit${await card.locator('.suggestion-key').innerText()}`);
    await expect.poll(text).toBe('[north quay]');
    await card.getByRole('button', { name: /^Insert suggestion/ }).click();
    await expect.poll(text).toBe('[north quaynorth quay]');
  });
});
