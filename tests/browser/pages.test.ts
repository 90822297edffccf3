import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createClient } from '../../src/contract/client.ts';
import { faultsInEveryLook } from '../support/axe.ts';
import { launchBrowser } from '../support/browser.ts';
import { HARBOUR } from '../support/fixtures.ts';
import type { RunningServer } from '../support/server.ts';
import { startServer } from '../support/server.ts';

let browser: Browser;
let server: RunningServer;
let paths: Record<string, string>;

beforeAll(async () => {
  [browser, server] = await Promise.all([launchBrowser(), startServer()]);
  const call = createClient(server.url);
  const { memoryId, documentId } = await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en } });
  const review = await call('createReview', { body: { fr: HARBOUR.fr, en: HARBOUR.en, memory: 'News' } });
  const { id: master } = await call('createMemory', { body: { name: 'Checked' } });
  const [unit] = (await call('listUnits', { query: { memory: memoryId, limit: 1 } })).items;
  const params = { id: memoryId };
  const units = [{ id: unit?.id ?? 0, version: 1 }];
  await call('repairUnits', { params, body: { repair: 'flag', units } });
  const twin = { fr: { language: 'fr', content: 'En 12 jours' }, en: { language: 'en', content: 'In 21 days' } };
  await call('createUnits', { body: { memoryId, units: [twin] } });
  await call('checkMemory', { params });
  await vi.waitFor(() => call('memoryHealth', { params }), { timeout: 30_000, interval: 100 });
  const project = await call('createProject', {
    body: { name: 'Anticonstitutionnellement'.repeat(6), sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const body = { name: 'ferry.fr.txt', text: HARBOUR.followUp };
  const { id: termbaseId } = await call('createTermbase', { body: { name: 'Desk' } });
  const terms = [
    { language: 'fr', text: 'bac', status: 'forbidden' as const, note: 'Québec' },
    { language: 'en', text: 'ferry', status: 'preferred' as const },
  ];
  const entry = await call('createTerm', { body: { termbaseId, definition: 'Bateau.', terms } });
  const document = await call('addProjectDocument', { params: { id: project.id }, body });
  paths = {
    projects: '/',
    'a new project': '/projects/new',
    'a project': `/projects/${project.id}`,
    editor: `/projects/${project.id}/documents/${document.id}`,
    analysis: `/projects/${project.id}/analysis`,
    'the reading view': `/projects/${project.id}/documents/${document.id}/read`,
    statistics: '/statistics',
    mentions: '/mentions',
    settings: '/settings',
    memories: '/memories',
    'a memory': `/memories/${memoryId}?text=e&flagged=no`,
    'a unit': `/memories/${memoryId}/units/${unit?.id}`,
    replacing: `/memories/${memoryId}/replace?find=ferry&replacement=boat&side=en`,
    promoting: `/memories/${memoryId}/promote?into=${master}`,
    'the health of a memory': `/memories/${memoryId}/health`,
    'changes at once': `/memories/${memoryId}/changes`,
    'the settings of a memory': `/memories/${memoryId}/settings`,
    'a document': `/memories/${memoryId}?document=${documentId}`,
    'the settings of a project': `/projects/${project.id}/settings`,
    termbases: '/termbases',
    'a termbase': `/termbases/${termbaseId}?text=ba`,
    'an entry': `/termbases/${termbaseId}/entries/${entry.id}`,
    'candidates for a termbase': `/termbases/${termbaseId}/candidates`,
    'a new entry': `/termbases/${termbaseId}/entries/new`,
    'the settings of a termbase': `/termbases/${termbaseId}/settings`,
    concordance: '/concordance',
    'what a concordance found': '/concordance?q=quai&publication=port&limit=2',
    'a wrong concordance': '/concordance?q=quai&changedFrom=May',
    import: '/import',
    reviews: '/reviews',
    'a review': `/reviews/${review.id}`,
    'the API': '/api/docs',
    'nothing there': '/nowhere',
  };
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

describe('every page', () => {
  it('keeps to its width and to the rules of accessibility, wide and narrow, in light and in dark', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: Record<string, readonly string[]> = {};
    for (const [name, path] of Object.entries(paths)) {
      await page.goto(server.url + path);
      if (name === 'editor') await page.locator('.suggestion').first().waitFor();
      if (name === 'a review') await page.locator('.bead-active').waitFor();
      if (name === 'the API') await page.evaluate(unfold);
      const found = await faultsInEveryLook(page);
      if (found.length > 0) faults[name] = found;
    }
    await context.close();
    expect(faults).toEqual({});
  }, 180_000);
});

describe('a narrow window', () => {
  it('always shows the whole active segment above the suggestions', async () => {
    const context = await browser.newContext({ viewport: { width: 320, height: 900 } });
    const page = await context.newPage();
    await page.goto(server.url + paths['editor']);
    await page.locator('.suggestion').first().waitFor();
    for (let number = 2; number <= 8; number++) {
      await page.keyboard.press('Control+ArrowDown');
      await expect.poll(() => page.locator('.segment-active .segment-number').innerText()).toBe(String(number));
      const [segment, suggestions] = await Promise.all(
        ['.segment-active', '.suggestions'].map((place) => page.locator(place).boundingBox()),
      );
      expect((segment?.y ?? 0) + (segment?.height ?? 0)).toBeLessThanOrEqual(suggestions?.y ?? 0);
    }
    // A keyboard on glass takes half of it: what is written stays in view.
    await page.setViewportSize({ width: 320, height: 360 });
    const clear = async () => {
      const [field, suggestions] = await Promise.all(
        ['.segment-active .target-field', '.suggestions'].map((place) => page.locator(place).boundingBox()),
      );
      return (field?.y ?? -1) >= 0 && (field?.y ?? 0) + (field?.height ?? 0) <= (suggestions?.y ?? 0);
    };
    await expect.poll(clear).toBe(true);
    await context.close();
  });
});

/**
 * One of each kind: a call with a body, one with a query, one with a file, events, a form. Folded up, they would not be
 * looked at; what is in the hundred others, all made alike, would take half a minute.
 */
function unfold(): void {
  const ids = ['changeUnit', 'concordance', 'importTmx', 'events', 'form-Match'];
  const shown = new Set(ids.map((id) => document.getElementById(id)?.closest('details')));
  for (const details of document.querySelectorAll<HTMLDetailsElement>('main details')) {
    if (shown.has(details)) details.open = true;
    else details.replaceChildren(...details.querySelectorAll(':scope > summary'));
  }
}
