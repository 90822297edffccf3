import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../support/browser.ts';

const PAGE = `<!doctype html>
<html lang="fr">
  <meta charset="utf-8">
  <title>Essai</title>
  <style>body { font: 20px/1.5 sans-serif } textarea { font: inherit; width: 30em }</style>
  <h1>L’été à l’œuvre</h1>
  <label>Traduction <textarea id="target"></textarea></label>
  <p>Saisi : <output id="echo"></output></p>
  <script>
    const target = document.querySelector('#target');
    target.addEventListener('input', () => { document.querySelector('#echo').textContent = target.value; });
  </script>
</html>`;

describe('the browser for tests', () => {
  let server: Server;
  let url: string;
  const open: Browser[] = [];

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(PAGE);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(async () => {
    await Promise.all(open.map((browser) => browser.close()));
    await new Promise((resolve) => server.close(resolve));
  });

  it('opens a page on loopback, takes French typing, and draws it', async () => {
    const browser = await launchBrowser();
    open.push(browser);
    const page = await browser.newPage({ viewport: { width: 640, height: 360 } });
    await page.goto(url);
    await page.getByLabel('Traduction').pressSequentially('« Où ? » dit-elle — à Noël, 1 234,5 €.');
    expect(await page.locator('#echo').textContent()).toBe('« Où ? » dit-elle — à Noël, 1 234,5 €.');
    const drawn = await page.screenshot();
    const blank = await (await browser.newPage({ viewport: { width: 640, height: 360 } })).screenshot();
    expect(drawn.subarray(1, 4).toString()).toBe('PNG');
    expect(drawn.equals(blank)).toBe(false);
  });

  it('runs twice at once, each with its own storage', async () => {
    const browsers = await Promise.all([launchBrowser(), launchBrowser()]);
    open.push(...browsers);
    const stored = await Promise.all(
      browsers.map(async (browser, at) => {
        const page = await browser.newPage();
        await page.goto(url);
        await page.evaluate(`localStorage.setItem('at', '${at}')`);
        return await page.evaluate("localStorage.getItem('at')");
      }),
    );
    expect(stored).toEqual(['0', '1']);
  });
});
