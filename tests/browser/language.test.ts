import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { faultsInEveryLook } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let editor: string;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const call = createClient(server.url);
  await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
  const project = await call('createProject', {
    body: { name: 'Ferry', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const body = { name: 'ferry.fr.txt', text: HARBOUR.followUp };
  const document = await call('addProjectDocument', { params: { id: project.id }, body });
  editor = `/projects/${project.id}/documents/${document.id}`;
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('the interface in French', () => {
  it('greets a French browser in French, and changes to English and stays so', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(`${server.url}/memories`);
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('heading', { name: 'Mémoires', level: 1 }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Memories', level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/memories');
    await page.goto(server.url);
    await page.getByRole('heading', { name: 'Projects', level: 1 }).waitFor();
    await context.close();
  });

  it('is that of the editor: buttons, suggestions, news, checks, keys', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(server.url + editor);
    await page.locator('.suggestion').first().waitFor();
    await page.getByRole('heading', { name: 'Suggestions pour le segment 1' }).waitFor();
    await page.getByRole('toolbar', { name: 'Segment 1' }).getByRole('button', { name: 'Confirmer' }).waitFor();
    await page.keyboard.press('Control+1');
    await expect.poll(() => page.locator('.bar-news').innerText()).toBe('Suggestion 1 insérée.');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.type('Hello hello (twice');
    await page.keyboard.press('Control+Enter');
    await page.locator('.finding', { hasText: 'Mot répété\u00A0: «\u00A0hello\u00A0».' }).waitFor();
    await page.keyboard.press('F1');
    const keys = page.getByRole('dialog', { name: 'Raccourcis' });
    await keys.getByText('Confirmer et passer au suivant non confirmé').waitFor();
    expect(await keys.innerText()).toContain('Suppr');
    await context.close();
  });
});

describe('French pages', () => {
  it('keep to their width and to the rules of accessibility', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    const faults: Record<string, readonly string[]> = {};
    for (const path of ['/', '/projects/new', '/memories', '/import', '/projects/1', editor, '/nowhere']) {
      await page.goto(server.url + path);
      if (path === editor) await page.locator('.suggestion').first().waitFor();
      // What is written changes no colour: the dark pages are looked at in English.
      const found = await faultsInEveryLook(page, ['light']);
      if (found.length > 0) faults[path] = found;
    }
    await context.close();
    expect(faults).toEqual({});
  });
});
