import { randomUUID } from 'node:crypto';
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
let reviewId: number;
/** Of each test its own: an article that is in the memory already is reviewed otherwise. */
let memory: string;
/** What the browser complained of, refused connections apart, which the tests bring about themselves. */
let complaints: string[];

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  memory = randomUUID();
  reviewId = await newReview(HARBOUR.fr, HARBOUR.en);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  complaints = [];
  page = await openReview();
});
afterEach(async () => {
  await context?.close();
  for (const { id } of (await call('listReviews', {})).items) await call('deleteReview', { params: { id } });
  expect(complaints).toEqual([]);
});

async function newReview(fr: string, en: string): Promise<number> {
  return (await call('createReview', { body: { fr, en, memory } })).id;
}

async function openReview(id = reviewId): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  await opened.goto(`${server.url}/reviews/${id}`);
  await opened.locator('.bead-active').waitFor();
  return opened;
}

const saved = (on = page) => on.locator('[data-delivery="saved"]').waitFor();
const news = (on = page) => on.locator('.bar [role="status"]').innerText();
const active = async (on = page) => Number(await on.locator('.bead-active').getAttribute('data-bead')) + 1;
const focused = (on = page) =>
  on.evaluate(() => {
    const cell = document.activeElement?.closest('[data-side]');
    const bead = document.activeElement?.closest('[data-bead]');
    return `${Number(bead?.getAttribute('data-bead')) + 1} ${cell?.getAttribute('data-side')}`;
  });
const side = (number: number, language: 'fr' | 'en', on = page) =>
  on.locator(`[data-bead="${number - 1}"] [data-side="${language}"] .bead-sentence`).allInnerTexts();
const decision = (number: number, on = page) => on.locator(`[data-bead="${number - 1}"] .decision`).innerText();
const count = async (on = page) => Number(await on.locator('[role="grid"]').getAttribute('aria-rowcount')) - 1;

/** Goes to a bead from the first one. */
async function goTo(number: number): Promise<void> {
  await page.keyboard.press('Home');
  for (let at = 1; at < number; at++) await page.keyboard.press('ArrowDown');
  expect(await active()).toBe(number);
}

async function served() {
  return call('getReview', { params: { id: reviewId } });
}

describe('a review, by keyboard alone', () => {
  it('begins at the first doubtful bead, with the focus on it, and goes to the next', async () => {
    expect(await active()).toBe(4);
    expect(await focused()).toBe('4 fr');
    await page.keyboard.press('F9');
    const second = await active();
    expect(second).toBeGreaterThan(4);
    expect(await news()).toBe(`Bead ${second} of 30.`);
    await page.keyboard.press('n');
    expect(await active()).toBe(4);
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('4 en');
    await page.keyboard.press('End');
    expect(await active()).toBe(30);
    await page.keyboard.press('ArrowDown');
    expect(await news()).toBe('This is the last bead.');
  });

  it('accepts and goes on, takes it back, deletes', async () => {
    await goTo(2);
    await page.keyboard.press('Control+Enter');
    expect(await active()).toBe(3);
    expect(await decision(2)).toBe('Accepted');
    await page.keyboard.press('Delete');
    expect(await decision(3)).toBe('Deleted');
    await goTo(2);
    await page.keyboard.press('u');
    expect(await decision(2)).toBe('Open');
    await saved();
    expect((await served()).progress).toMatchObject({ accepted: 0, deleted: 1 });
    await goTo(4);
    await page.keyboard.press('a');
    expect(await news()).toBe('One side of the bead is empty, so there is nothing to store.');
  });

  it('joins, splits, and moves boundaries on either side', async () => {
    const before = await count();
    await goTo(7);
    const [first, second] = [await side(7, 'fr'), await side(8, 'fr')];
    await page.keyboard.press('j');
    expect(await side(7, 'fr')).toEqual([...first, ...second]);
    expect(await count()).toBe(before - 1);
    expect(await focused()).toBe('7 fr');
    await page.keyboard.press('s');
    expect(await side(8, 'fr')).toEqual(second);
    expect(await page.locator('[data-bead="6"] .rate').innerText()).toBe('by hand');

    await page.keyboard.press('ArrowRight');
    const english = await side(8, 'en');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await side(7, 'en')).toHaveLength(2);
    expect(await news()).toBe('Bead 7 now has 2 sentences in English.');
    await page.keyboard.press('Shift+ArrowUp');
    expect(await side(8, 'en')).toEqual(english);
    await page.keyboard.press('Alt+ArrowUp');
    expect(await side(7, 'en')).toHaveLength(2);
    await page.keyboard.press('Alt+ArrowDown');
    expect(await side(7, 'en')).toHaveLength(1);
    expect(await focused()).toBe('7 en');
    await page.keyboard.press('s');
    expect(await news()).toContain('The bead has one sentence a side.');
  });

  it('pairs two sentences without a partner that stand far apart, in one step, which is undone in one', async () => {
    await goTo(7);
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Shift+ArrowUp');
    const before = await count();
    const english = await side(7, 'en');
    expect(await side(7, 'fr')).toEqual([]);
    await goTo(4);
    const french = await side(4, 'fr');
    await page.keyboard.press('m');
    expect(await news()).toBe('Bead 4 is marked. Go to its partner and press M again.');
    await goTo(7);
    await page.keyboard.press('m');
    expect(await news()).toBe('Paired: they are bead 4 now.');
    expect([await active(), await side(4, 'fr'), await side(4, 'en')]).toEqual([4, french, english]);
    expect(await count()).toBe(before - 1);
    await page.keyboard.press('Control+z');
    expect(await count()).toBe(before);
  });

  it('edits a sentence, leaves one unkept, and cuts one at the cursor', async () => {
    await goTo(9);
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('A car costs 129 euros.');
    await page.keyboard.press('Enter');
    expect((await side(9, 'en')).join()).toContain('A car costs 129 euros.');
    expect(await focused()).toBe('9 en');
    await page.keyboard.press('F2');
    await page.keyboard.type('Nonsense. ');
    await page.keyboard.press('Escape');
    expect((await side(9, 'en')).join()).not.toContain('Nonsense');

    await page.keyboard.press('Enter');
    await page.keyboard.press('Home');
    for (let step = 0; step < 'A car '.length; step++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Alt+Enter');
    expect(await side(9, 'en')).toEqual([
      expect.stringContaining('A car'),
      expect.stringContaining('costs 129 euros.'),
    ]);
    await saved();
    expect((await served()).steps.map(({ kind }) => kind)).toEqual(['edit', 'cut']);
  });

  it('undoes without end, past a reload, and redoes', async () => {
    const before = await side(7, 'fr');
    await goTo(7);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.keyboard.press('Shift+A');
    await saved();
    await page.reload();
    await page.locator('.bead-active').waitFor();
    expect((await served()).progress.passed).toBeGreaterThan(10);
    for (let step = 0; step < 3; step++) await page.keyboard.press('Control+z');
    expect(await news()).toBe('Undone: joining beads.');
    await page.keyboard.press('Control+z');
    expect(await news()).toBe('There is nothing to undo.');
    expect(await side(7, 'fr')).toEqual(before);
    expect(await active()).toBe(7);
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+Shift+z');
    expect(await decision(7)).toBe('Accepted');
    await saved();
    expect((await served()).progress).toMatchObject({ accepted: 1, passed: 0 });
  });

  it('accepts all above a confidence, and stores what is accepted', async () => {
    await goTo(2);
    await page.keyboard.press('a');
    await page.getByLabel('Accept all above').fill('97');
    await page.keyboard.press('Enter');
    expect(await news()).toMatch(/^\d+ beads accepted unseen\.$/);
    expect(await decision(3)).toBe('Accepted unseen');
    await page.getByRole('button', { name: 'Store…' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Store', exact: true }).press('Enter');
    await page.getByText('Stored in the memory').waitFor();
    const { documentId = 0, progress, state } = await served();
    expect(state).toBe('finished');
    const { items } = await call('listUnits', { query: { document: documentId } });
    expect(items).toHaveLength(progress.accepted + progress.passed);
    expect(items.filter(({ status }) => status === 'confirmed')).toHaveLength(1);
    await page.getByRole('link', { name: 'See them in the memory' }).click();
    await page.getByText('A car will cost €129 each way.').waitFor();
  });

  it('shows its keys, and works while no bead has the focus where more than a letter is pressed', async () => {
    await page.keyboard.press('F1');
    await page.getByRole('dialog').getByText('Take a sentence from above').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('4 fr');
    await page.getByText('Where it comes from', { exact: true }).click();
    await page.getByLabel('Title').focus();
    await page.keyboard.press('a');
    expect(await page.getByLabel('Title').inputValue()).toContain('a');
    expect((await served()).steps).toEqual([]);
  });
});

describe('what was done in a review', () => {
  it('is there again after leaving and coming back, in the list with its progress', async () => {
    await goTo(2);
    await page.keyboard.press('a');
    await page.keyboard.press('a');
    await saved();
    await page.goto(`${server.url}/reviews`);
    await page.getByText('2 of 30 beads').waitFor();
    await page.getByRole('link', { name: /^Une nouvelle ligne de ferry/ }).click();
    await page.locator('.bead-active').waitFor();
    expect(await decision(2)).toBe('Accepted');
    await page.goto(`${server.url}/reviews`);
    await page.locator('summary', { hasText: 'Delete' }).click();
    await page.getByRole('button', { name: 'Delete the review' }).click();
    await page.getByText('No review is under way').waitFor();
  });

  it('is kept while the server cannot be reached, past a closed page, and sent when it is back', async () => {
    await goTo(2);
    await context.setOffline(true);
    await page.keyboard.press('a');
    await page.keyboard.press('Delete');
    await page.locator('[data-delivery="offline"]').waitFor();
    expect((await served()).steps).toEqual([]);
    await page.close();
    await context.setOffline(false);
    page = await openReview();
    await saved();
    await expect
      .poll(async () => (await served()).steps)
      .toEqual([
        { kind: 'accept', bead: 1 },
        { kind: 'delete', bead: 2 },
      ]);
    expect(await decision(2)).toBe('Accepted');
  });

  it('keeps what is being written when the page is left', async () => {
    await goTo(9);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' Aller simple.');
    await page.goto(`${server.url}/reviews`);
    await expect.poll(async () => (await served()).steps.map(({ kind }) => kind)).toEqual(['edit']);
  });

  it('shows in a second tab at once, and steps of both come together', async () => {
    const other = await openReview();
    await page.bringToFront();
    await goTo(2);
    await page.keyboard.press('a');
    await expect.poll(() => decision(2, other)).toBe('Accepted');

    // Somebody elsewhere joins beads while this page is cut off: what still means the same is taken on top.
    await other.close();
    await context.setOffline(true);
    await goTo(8);
    await page.keyboard.press('Delete');
    await goTo(20);
    await page.keyboard.press('a');
    const { version } = await served();
    await call('takeReviewSteps', { params: { id: reviewId }, body: { version, steps: [{ kind: 'join', bead: 6 }] } });
    await context.setOffline(false);
    await page.getByText('Changed elsewhere meanwhile').waitFor();
    await page.getByText('deleting a bead').waitFor();
    await saved();
    expect((await served()).steps.slice(1)).toEqual([
      { kind: 'join', bead: 6 },
      { kind: 'accept', bead: 18 },
    ]);
    expect(await decision(19)).toBe('Accepted');
  });
});

describe('where an article comes from', () => {
  it('is shown as it was read, corrected on the page, and refused where it is wrong', async () => {
    await page.getByText('Where it comes from', { exact: true }).click();
    expect(await page.getByLabel('Translator').inputValue()).toBe('Rédaction du Port');
    expect(await page.getByLabel('Original language').inputValue()).toBe('en');
    await page.getByLabel('Author').fill('La rédaction');
    await page.getByLabel('Rights').fill('CC BY');
    await page.getByLabel('Date').fill('soon');
    await page.getByLabel('Memory').focus();
    await page.getByText('must be written 2021-11-25').waitFor();
    expect(await violations(page)).toEqual([]);
    // What was refused stays as it was typed, with what is wrong with it, while other fields are saved.
    await page.getByLabel('Rights').fill('CC BY-SA');
    await page.keyboard.press('Tab');
    await saved();
    await expect.poll(async () => (await served()).provenance).toMatchObject({ rights: 'CC BY-SA' });
    expect(await page.getByLabel('Date').inputValue()).toBe('soon');
    expect(await page.getByText('must be written 2021-11-25').isVisible()).toBe(true);
    await page.getByLabel('Date').fill('2023-02-01');
    await page.keyboard.press('Tab');
    await page.getByLabel('Original language').selectOption('');
    await saved();
    await expect
      .poll(async () => (await served()).provenance)
      .toMatchObject({
        author: 'La rédaction',
        rights: 'CC BY-SA',
        publishedOn: '2023-02-01',
      });
    expect(await page.getByText('must be written 2021-11-25').count()).toBe(0);
    expect((await served()).provenance).not.toHaveProperty('originalLanguage');
  });
});

describe('an article that comes again', () => {
  it('is found from the form, shows what was reworded and is gone, and takes it into the memory', async () => {
    const { version } = await served();
    const steps = [{ kind: 'accept-above', confidence: 0.5 }] as const;
    await call('takeReviewSteps', { params: { id: reviewId }, body: { version, steps: [...steps] } });
    const first = await call('finishReview', { params: { id: reviewId }, body: { version: version + 1 } });

    await page.goto(`${server.url}/import`);
    await page.getByLabel('French text').fill(HARBOUR.fr.replace('coûtera 129', 'coûtera 139'));
    const english = HARBOUR.en.replace('cost €129', 'cost €139').replace(/ Contacted on Tuesday.*$/m, '');
    await page.getByLabel('English text').fill(english);
    await page.getByLabel('Memory').fill(memory);
    await page.getByRole('button', { name: 'Align and review' }).click();
    await page.getByText('This article was imported before').waitFor();
    await page.getByText('Not in the article any more', { exact: true }).click();
    await page.locator('.removed-pairs', { hasText: 'Contacted on Tuesday' }).waitFor();
    const reworded = page.locator('.bead', { has: page.locator('.news-reworded') }).first();
    await reworded.locator('ins', { hasText: '139' }).first().waitFor();
    expect(await violations(page)).toEqual([]);

    await reworded.locator('[data-side="fr"]').click();
    await page.keyboard.press('a');
    await page.getByRole('button', { name: 'Store…' }).click();
    await page.getByRole('dialog').getByText('1 stored unit gets the new wording').waitFor();
    await page.getByRole('dialog').getByRole('checkbox').check();
    await page.getByRole('dialog').getByRole('button', { name: 'Store', exact: true }).click();
    await page.getByText('0 new, 0 known already, 1 changed, 1 deleted.').waitFor();
    const { items } = await call('listUnits', { query: { document: first.documentId } });
    expect(items).toHaveLength(first.added - 1);
  });
});

describe('a long review', () => {
  it('draws what is in view, and stays in step with the keys', async () => {
    const long = (one: (n: number) => string) => Array.from({ length: 1_500 }, (_, n) => one(n)).join('\n');
    const id = await newReview(
      long((n) => `Le navire numéro ${n} quitte le port de Lannec à l’aube.`),
      long((n) => `Ship number ${n} leaves the port of Lannec at dawn.`),
    );
    const opened = await openReview(id);
    expect(await count(opened)).toBe(1_500);
    expect(await opened.locator('[data-bead]').count()).toBeLessThan(300);
    await opened.locator('.bead-active [tabindex="0"]').focus();
    await opened.keyboard.press('End');
    expect(await active(opened)).toBe(1_500);
    await opened.locator('[data-bead="1499"]').waitFor();
    await opened.keyboard.press('ArrowUp');
    await opened.keyboard.press('j');
    expect(await count(opened)).toBe(1_499);
    expect(await focused(opened)).toBe('1499 fr');
  });
});
