import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../src/contract/client.ts';
import { faultsInEveryLook } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';

const TEXT = [
  'The harbour has 42 ships.',
  'The mayor said: "We need time!"',
  'The harbour is closed.',
  'Does the State pay for the works?',
].join('\n\n');

let browser: Browser;
let server: RunningServer;
let call: Client;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  call = createClient(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

beforeEach(async () => {
  const body = { name: 'Harbour', sourceLanguage: 'en', targetLanguage: 'fr' } as const;
  const project = await call('createProject', { body });
  const document = await call('addProjectDocument', {
    params: { id: project.id },
    body: { name: 'harbour', text: TEXT },
  });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(10_000);
  page = await context.newPage();
  await page.goto(`${server.url}/projects/${project.id}/documents/${document.id}`);
  await target().waitFor();
});
afterEach(() => context?.close());

const target = () => page.locator('.cm-content');
const activeNumber = async () =>
  Number(await page.locator('.segment[aria-current="true"] .segment-number').innerText());
const news = () => page.locator('.bar [role="status"]').innerText();
const findings = () => page.locator('.segment-active .finding');
const codes = () => findings().evaluateAll((items) => items.map((item) => item.getAttribute('data-code')));
const selected = () => page.evaluate(() => getSelection()?.toString());
const fix = (name: string) => findings().getByRole('button', { name, exact: true });

/** Spaces made visible: `~` no-break, `_` narrow. */
const text = async () => (await target().innerText()).replaceAll('\u00a0', '~').replaceAll('\u202f', '_');

describe('checks in the editor', () => {
  it('warn of a number that differs, and put the source’s there', async () => {
    await page.keyboard.type('Le port compte 24 navires.');
    await expect.poll(codes).toEqual(['numbers']);
    expect(await findings().innerText()).toContain('The source has the number “42”, the translation “24”.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(news).toContain('Confirm once more if it is right as it stands.');
    expect(await activeNumber()).toBe(1);

    await fix('Change to 42').press('Enter');
    await expect.poll(text).toBe('Le port compte 42 navires.');
    await expect.poll(codes).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe('Le port compte 24 navires.');
    await page.keyboard.press('Control+y');
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe(2);
  });

  it('let a warning pass at the second time of asking', async () => {
    await page.keyboard.type('Le port compte 24 navires.');
    await page.keyboard.press('Control+Enter');
    await page.locator('.segment-active .row-note-warn').waitFor();
    await page.keyboard.press('Control+Enter');
    await expect.poll(activeNumber).toBe(2);
    await page.locator('[data-delivery="saved"]').waitFor();
  });

  it('say nothing of what may still be written before a confirmation is asked for', async () => {
    await page.keyboard.type('Le port');
    await page.locator('[data-delivery="saved"]').waitFor();
    expect(await codes()).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await expect.poll(codes).toEqual(expect.arrayContaining(['numbers', 'end-mark']));
  });

  it('are gone through by F4, from segment to segment', async () => {
    await page.keyboard.type('Le port port compte 24 navires.');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(activeNumber).toBe(3);
    await page.keyboard.type('Le port  est fermé.');
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(activeNumber).toBe(4);
    // The list says where there is something to look at.
    await page.locator('[data-index="0"] [title="2 issues"]').waitFor();
    await page.locator('[data-index="2"] [title="1 issue"]').waitFor();
    await page.keyboard.press('F4');
    await expect.poll(activeNumber).toBe(1);
    await expect.poll(selected).toBe('port port');
    await expect.poll(news).toBe('Segment 1: “port” stands twice.');
    await page.keyboard.press('F4');
    await expect.poll(selected).toBe('24');
    await page.keyboard.press('F4');
    await expect.poll(activeNumber).toBe(3);
    await expect.poll(selected).toBe('  ');
    await fix('Leave one').press('Enter');
    await expect.poll(text).toBe('Le port est fermé.');
  });

  it('break no rule of accessibility, wide and narrow, in light and in dark', async () => {
    await page.keyboard.type('Le port port compte 24 navires');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => findings().count()).toBeGreaterThan(2);
    expect(await faultsInEveryLook(page)).toEqual([]);
  });
});

describe('French typography in the editor', () => {
  it('is set as it is typed, and undone in one step', async () => {
    await page.keyboard.press('Control+ArrowDown');
    await expect.poll(activeNumber).toBe(2);
    await page.keyboard.type(`Le maire l'a dit: "Il nous faut du temps!"`);
    await expect.poll(text).toBe('Le maire l’a dit~: «~Il nous faut du temps_!~»');
    expect(await codes()).toEqual([]);
    await page.keyboard.press('Control+z');
    await expect.poll(text).toBe('Le maire l’a dit~: «~Il nous faut du temps_!"');
  });

  it('waits for what is being composed, as keys do, with dead keys and input methods', async () => {
    const keyboard = await context.newCDPSession(page);
    await page.keyboard.type('Le caf');
    await keyboard.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
    const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, modifiers: 2 };
    await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
    await keyboard.send('Input.insertText', { text: 'é' });
    await page.keyboard.type(' ferme!');
    await expect.poll(text).toBe('Le café ferme_!');
    expect(await activeNumber()).toBe(1);
    expect(await page.locator('.segment-active .row-note-warn').count()).toBe(0);
  });

  it('is left alone in addresses and times', async () => {
    await page.keyboard.type('https://example.org/a?b=1 à 14:30');
    await expect.poll(text).toBe('https://example.org/a?b=1 à 14:30');
  });

  it('is mended in what was pasted', async () => {
    await page.keyboard.press('Control+g');
    await page.keyboard.type('4');
    await page.keyboard.press('Enter');
    await expect.poll(activeNumber).toBe(4);
    await page.keyboard.insertText(`L'Etat paie-t-il l'oeuvre?`);
    await expect
      .poll(codes)
      .toEqual(expect.arrayContaining(['straight-apostrophes', 'bare-capitals', 'ligatures', 'mark-spacing']));
    for (const name of ['Change to ’', 'Change to É', 'Change to œ', 'Set the spaces']) {
      await fix(name).press('Enter');
      await fix(name).waitFor({ state: 'detached' });
    }
    await expect.poll(text).toBe('L’État paie-t-il l’œuvre_?');
  });
});
