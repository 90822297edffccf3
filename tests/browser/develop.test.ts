import { rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Development, develop } from '../../src/build/develop.ts';
import { launchBrowser } from '../support/browser.ts';
import { SMALL_PROJECT, writeTree } from '../support/tree.ts';

describe('development', () => {
  let root: string;
  let port: number;
  let development: Development;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    port = await freePort();
    root = await writeTree({
      ...SMALL_PROJECT,
      'src/main.ts': serverCode('first', port),
      'views/import/client.ts': "document.title = 'first';",
    });
    [development, browser] = await Promise.all([develop(root), launchBrowser()]);
    page = await browser.newPage();
    await vi.waitFor(() => page.goto(`http://127.0.0.1:${port}/`), { timeout: 20_000, interval: 200 });
  });

  afterAll(async () => {
    await browser.close();
    await development.stop();
    await rm(root, { recursive: true, force: true });
  });

  it('shows what was changed in the server in the page that is open', async () => {
    expect(await page.textContent('h1')).toBe('first');
    await writeFile(join(root, 'src/main.ts'), serverCode('second', port));
    await page.locator('h1', { hasText: 'second' }).waitFor();
  });

  it('shows what was changed in a script in the page that is open', async () => {
    await writeFile(join(root, 'views/import/client.ts'), "document.title = 'second';");
    await expect.poll(() => page.title().catch(() => ''), { timeout: 20_000 }).toBe('second');
  });
});

/** A server of one page with a strict content security policy, as Calque's has. */
function serverCode(heading: string, port: number): string {
  return `
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
const assets = new URL('./assets/', import.meta.url);
const { file } = JSON.parse(readFileSync(new URL('manifest.json', assets), 'utf8'))['views/import/client.ts'];
createServer((request, response) => {
  if (request.url?.startsWith('/assets/')) {
    response.setHeader('content-type', 'text/javascript');
    try {
      response.end(readFileSync(new URL(request.url.slice(8), assets)));
    } catch {
      response.writeHead(404).end();
    }
    return;
  }
  response.setHeader('content-security-policy', "default-src 'none'; script-src 'self'; connect-src 'self'");
  response.setHeader('content-type', 'text/html');
  response.end('<!doctype html><h1>${heading}</h1><script type="module" src="/assets/' + file + '"></script>');
}).listen(${port}, '127.0.0.1', () => console.log('Calque is at http://127.0.0.1:${port}'));
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
