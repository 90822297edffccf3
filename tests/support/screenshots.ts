/** `npm run screenshots -- [--only NAME,…] [--language fr]`: a picture of every page, and of every state that is easily spoilt. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, BrowserContext } from 'playwright-core';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { launchBrowser } from './browser.ts';
import { EMPTY_SCENES, type Scene, SIGN_IN_SCENES, SIGNED_IN_SCENES, scenesOf } from './screenshots/scenes.ts';
import { someAccounts, workUnderWay } from './screenshots/work.ts';
import { startServer } from './server.ts';

/** Every scene at both widths, light and dark; and, as `readme`, the picture of the README. */
const FOLDER = join(PROJECT_ROOT, 'dist', 'screenshots');
const README_PICTURE = join(PROJECT_ROOT, 'src', 'docs', 'editor.png');

const WIDTHS = [1440, 320] as const;
const SCHEMES = ['light', 'dark'] as const;
const HEIGHT = 900;

const { values } = parseArgs({ options: { only: { type: 'string' }, language: { type: 'string', default: 'en' } } });
const only = values.only?.split(',');
const locale = values.language;

async function shoot(context: BrowserContext, url: string, scenes: readonly Scene[]): Promise<void> {
  for (const { name, path, arrange, whole = true } of scenes) {
    if (only !== undefined && !only.includes(name)) continue;
    const page = await context.newPage();
    try {
      await page.goto(url + path);
      await arrange?.(page);
      for (const width of WIDTHS) {
        for (const colorScheme of SCHEMES) {
          await page.setViewportSize({ width, height: HEIGHT });
          await page.emulateMedia({ colorScheme });
          const picture = await page.screenshot({ fullPage: whole, animations: 'disabled' });
          await writeFile(join(FOLDER, `${name}-${width}-${colorScheme}.png`), picture);
        }
      }
    } catch (error) {
      throw new Error(`There is no picture of “${name}” (${path}).`, { cause: error });
    } finally {
      await page.close();
    }
  }
}

const contextOf = async (browser: Browser): Promise<BrowserContext> => {
  const context = await browser.newContext({ viewport: { width: WIDTHS[0], height: HEIGHT }, locale });
  context.setDefaultTimeout(20_000);
  return context;
};

await buildProject(PROJECT_ROOT);
if (only === undefined) await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const server = await startServer({ starter: true });
const browser = await launchBrowser();
try {
  await shoot(await contextOf(browser), server.url, EMPTY_SCENES);
  const work = await workUnderWay(server.url);
  if ((only === undefined || only.includes('readme')) && locale === 'en') {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, colorScheme: 'light' });
    const page = await context.newPage();
    const editor = scenesOf(work).find(({ name }) => name === 'editor');
    await page.goto(server.url + (editor?.path ?? ''));
    await editor?.arrange?.(page);
    await page.keyboard.type('Their association has asked the town hall for a noise study; it has received a reply.');
    await page.locator('[data-delivery="saved"]').waitFor();
    await writeFile(README_PICTURE, await page.screenshot({ animations: 'disabled' }));
    await context.close();
  }
  await shoot(await contextOf(browser), server.url, scenesOf(work));
  const cookies = await someAccounts(server);
  await shoot(await contextOf(browser), server.url, SIGN_IN_SCENES);
  const context = await contextOf(browser);
  await context.addCookies(cookies.map((cookie) => ({ ...cookie, url: server.url })));
  await shoot(context, server.url, SIGNED_IN_SCENES);
  console.log(`The screenshots are in ${FOLDER}; the README’s is ${README_PICTURE}.`);
} finally {
  await browser.close();
  await server.stop();
}
