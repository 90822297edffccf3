import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import xliff12ToJs from 'xliff/xliff12ToJs';
import { contentText } from '../../memory/model/inline.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { keyboardOn } from '../support/keyboard.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { openXliff } from '../support/xliff.ts';

let browser: Browser;
let server: RunningServer;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  context = await browser.newContext({ acceptDownloads: true });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
});
afterEach(() => context?.close());

/** Imports an article pair as a person does: from the first page, pasting both texts. */
async function importArticle(fr: string, en: string, publication: string): Promise<void> {
  await page.goto(server.url);
  await page.getByRole('link', { name: 'Import an article' }).click();
  await page.getByLabel('French text').fill(fr);
  await page.getByLabel('English text').fill(en);
  await page.getByLabel('Publication').fill(publication);
  await page.getByRole('button', { name: 'Align and store at once' }).click();
  await page.getByRole('table', { name: 'Beads' }).waitFor();
}

async function paste(text: string): Promise<void> {
  await page.getByRole('link', { name: 'New translation' }).click();
  await page.getByLabel('Text', { exact: true }).fill(text);
  await page.getByRole('button', { name: 'Start translating' }).click();
  await target().waitFor();
}

async function goTo(number: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect.poll(activeNumber).toBe(String(number));
}

const target = () => page.locator('.cm-content');
const written = () => target().innerText();
const news = () => page.locator('.bar-news').innerText();
const suggestions = () => page.locator('.suggestion');
const saved = () => page.locator('[data-delivery="saved"]').waitFor();
const activeNumber = () => page.locator('.segment[aria-current="true"] .segment-number').innerText();

async function download(name: string): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name, exact: true }).click(),
  ]);
  return readFile(await file.path(), 'utf8');
}

describe('from a published article to an exported translation', () => {
  it('goes the whole way, by keyboard alone', async () => {
    await page.addInitScript(() => {
      addEventListener('mousedown', () => sessionStorage.setItem('mouse', 'used'), { capture: true });
    });
    const keys = keyboardOn(page);
    await page.goto(server.url);
    await keys.follow(page.getByRole('link', { name: 'Import an article' }));
    await keys.write(page.getByLabel('French text'), HARBOUR.fr);
    await keys.write(page.getByLabel('English text'), HARBOUR.en);
    await keys.write(page.getByLabel('Publication'), 'Le Port en ligne');
    await keys.follow(page.getByRole('button', { name: 'Align and store at once' }));
    await page.getByRole('table', { name: 'Beads' }).waitFor();
    await page.getByText('translated by Rédaction du Port').first().waitFor();

    await keys.follow(page.getByRole('link', { name: 'New translation' }));
    await keys.write(page.getByLabel('Text', { exact: true }), HARBOUR.followUp);
    await keys.follow(page.getByRole('button', { name: 'Start translating' }));
    await target().waitFor();

    // The seventh sentence stands in the memory as it is.
    await goTo(8);
    await expect
      .poll(() => suggestions().first().innerText())
      .toContain('Residents of the north quay are worried about traffic.');
    const card = await suggestions().first().innerText();
    expect(card).toContain('Le Port en ligne');
    expect(card).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
    await page.keyboard.press('Control+1');
    await expect.poll(written).toBe('Residents of the north quay are worried about traffic.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe('9');

    // Inserted, edited and confirmed: the stored sentence says the opposite.
    await expect.poll(() => suggestions().first().innerText()).toMatch(/not/);
    await page.keyboard.press('Control+1');
    await expect.poll(written).toContain('it has not yet received a reply');
    await page.keyboard.press('Control+a');
    await page.keyboard.type('Their association has asked the town hall for a noise study; it has received a reply.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe('10');

    // What the checks find is gone to by key, and settled by key.
    await goTo(3);
    await page.keyboard.type('The crossing of 178.5 kilometres will take four and a half hours.');
    await page.keyboard.press('F4');
    await expect.poll(news).toContain('187,5');
    await page.keyboard.press('F2');
    await expect.poll(written).toBe('The crossing of 187.5 kilometres will take four and a half hours.');

    // Cut where the cursor stands, and joined again.
    await goTo(2);
    await page.keyboard.type('First half. Second half.');
    await page.keyboard.press('Alt+Enter');
    await page.getByRole('dialog').getByLabel('Source').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Home');
    for (const _ of 'La') await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await expect.poll(news).toContain('Segment 2 split.');
    expect(await written()).toBe('First half.');
    await page.keyboard.press('Control+j');
    await expect.poll(news).toContain('Segment 2 joined');
    expect(await written()).toBe('First half. Second half.');

    await page.keyboard.press('Shift+F2');
    await page.keyboard.type('@desk Which half?');
    await keys.follow(page.getByRole('dialog').getByRole('button', { name: 'Add' }));
    await page.getByRole('dialog').locator('strong', { hasText: '@desk' }).waitFor();
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });

    await page.keyboard.press('Control+h');
    await page.keyboard.type('half');
    await page.keyboard.press('Tab');
    await page.keyboard.type('part');
    await page.getByRole('dialog').locator('ins').first().waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(news).toBe('2 segments changed.');
    expect(await written()).toBe('First part. Second part.');
    await page.keyboard.press('Control+Shift+Backspace');
    await expect.poll(written).toBe('First half. Second half.');

    await page.keyboard.press('Control+Shift+f');
    await page.getByLabel('In the source').waitFor();
    await page.keyboard.type('riverains');
    await expect.poll(() => page.locator('.segment').count()).toBe(1);
    await keys.follow(page.getByRole('button', { name: 'Show all' }));
    await expect.poll(() => page.locator('.segment').count()).toBe(13);
    await page.keyboard.press('Escape');

    // Read as a whole, and back to a sentence of it; from there to the project, and what it comes to.
    await keys.follow(page.getByRole('link', { name: 'Reading view' }), 'Shift+Tab');
    await keys.follow(page.locator('a.reading-sentence[href$="#segment-10"]').last());
    await target().waitFor();
    await expect.poll(activeNumber).toBe('10');
    await page.keyboard.type('Contacted on Thursday,');
    await saved();
    await keys.follow(page.locator('.breadcrumb a').last(), 'Shift+Tab');
    await keys.follow(page.getByRole('link', { name: 'Analysis' }));
    // A page that is loaded anew before its form was sent would never send it.
    const asked = page.waitForResponse((response) => response.request().method() === 'POST');
    await keys.follow(page.getByRole('button', { name: 'Analyse now' }));
    await asked;
    const bands = () => page.reload().then(() => page.getByRole('table', { name: 'By match rate' }).count());
    await expect.poll(bands, { timeout: 10_000 }).toBe(1);
    await keys.follow(page.locator('.breadcrumb a').last(), 'Shift+Tab');

    // A second document is a file with inline codes.
    await keys.follow(page.locator('summary', { hasText: 'Add a document' }));
    const chosen = page.waitForEvent('filechooser');
    await keys.follow(page.locator('#textFile'));
    await (await chosen).setFiles(join(PROJECT_ROOT, 'tests', 'browser', 'codes.xlf'));
    await keys.follow(page.getByRole('button', { name: 'Add', exact: true }));
    await target().waitFor();
    const missing = () => page.locator('.missing-codes button').count();
    await expect.poll(missing).toBe(3);
    await page.keyboard.type('port');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('F8');
    await expect.poll(missing).toBe(1);
    expect(await page.locator('.cm-content .code').count()).toBe(2);
    await page.keyboard.press('Control+Shift+F8');
    await expect.poll(news).toBe('1 code inserted.');
    // Deleted as a whole, as it is passed as a whole.
    await page.keyboard.press('Backspace');
    await expect.poll(missing).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(missing).toBe(0);
    await page.keyboard.press('F8');
    await expect.poll(news).toBe('No code is missing.');
    await saved();
    await page.keyboard.press('Alt+PageUp');

    // A draft that was left alone is there again.
    await expect.poll(() => page.locator('.segment').nth(9).innerText()).toContain('Contacted on Thursday,');
    await page.getByText('2 of 13 segments').waitFor();
    const download = async (name: string): Promise<string> => {
      const given = page.waitForEvent('download');
      await keys.follow(page.getByRole('link', { name, exact: true }), 'Shift+Tab');
      return readFile(await (await given).path(), 'utf8');
    };
    const text = await download('Text');
    expect(text.split(/\n\s*\n/)).toHaveLength(HARBOUR.followUp.trim().split(/\n\s*\n/).length);
    expect(text).toContain('Residents of the north quay are worried about traffic.');
    expect(await download('TMX')).toContain('it has received a reply.');
    const xliff = await download('XLIFF');
    const [file] = openXliff(new TextEncoder().encode(xliff), 'export.xlf').documents;
    expect(file).toMatchObject({ sourceLanguage: 'fr', targetLanguage: 'en' });
    const units = file?.segments ?? [];
    expect(units).toHaveLength(13);
    expect(contentText(units[7]?.target ?? [])).toBe('Residents of the north quay are worried about traffic.');
    expect(units[7]).toMatchObject({ state: 'translated' });
    expect(xliff).toContain('<alt-trans');
    expect(xliff).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
    // The outside reader reads it too.
    const { resources } = await xliff12ToJs(xliff, { captureSpacesBetweenElements: true });
    const targets = Object.values(Object.values(resources)[0] ?? {}).map((unit) => unit.target);
    expect(targets).toContain('Residents of the north quay are worried about traffic.');
    expect(await page.evaluate(() => sessionStorage.getItem('mouse'))).toBeNull();
  });

  const ARTICLES = [
    'articles/mee-2021-11.fr.txt',
    'articles/mee-2021-11.en.txt',
    'articles/tech-press-2021-11.fr.txt',
  ] as const;

  it('translates the tech press with what Middle East Eye published', needsShared(...ARTICLES), async () => {
    const [fr = '', en = '', tech = ''] = await Promise.all(ARTICLES.map((path) => readFile(sharedPath(path), 'utf8')));
    await importArticle(fr, en, 'Middle East Eye');
    await paste(tech);
    await page.locator('.segment').first().waitFor();
    const sources = await page.locator('.segment-source').allInnerTexts();
    expect(sources[0]).toMatch(/^D'après des sources du MIT Technology Review/);

    const place = sources.findIndex((source) => source.includes('sous le feu des projecteurs'));
    await page.keyboard.press('Control+g');
    await page
      .getByRole('dialog')
      .getByRole('textbox')
      .fill(String(place + 1));
    await page.keyboard.press('Enter');
    await expect
      .poll(() => suggestions().first().innerText())
      .toContain('NSO Group has found itself under the spotlight');
    expect(await suggestions().first().innerText()).toContain('Traduit de l’anglais (original) par VECTranslation.');

    // A sentence in other words is no more than a start: it is inserted, written over and confirmed.
    const written =
      'In the summer of 2021, the spyware and its Israeli maker NSO had come under the spotlight and under fire.';
    await page.keyboard.press('Control+1');
    await expect.poll(() => target().innerText()).toContain('NSO Group has found itself under the spotlight');
    await target().fill(written);
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe(String(place + 2));
    await page.keyboard.type('It is a system');
    await saved();
    await page.reload();
    await expect.poll(() => page.locator('.segment').nth(place).innerText()).toContain(written);
    await expect
      .poll(() =>
        page
          .locator('.segment')
          .nth(place + 1)
          .innerText(),
      )
      .toContain('It is a system');

    const xliff = new TextEncoder().encode(await download('XLIFF'));
    const [file] = openXliff(xliff, 'export.xlf').documents;
    expect(file?.segments.map(({ source }) => contentText(source))).toEqual(sources);
    expect(file?.segments[place]).toMatchObject({ target: [written], state: 'translated' });
    const text = await download('Text');
    expect(text).toMatch(/^ ?date 2021-11 /);
    expect(text).toContain(written);
  });

  const STUDIO =
    'corpora/xliff/real/mihnita+okapi__okapi__filters__xliff__src__test__resources__test.txt_en-US_fr-FR.sdlxliff';

  it(
    'takes a file of Trados Studio as it stands there, and gives it back translated',
    needsShared(STUDIO),
    async () => {
      await page.goto(`${server.url}/projects/new`);
      await page.locator('#textFile').setInputFiles(sharedPath(STUDIO));
      await page.getByRole('button', { name: 'Start translating' }).click();
      await target().waitFor();
      const states = await page.locator('.segment-state').allInnerTexts();
      expect(states.map((state) => state.replaceAll(/\s+/g, ' '))).toEqual([
        'Untranslated Locked',
        'Confirmed',
        'Confirmed MT machine translation',
        'Draft 98 % percent match',
        'Reviewed Locked 101 % percent match',
        'Reviewed 101 % percent match',
        'Untranslated Locked',
      ]);
      // The first that is to be done and may be.
      expect(await activeNumber()).toBe('4');
      await page.keyboard.press('Control+a');
      await page.keyboard.type('Et une troisième ensuite.');
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Control+Enter');
      await saved();
      const given = await download('The file as it came, with its targets');
      expect(given).toContain('<mrk mtype="seg" mid="3">Et une troisième ensuite.</mrk>');
      expect(given).toMatch(/<sdl:seg id="3" conf="Translated"/);
    },
  );
});
