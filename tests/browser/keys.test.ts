import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { BINDINGS } from '../../views/editor/keys/bindings.ts';
import type { Chord } from '../../views/editor/keys/chord.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

type Layout = 'US' | 'French';

/** What is typed on the keys of the digits: on a French keyboard the digits take Shift. */
const DIGIT_ROW: Readonly<Record<Layout, readonly [string, string]>> = {
  US: ['123456789', '!@#$%^&*('],
  French: ['&é"\'(-è_ç', '123456789'],
};
/** Letters that lie elsewhere on a French keyboard. */
const FRENCH_PLACES: Readonly<Record<string, string>> = { a: 'KeyQ', q: 'KeyA', z: 'KeyW', w: 'KeyZ', m: 'Semicolon' };

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let page: Page;
let keyboard: CDPSession;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
  const { id: memoryId } = await call('createMemory', { body: { name: 'Quays' } });
  const pairs = Array.from({ length: 9 }, (_, n) => [`Le quai numéro ${n + 1} est fermé.`, `Quay ${n + 1} is closed.`]);
  const units = pairs.map(([fr = '', en = '']) => ({
    fr: { language: 'fr', content: fr },
    en: { language: 'en', content: en },
  }));
  await call('createUnits', { body: { memoryId, units } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  keyboard = await context.newCDPSession(page);
});
afterEach(() => context?.close());

/** Presses a chord as a keyboard of that layout sends it. */
async function press(chord: Chord, layout: Layout): Promise<void> {
  const names = chord.split('+');
  const name = names.at(-1) ?? '';
  const shift = names.includes('Shift');
  const modifiers =
    (names.includes('Alt') ? 1 : 0) + (names.some((one) => /Mod|Ctrl/.test(one)) ? 2 : 0) + (shift ? 8 : 0);
  const sent = { ...keyOf(name, shift, layout), modifiers };
  await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...sent });
  await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...sent });
}

function keyOf(name: string, shift: boolean, layout: Layout): { readonly key: string; readonly code: string } {
  const digit = /^Digit(\d)$/.exec(name)?.[1];
  if (digit !== undefined) {
    const [plain, shifted] = DIGIT_ROW[layout];
    return { key: (shift ? shifted : plain).charAt(Number(digit) - 1), code: name };
  }
  if (name === 'Space') return { key: ' ', code: 'Space' };
  if (name.length > 1) return { key: name, code: name };
  const place = layout === 'French' ? FRENCH_PLACES[name] : undefined;
  return { key: shift ? name.toUpperCase() : name, code: place ?? `Key${name.toUpperCase()}` };
}

async function open(text: string): Promise<void> {
  const { id } = await call('createProject', { body: { name: 'Quai', sourceLanguage: 'fr', targetLanguage: 'en' } });
  const body = { name: 'quai', text };
  const document = await call('addProjectDocument', { params: { id }, body });
  await call('addProjectDocument', { params: { id }, body: { ...body, name: 'second' } });
  await page.goto(`${server.url}/projects/${id}/documents/${document.id}`);
  await page.locator('.cm-content').waitFor();
  await page.locator('.suggestions[aria-busy="false"]').waitFor();
}

const written = () => page.locator('.cm-content').innerText();
const news = () => page.locator('.bar-news').innerText();
const number = () => page.locator('.segment-active .segment-number').innerText();
const dialog = (name: string) => page.getByRole('dialog', { name });
const close = async () => {
  await page.keyboard.press('Escape');
  // Keys are heard again once the page knows that the dialog is closed.
  await page.locator('dialog').waitFor({ state: 'detached' });
};

describe.each(['US', 'French'] as const)('on a %s keyboard', (layout) => {
  it('every key of the table does what it says', async () => {
    const done = new Set<string>();
    const of = (command: string) => BINDINGS.find((binding) => binding.command === command)?.chords ?? [];
    const go = async (command: string, check: (place: number) => Promise<unknown>) => {
      done.add(command);
      for (const [place, chord] of of(command).entries()) {
        await press(chord, layout);
        await check(place).catch((error: unknown) => {
          throw new Error(`${command} by ${chord}`, { cause: error });
        });
      }
    };
    const says = (text: string | RegExp) => () => expect.poll(news).toMatch(text);
    await open('Le quai numéro 5 est fermé.\nLe ferry attend. La mer est calme.\nLe ferry attend encore.');

    await go('insertMatch', (place) => expect.poll(written).toMatch(place === 0 ? /Quay 5/ : /Quay \d/));
    await go('clearTarget', () => expect.poll(async () => (await written()).trim()).toBe(''));
    await go('undo', () => expect.poll(written).toMatch(/Quay/));
    await go('redo', async () => {
      await expect.poll(async () => (await written()).trim()).toBe('');
      await press(of('undo')[0] ?? '', layout);
      await expect.poll(written).toMatch(/Quay/);
    });
    await go('nextMatch', says(/^Suggestion 1 of/));
    await go('insertStepped', says('Suggestion 1 inserted.'));
    await go('previousMatch', says(/^Suggestion \d of/));
    await go('copySource', () => expect.poll(written).toBe('Le quai numéro 5 est fermé.'));
    await go('lineBreak', () => expect.poll(() => page.locator('.segment-active .cm-line').count()).toBe(2));
    await go('noBreakSpace', () => page.locator('.segment-active .space-no-break').waitFor());
    await go('nextCode', says('No code is missing.'));
    await page.keyboard.press('Control+s');
    await go('allCodes', says('No code is missing.'));
    await go('insertTerm', (place) => says(new RegExp(`${place + 1}`))());
    await go('addTerm', () => dialog('Add a term').waitFor().then(close));
    await go('goTo', () => dialog('Go to a segment').waitFor().then(close));
    await go('replace', () => dialog('Find and replace').waitFor().then(close));
    await go('help', () => dialog('Keys').waitFor().then(close));
    await go('concordance', () => page.getByRole('complementary', { name: 'Concordance' }).waitFor());
    await page.keyboard.press('Escape');
    await go('translate', says('No machine translation is set up here.'));
    await go('takeBack', says('There is no change of several segments to take back.'));
    await go('save', says(/Saving now|Everything is saved/));
    await go('nextIssue', says(/^Segment 1:/));
    await go('settleIssue', says(/^Settled:|The checks propose nothing here/));
    await go('comments', () => dialog('Comments on segment 1').waitFor().then(close));
    await go('filter', () => page.locator('.filter-bar').waitFor());
    await page.keyboard.press('Control+Shift+f');
    await go('nextSegment', () => expect.poll(number).toBe('2'));
    await go('splitSegment', () => dialog('Split the segment').waitFor().then(close));
    await go('joinSegments', says('joined'));
    await go('previousSegment', () => expect.poll(number).toBe('1'));
    await go('nextUnconfirmed', () => expect.poll(number).toBe('2'));
    await page.locator('.cm-content').fill('The ferry waits. The sea is calm.');
    await go('confirm', () => expect.poll(number).toBe('3'));
    await page.keyboard.press('Control+ArrowUp');
    await go('unconfirm', says('is a draft again'));
    await go('documents', () => page.locator('.document-list').waitFor());
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.document-list a:focus').innerText()).toContain('second');
    await page.keyboard.press('Escape');
    await page.locator('.document-list').waitFor({ state: 'hidden' });
    await go('nextDocument', () => page.getByRole('heading', { name: 'second' }).waitFor());
    await page.locator('.cm-content').waitFor();
    await go('previousDocument', () => page.getByRole('heading', { name: 'quai' }).waitFor());
    expect([...done].sort()).toEqual(BINDINGS.map(({ command }) => command).sort());
  });
});
