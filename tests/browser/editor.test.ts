import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { faultsInEveryLook, violations } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { HARBOUR } from '../support/fixtures.ts';
import { type RunningServer, startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let page: Page;
let projectId: number;
let documentId: number;
let data: string;
let articleId: number;
const PARAGRAPHS = HARBOUR.followUp.split('\n\n');
/** What the browser complained of, refused connections apart, which the tests bring about themselves. */
let complaints: string[];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'calque-editor-'));
  [browser, server] = await Promise.all([launchBrowser(), startServer({ data })]);
  call = createClient(server.url);
  articleId = (await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } })).memoryId;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  await rm(data, { recursive: true, force: true });
});

beforeEach(async () => {
  projectId = await newProject();
  documentId = await addDocument(HARBOUR.followUp);
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  complaints = [];
  page = await openEditor();
});
afterEach(async () => {
  await context?.close();
  expect(complaints).toEqual([]);
});

/** A project that looks up the article, and writes to a memory of its own, so that no test finds what another confirmed. */
async function newProject(): Promise<number> {
  const { id } = await call('createMemory', { body: { name: randomUUID() } });
  const memories = [
    { memoryId: articleId, write: false },
    { memoryId: id, write: true },
  ];
  const body = { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en', memories } as const;
  return (await call('createProject', { body })).id;
}

async function addDocument(text: string): Promise<number> {
  const body = { name: 'Ferry, the sequel', text };
  return (await call('addProjectDocument', { params: { id: projectId }, body })).id;
}

async function openEditor(document = documentId): Promise<Page> {
  const opened = await context.newPage();
  opened.on('pageerror', (error) => complaints.push(error.message));
  opened.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) complaints.push(message.text());
  });
  await opened.goto(`${server.url}/projects/${projectId}/documents/${document}`);
  await opened.locator('.cm-content').waitFor();
  return opened;
}

const target = (on = page) => on.locator('.cm-content');
/** What stands in the target; the line break that holds an empty line open is left out. */
const text = async () => (await target().innerText()).replace(/^\n$/, '');
const news = () => page.locator('.bar [role="status"]').innerText();
const delivered = (state: 'saved' | 'offline' | 'held', on = page) =>
  on.locator(`[data-delivery="${state}"]`).waitFor();
const activeNumber = async () =>
  Number(await page.locator('.segment[aria-current="true"] .segment-number').innerText());
const row = (number: number, on = page) => on.locator(`.segment[data-index="${number - 1}"]`);

async function goTo(number: number): Promise<void> {
  await page.keyboard.press('Control+g');
  await page.keyboard.type(String(number));
  await page.keyboard.press('Enter');
  await expect.poll(activeNumber).toBe(number);
  await page.getByRole('heading', { name: `Suggestions for segment ${number}` }).waitFor();
  await expect.poll(() => page.locator('.suggestions').getAttribute('aria-busy')).toBe('false');
}

/** Confirms the active segment, whatever the checks warn of. */
async function confirm(): Promise<void> {
  const number = await activeNumber();
  const warned = page.locator('.segment-active .row-note-warn');
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await activeNumber()) !== number || (await warned.count()) > 0).toBe(true);
  if ((await activeNumber()) === number) await page.keyboard.press('Control+Enter');
}

async function segments() {
  return (await call('listSegments', { params: { id: projectId, documentId } })).items;
}

async function segment(number: number) {
  const found = (await segments())[number - 1];
  if (found === undefined) throw new Error(`There is no segment ${number}.`);
  return found;
}

/** The targets that the page has written down on this device and the server has not taken yet. */
function keptHere(): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const done = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve) => request.addEventListener('success', () => resolve(request.result)));
    const database = await done(indexedDB.open('calque-outbox'));
    const changes = await done(database.transaction('changes').objectStore('changes').getAll());
    database.close();
    return changes.map((change) => change.target.join(''));
  });
}

/** Changes a segment as somebody else would, who has the document open elsewhere. */
async function changeElsewhere(number: number, words: string): Promise<void> {
  const { id, version } = await segment(number);
  await call('saveSegment', { params: { id }, body: { version, target: words, origin: { kind: 'human' } } });
}

/** Has both written before either hears of the other: what comes in where nothing waits is shown as it is. */
async function writeBoth(mine: string, theirs: string, number = 1): Promise<void> {
  await context.setOffline(true);
  await page.keyboard.type(mine);
  await changeElsewhere(number, theirs);
  await context.setOffline(false);
}

describe('the editor, by keyboard alone', () => {
  it('takes a split and a joining back like what is written, by key and by button, and makes them again', async () => {
    await goTo(2);
    await target().pressSequentially('Sentence 2.');
    await page.keyboard.press('Control+Enter');
    // The number is not in the source: it is asked for once more.
    await row(2).locator('.row-note-warn').waitFor();
    await page.keyboard.press('Control+Enter');
    await goTo(2);
    await delivered('saved');
    const before = await segments();
    expect(before[1]?.status).toBe('confirmed');
    const count = async () => (await segments()).length;
    await row(2).getByRole('button', { name: 'Split', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Split', exact: true }).click();
    await expect.poll(news).toContain('Segment 2 split.');
    await target().pressSequentially('More. ');
    await page.keyboard.press('Control+z');
    expect(await count()).toBe(before.length + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(news).toContain('cut as they were');
    await expect.poll(async () => (await segment(2)).status).toBe('confirmed');
    expect((await segments()).map(({ source, target: words }) => [source, words])).toEqual(
      before.map(({ source, target: words }) => [source, words]),
    );
    await page.keyboard.press('Control+y');
    await expect.poll(count).toBe(before.length + 1);
    await page.keyboard.press('Control+z');
    await expect.poll(count).toBe(before.length);

    const joinable = before.findIndex(({ paragraph }, place) => before[place + 1]?.paragraph === paragraph) + 1;
    await goTo(joinable);
    await row(joinable).getByRole('button', { name: 'Join with next' }).click();
    await expect.poll(count).toBe(before.length - 1);
    await page.keyboard.press('Control+z');
    await expect.poll(count).toBe(before.length);
    expect((await segments()).map(({ source }) => source)).toEqual(before.map(({ source }) => source));
  });

  it('goes through the whole document, with suggestions and without', async () => {
    // One paragraph of it that the memory knows of, and one that it does not.
    documentId = await addDocument(`${PARAGRAPHS[2]}\n\n${PARAGRAPHS[6]}`);
    page = await openEditor();
    const count = (await segments()).length;
    for (let done = 0; done < count; done++) {
      const number = done + 1;
      await expect.poll(activeNumber).toBe(number);
      await page.getByRole('heading', { name: `Suggestions for segment ${number}` }).waitFor();
      const card = page.locator('.suggestion, .suggestions-empty').first();
      await card.waitFor();
      const offered = (await page.locator('.suggestion').count()) > 0;
      if (offered) await page.keyboard.press('Control+1');
      else await page.keyboard.type(`Sentence ${number}.`);
      await expect.poll(text).not.toBe('');
      await page.keyboard.press('Control+Enter');
      // A match below 100 that nobody edited is asked about.
      if ((await row(number).locator('.row-note-warn').count()) > 0) await page.keyboard.press('Control+Enter');
    }
    await expect.poll(news).toContain('Every segment is confirmed.');
    await delivered('saved');
    for (const { status, target: words, unitId } of await segments()) {
      expect(status).toBe('confirmed');
      expect(words).not.toEqual([]);
      expect(unitId).toBeGreaterThan(0);
    }
    await page
      .getByRole('progressbar', { name: 'Progress of the document' })
      .and(page.locator('[aria-valuenow="100"]'))
      .waitFor();
  });

  it('asks once more before an unedited fuzzy match is confirmed, and not after an edit', async () => {
    await goTo(9);
    const match = await page.locator('.suggestion .suggestion-target').first().innerText();
    await page.keyboard.press('Control+1');
    await expect.poll(text).toBe(match);
    await page.keyboard.press('Control+Enter');
    await expect.poll(news).toMatch(/This is a \d\d\u202f% match, as it was stored/);
    expect(await activeNumber()).toBe(9);
    await page.keyboard.type(' Indeed.');
    await confirm();
    await expect.poll(activeNumber).toBe(10);
    await delivered('saved');
    expect(await segment(9)).toMatchObject({
      status: 'confirmed',
      target: [`${match} Indeed.`],
      origin: { kind: 'match', match: expect.any(String), rate: expect.any(Number), unitId: expect.any(Number) },
    });
  });

  it('gives back by undo what an insertion replaced, and where it came from', async () => {
    await goTo(8);
    await page.keyboard.type('My own words.');
    await page.keyboard.press('Control+1');
    await expect.poll(text).toBe('Residents of the north quay are worried about traffic.');
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe('My own words.');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    expect((await segment(8)).origin).toEqual({ kind: 'human' });
    await page.keyboard.press('Control+y');
    await expect.poll(text).toBe('Residents of the north quay are worried about traffic.');
    await delivered('saved');
    expect((await segment(8)).origin).toMatchObject({ kind: 'match', match: 'exact' });
  });

  it('undoes in a segment that was left and come back to', async () => {
    await page.keyboard.type('First');
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(activeNumber).toBe(2);
    await page.keyboard.press('Control+ArrowUp');
    await expect.poll(activeNumber).toBe(1);
    await expect.poll(text).toBe('First');
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe('');
  });

  it('steps through suggestions, copies, clears, breaks lines, and sets spaces', async () => {
    await goTo(8);
    await page.keyboard.press('Control+Shift+ArrowDown');
    await page.locator('.suggestion-stepped').waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe('Residents of the north quay are worried about traffic.');
    await page.keyboard.press('Alt+Delete');
    await expect.poll(text).toBe('');
    const source = await row(8).locator('.segment-source').innerText();
    await page.keyboard.press('Control+Insert');
    await expect.poll(text).toBe(source);
    await page.keyboard.press('Alt+Delete');
    await page.keyboard.press('Control+Shift+s');
    await expect.poll(text).toBe(source);
    await page.keyboard.press('Alt+Delete');
    await page.keyboard.type('a');
    await page.keyboard.press('Control+Shift+Space');
    await page.keyboard.type('b');
    await page.keyboard.press('Control+Shift+Space');
    await page.keyboard.press('Control+Shift+Space');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('c');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    expect((await segment(8)).target).toEqual(['a\u00A0b\u202F\nc']);
  });

  it('takes confirmations back, and drops a confirmed segment that is edited to a draft', async () => {
    await goTo(8);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe(9);
    await goTo(8);
    await page.keyboard.press('Control+Shift+Enter');
    await delivered('saved');
    await expect.poll(async () => (await segment(8)).status).toBe('draft');
    await page.keyboard.press('Control+Enter');
    await goTo(8);
    await page.keyboard.type(' More.');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    await expect.poll(async () => (await segment(8)).status).toBe('draft');
    await page.keyboard.press('F9');
    await expect.poll(activeNumber).toBe(9);
  });

  it('finds digits by place on a French keyboard, and leaves AltGr to typing', async () => {
    await goTo(8);
    const press = (init: { key: string; code: string; ctrlKey: boolean; altKey?: boolean }) =>
      target().evaluate(
        (element, given) =>
          element.dispatchEvent(new KeyboardEvent('keydown', { ...given, bubbles: true, cancelable: true })),
        init,
      );
    expect(await press({ key: '{', code: 'Digit4', ctrlKey: true, altKey: true })).toBe(true);
    expect(await text()).toBe('');
    await press({ key: '&', code: 'Digit1', ctrlKey: true });
    await expect.poll(text).toBe('Residents of the north quay are worried about traffic.');
  });

  it('shows the keys from the table they are bound by, and gives the focus back', async () => {
    await page.keyboard.press('F1');
    const help = page.getByRole('dialog', { name: 'Keys' });
    await help.getByText('Confirm and go to the next unconfirmed').waitFor();
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await page.keyboard.type('Written at once.');
    await expect.poll(text).toBe('Written at once.');
  });

  it('says which numbers there are when it is asked for another', async () => {
    await page.keyboard.press('Control+g');
    await page.keyboard.type('999');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('There are segments 1 to 13.').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(activeNumber).toBe(1);
  });
});

describe('saving', () => {
  it('keeps every letter over a crash of the page', async () => {
    await page.route('**/api/v1/segments/*', (route) => route.abort());
    await page.keyboard.type('Typed, and then it crashed');
    await expect.poll(keptHere).toEqual(['Typed, and then it crashed']);
    await page.goto('chrome://crash').catch(() => {});
    expect((await segment(1)).target).toEqual([]);

    page = await openEditor();
    await expect.poll(() => row(1).innerText()).toContain('Typed, and then it crashed');
    await delivered('saved');
    expect((await segment(1)).target).toEqual(['Typed, and then it crashed']);
  });

  it('goes on while the server is gone, and tells it everything in order when it is back', async () => {
    const port = new URL(server.url).port;
    await server.stop('SIGKILL');
    await page.keyboard.type('Confirmed on the train.');
    await confirm();
    await expect.poll(activeNumber).toBe(2);
    await page.keyboard.type('A draft');
    await delivered('offline');
    await expect.poll(news).toContain('kept here');
    expect(await page.locator('[data-delivery]').innerText()).toBe('Offline – 2 segments kept here');

    server = await startServer({ data, env: { PORT: port } });
    await delivered('saved');
    expect(await segment(1)).toMatchObject({ status: 'confirmed', target: ['Confirmed on the train.'] });
    expect(await segment(2)).toMatchObject({ status: 'draft', target: ['A draft'] });
  });

  it('is back with the connection', async () => {
    await context.setOffline(true);
    await page.keyboard.type('Confirmed on the train.');
    await confirm();
    await expect.poll(activeNumber).toBe(2);
    await page.keyboard.type('A draft');
    await delivered('offline');
    await context.setOffline(false);
    await delivered('saved');
    expect(await segment(1)).toMatchObject({ status: 'confirmed', target: ['Confirmed on the train.'] });
    expect(await segment(2)).toMatchObject({ status: 'draft', target: ['A draft'] });
  });

  it('shows mine, theirs and the difference, and lets mine stay', async () => {
    await writeBoth('What I wrote.', 'What a colleague wrote.');
    await delivered('held');
    const conflict = page.getByRole('region', { name: 'Two versions of segment 1' });
    expect(await conflict.innerText()).toContain('What a colleague wrote.');
    expect(await conflict.locator('del').allInnerTexts()).not.toEqual([]);
    expect(await conflict.locator('ins').allInnerTexts()).not.toEqual([]);
    await page.keyboard.type(' And more.');
    await conflict.getByRole('button', { name: 'Keep mine' }).press('Enter');
    await delivered('saved');
    expect((await segment(1)).target).toEqual(['What I wrote. And more.']);
  });

  it('lets theirs stay', async () => {
    await writeBoth('What I wrote.', 'What a colleague wrote.');
    await delivered('held');
    await page.getByRole('button', { name: 'Take the other' }).press('Enter');
    await expect.poll(text).toBe('What a colleague wrote.');
    await delivered('saved');
    expect((await segment(1)).target).toEqual(['What a colleague wrote.']);
    await page.keyboard.type(' Indeed.');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    await expect.poll(async () => (await segment(1)).target.join('')).toContain('Indeed.');
  });

  it('takes the same words from elsewhere for saved', async () => {
    await writeBoth('The same words.', 'The same words.');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    expect(await page.locator('.conflict').count()).toBe(0);
  });

  it('lets two pages write in one document', async () => {
    const other = await openEditor();
    await page.keyboard.type('First page.');
    await page.keyboard.press('Control+s');
    await delivered('saved');
    await other.keyboard.press('Control+ArrowDown');
    await other.keyboard.type('Second page.');
    await delivered('saved', other);
    expect((await segments()).slice(0, 2).map(({ target: words }) => words)).toEqual([
      ['First page.'],
      ['Second page.'],
    ]);
  });
});

describe('what is shown', () => {
  it('is text, whatever it holds', async () => {
    const nasty = '<script>document.title = "run"</script><img src=x onerror="document.title = 1">';
    page = await openEditor(await addDocument(`Une phrase ${nasty} au milieu.`));
    await page.keyboard.type(nasty);
    await delivered('saved');
    await page.reload();
    await target().waitFor();
    expect(await text()).toBe(nasty);
    expect(await page.locator('.segment-source').innerText()).toContain(nasty);
    expect(await page.locator('#editor script, #editor img').count()).toBe(0);
    expect(await page.title()).toBe('Ferry, the sequel – Calque');
  });

  it('is marked with its language, and the target is spell-checked', async () => {
    expect(await row(1).locator('.segment-source').getAttribute('lang')).toBe('fr');
    expect(await target().getAttribute('lang')).toBe('en');
    expect(await target().getAttribute('spellcheck')).toBe('true');
    expect(await target().getAttribute('aria-label')).toBe('Translation of segment 1');
  });

  it('says of each suggestion where it comes from and how it differs', async () => {
    await goTo(4);
    const card = page.locator('.suggestion').first();
    const words = await card.innerText();
    expect(words).toContain('translated by Rédaction du Port');
    expect(words).toContain('original in English');
    expect(words).toContain('Traduit de l’anglais (original) par Rédaction du Port.');
    expect(await card.locator('del, ins').count()).toBeGreaterThan(0);
    await card.locator('summary').press('Enter');
    await card.getByText('Texts alone').waitFor();
  });

  it('says so where the document is gone', async () => {
    await call('deleteProjectDocument', { params: { id: projectId, documentId } });
    await page.keyboard.type('Nowhere to go');
    await expect
      .poll(() => row(1).locator('.row-note-danger').innerText())
      .toContain('Your text is kept on this device');
    await delivered('held');

    // Nobody comes to that document again: it is shown in the next that is opened, until it is let go.
    const next = await addDocument('Le port est fermé.');
    await page.close();
    page = await openEditor(next);
    const orphans = page.locator('.orphans');
    await orphans.getByText('Nowhere to go').waitFor();
    await page.reload();
    await orphans.getByText('Nowhere to go').waitFor();
    expect(await violations(page)).toEqual([]);
    await orphans.getByRole('button', { name: 'Let go' }).click();
    await orphans.waitFor({ state: 'detached' });
    await expect.poll(keptHere).toEqual([]);
  });

  it('finds new suggestions in what was just confirmed', async () => {
    page = await openEditor(await addDocument('Le phare sera repeint en juin.\n\nLe phare sera repeint en juillet.'));
    await page.keyboard.type('The lighthouse will be repainted in June.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe(2);
    await page.locator('.suggestion').getByText('The lighthouse will be repainted in').first().waitFor();
  });
});

describe('for everyone', () => {
  it('breaks no rule of accessibility, wide and narrow, in light and in dark', async () => {
    await goTo(4);
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+Enter');
    await page.locator('.row-note-warn').waitFor();
    await goTo(5);
    await writeBoth('What I wrote.', 'What a colleague wrote.', 5);
    await delivered('held');
    expect(await page.locator('.row-note-warn').count()).toBe(1);
    expect(await faultsInEveryLook(page)).toEqual([]);

    await page.keyboard.press('F1');
    await page.getByRole('dialog').waitFor();
    expect(await faultsInEveryLook(page)).toEqual([]);
  });

  it('looks as chosen, also after a reload', async () => {
    const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background();
    await page.getByRole('button', { name: 'Dark', exact: true }).press('Enter');
    const dark = await background();
    expect(dark).not.toBe(light);
    await page.reload();
    await target().waitFor();
    expect(await background()).toBe(dark);
    await page.getByRole('button', { name: 'Light or dark as the system' }).press('Enter');
    expect(await background()).toBe(light);
  });

  it('can be worked with by pointer too', async () => {
    await row(5).locator('.segment-text').click();
    await expect.poll(activeNumber).toBe(5);
    await page.getByRole('button', { name: 'Source', exact: true }).click();
    await expect.poll(text).toBe(await row(5).locator('.segment-source').innerText());
    // The source itself is asked about first.
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await page.locator('.segment-active .row-note-warn').waitFor();
    await page.getByRole('button', { name: 'Confirm', exact: true }).click();
    await expect.poll(activeNumber).toBe(6);
    await page.keyboard.type('Focus stays in the text.');
    await expect.poll(text).toBe('Focus stays in the text.');
    await page.getByRole('toolbar', { name: 'Characters' }).getByRole('button', { name: '—' }).click();
    await page.keyboard.type('here too');
    await expect.poll(text).toBe('Focus stays in the text.—here too');
  });
});
