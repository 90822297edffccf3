/** `npm run bench:browser -- [--data FOLDER] [--confirmations N]`: how quick the editor is, in a real browser. */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { buildProject } from '../../src/build/build.ts';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { createClient } from '../../src/contract/client.ts';
import { launchBrowser } from '../support/browser.ts';
import { type RunningServer, startServer } from '../support/server.ts';
import type { Figure } from './figure.ts';

const { values } = parseArgs({ options: { data: { type: 'string' }, confirmations: { type: 'string' } } });
const confirmations = Number(values.confirmations ?? 1000);

/** How long a translator stays on a segment at the least, in milliseconds: time in which the next ones are fetched. */
const STAY = 400;

const SUBJECTS = ['Le port', 'La mairie', 'Le syndicat', 'Une association', 'Le ministère', 'La coopérative'];
const VERBS = ['annonce', 'dément', 'confirme', 'attend', 'conteste', 'prépare'];
const OBJECTS = ['la reprise du trafic', 'un accord', 'la fermeture du quai', 'une enquête', 'le départ du ferry'];

/** Sentences that differ, one a paragraph. */
function text(sentences: number): string {
  const of = (list: readonly string[], place: number) => list[place % list.length];
  return Array.from({ length: sentences }, (_, n) => {
    const [subject, verb, object] = [of(SUBJECTS, n), of(VERBS, Math.floor(n / 6)), of(OBJECTS, Math.floor(n / 36))];
    return `${subject} ${verb} ${object} pour la ${n + 2}e fois depuis ${1950 + (n % 70)}.`;
  }).join('\n');
}

async function newDocument(server: RunningServer, sentences: number): Promise<string> {
  const call = createClient(server.url);
  const body = { name: `${sentences}`, sourceLanguage: 'fr', targetLanguage: 'en' } as const;
  const { id } = await call('createProject', { body });
  const document = await call('addProjectDocument', { params: { id }, body: { name: 'bench', text: text(sentences) } });
  return `${server.url}/projects/${id}/documents/${document.id}`;
}

async function open(
  browser: Browser,
  address: string,
): Promise<{ readonly page: Page; readonly milliseconds: number }> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  // tsx names the functions it compiles by a helper that the page has not.
  await page.addInitScript('globalThis.__name = (named) => named;');
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('.cm-content').waitFor({ timeout: 120_000 });
  return { page, milliseconds: await page.evaluate(() => performance.now()) };
}

/** From the key to the panel with the suggestions of the next segment, drawn. */
async function moveOn(page: Page): Promise<number> {
  await page.waitForTimeout(STAY);
  await page.evaluate(() => {
    const pressed = performance.now();
    const before = document.querySelector('.segment-active')?.getAttribute('data-index');
    Object.assign(window, {
      moved: new Promise<number>((resolve) => {
        const look = () => {
          const panel = document.querySelector('.suggestions');
          const active = document.querySelector('.segment-active')?.getAttribute('data-index');
          if (active !== before && panel?.getAttribute('aria-busy') !== 'true') resolve(performance.now() - pressed);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      }),
    });
  });
  await page.keyboard.press('Control+ArrowDown');
  return page.evaluate(() => (window as unknown as { moved: Promise<number> }).moved);
}

interface KeyStrokes {
  /** From the key to the end of all that follows from it but the painting, on the clock. */
  readonly clock: readonly number[];
  /** What the page's main thread has spent on each, layout and all, whatever else the machine was busy with. */
  readonly processor: readonly number[];
}

async function type(page: Page, letters: string): Promise<KeyStrokes> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.evaluate(() => {
    const spent: number[] = [];
    let pressed = 0;
    Object.assign(window, { spent });
    addEventListener(
      'keydown',
      () => {
        pressed = performance.now();
      },
      { capture: true },
    );
    addEventListener('input', () => {
      setTimeout(() => spent.push(performance.now() - pressed));
    });
  });
  const processor: number[] = [];
  for (const letter of letters) {
    const before = await metric(session, 'TaskDuration');
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    processor.push(((await metric(session, 'TaskDuration')) - before) * 1000);
  }
  await page.waitForTimeout(200);
  return { clock: await page.evaluate(() => (window as unknown as { spent: readonly number[] }).spent), processor };
}

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === wanted)?.value ?? 0;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  return (await metric(session, 'JSHeapUsedSize')) / 1e6;
}

/** The heap after a fifth of the confirmations, and after all of them, in MB. */
async function confirmMany(page: Page): Promise<readonly [number, number]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  let early = 0;
  for (let done = 1; done <= confirmations; done++) {
    await page.keyboard.insertText(`Sentence ${done} of the bench, for the ${done + 1}th time since 1950.`);
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+Enter');
    if (done === Math.ceil(confirmations / 5)) early = await heap(session);
  }
  return [early, await heap(session)];
}

const ranked = (figures: readonly number[], share: number) =>
  figures.toSorted((a, b) => a - b)[Math.floor((figures.length - 1) * share)] ?? 0;
const rounded = (figure: number) => Math.round(figure * 10) / 10;

await buildProject(PROJECT_ROOT);
const server = await startServer(values.data === undefined ? { starter: true } : { data: values.data });
const browser = await launchBrowser();
try {
  const [small, large] = [await newDocument(server, 2_000), await newDocument(server, 20_000)];
  const openings: number[] = [];
  for (let time = 0; time < 5; time++) {
    const { page, milliseconds } = await open(browser, small);
    openings.push(milliseconds);
    await page.context().close();
  }
  const { page } = await open(browser, small);
  const moves: number[] = [];
  for (let time = 0; time < 40; time++) moves.push(await moveOn(page));
  const [early, late] = await confirmMany(page);
  await page.context().close();
  const { page: long, milliseconds: opened } = await open(browser, large);
  await long.waitForTimeout(4_000);
  const keys = await type(long, 'the harbour has announced the departure of the ferry for the second time '.repeat(3));
  const figures: readonly Figure[] = [
    { what: 'open 2,000 segments, ms', reached: rounded(ranked(openings, 0.5)), reach: '≤ 1,500' },
    { what: 'open 20,000 segments, ms', reached: rounded(opened) },
    {
      what: 'next segment with suggestions, ms',
      reached: rounded(ranked(moves, 0.5)),
      p99: rounded(ranked(moves, 0.99)),
      reach: 'median ≤ 100',
    },
    ...Object.entries(keys).map(([by, spent]) => ({
      what: `key stroke at 20,000, ms (${by}), p95`,
      reached: rounded(ranked(spent, 0.95)),
      median: rounded(ranked(spent, 0.5)),
      reach: '≤ 16',
    })),
    { what: `heap after ${Math.ceil(confirmations / 5)} confirmations, MB`, reached: rounded(early) },
    { what: `heap after ${confirmations} confirmations, MB`, reached: rounded(late), reach: 'flat' },
  ];
  const [processor] = cpus();
  console.log(`${cpus().length} × ${processor?.model ?? 'processor'}, load ${loadavg()[0]?.toFixed(1)}`);
  console.table(Object.fromEntries(figures.map(({ what, ...figure }) => [what, figure])));
} finally {
  await browser.close();
  await server.stop();
}
