import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { createClient } from '../../src/contract/client.ts';
import { launchBrowser } from './browser.ts';
import { HARBOUR } from './fixtures.ts';
import { startServer } from './server.ts';

/** Every page at both widths, light and dark; and, with `src/docs/editor.png`, the picture of the README. */
const FOLDER = join(PROJECT_ROOT, 'dist', 'screenshots');
const README_PICTURE = join(PROJECT_ROOT, 'src', 'docs', 'editor.png');

const WIDTHS = [1440, 320] as const;
const SCHEMES = ['light', 'dark'] as const;

/** Fills an installation with an article pair and a translation that is under way. */
async function workUnderWay(url: string) {
  const call = createClient(url);
  const provenance = { publication: 'Le Port en ligne', publishedOn: '2023-02-01' };
  const { memoryId } = await call('importArticle', { body: { fr: HARBOUR.fr, en: HARBOUR.en, provenance } });
  const project = await call('createProject', {
    body: { name: 'Ferry, the day before', sourceLanguage: 'fr', targetLanguage: 'en' },
  });
  const params = { id: project.id };
  const document = await call('addProjectDocument', { params, body: { name: 'ferry.fr.txt', text: HARBOUR.followUp } });
  const { items } = await call('listSegments', { params: { ...params, documentId: document.id } });
  for (const { id, version } of items.slice(0, 3)) {
    const { matches } = await call('segmentSuggestions', { params: { id } });
    const [best] = matches;
    if (best === undefined) continue;
    const origin = { kind: 'match', match: best.kind, rate: best.rate, unitId: best.unitId } as const;
    await call('confirmSegment', { params: { id }, body: { version, target: [...best.target], origin } });
  }
  return { memoryId, editor: `/projects/${project.id}/documents/${document.id}`, project: `/projects/${project.id}` };
}

/** In the editor, goes to a segment of which the memory knows one that differs in what matters. */
async function open(page: Page, url: string): Promise<void> {
  await page.goto(url);
  if (!url.includes('/documents/')) return;
  await page.locator('.suggestion').first().waitFor();
  await page.keyboard.press('Control+g');
  await page.getByRole('dialog').getByRole('textbox').fill('9');
  await page.keyboard.press('Enter');
  await page.getByText('Suggestions for segment 9').waitFor();
  await page.locator('.suggestion del').first().waitFor();
}

async function picture(browser: Browser, options: BrowserContextOptions, url: string, path: string, whole: boolean) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await open(page, url);
  await writeFile(path, await page.screenshot({ fullPage: whole }));
  await context.close();
}

await buildProject(PROJECT_ROOT);
await mkdir(FOLDER, { recursive: true });
const server = await startServer({ starter: true });
const browser = await launchBrowser();
try {
  const empty = {
    projects: '/',
    'new-project': '/projects/new',
    memories: '/memories',
    import: '/import',
    missing: '/nowhere',
  };
  const shoot = async (pages: Readonly<Record<string, string>>) => {
    for (const width of WIDTHS) {
      for (const colorScheme of SCHEMES) {
        for (const [name, path] of Object.entries(pages)) {
          const options = { viewport: { width, height: 900 }, colorScheme };
          const file = join(FOLDER, `${name}-${width}-${colorScheme}.png`);
          await picture(browser, options, server.url + path, file, !path.includes('/documents/'));
        }
      }
    }
  };
  await shoot(empty);
  const { memoryId, editor, project } = await workUnderWay(server.url);
  await shoot({
    'projects-under-way': '/',
    project,
    editor,
    memory: `/memories/${memoryId}`,
    concordance: '/concordance?q=quai',
  });
  const size = { viewport: { width: 1280, height: 800 }, colorScheme: 'light' } as const;
  await picture(browser, size, server.url + editor, README_PICTURE, false);
  console.log(`The screenshots are in ${FOLDER}; the README’s is ${README_PICTURE}.`);
} finally {
  await browser.close();
  await server.stop();
}
