import { type Browser, chromium } from 'playwright-core';
import { unpackChromium } from './chromium.ts';

/** Keeps the browser to the page under test: no sandbox (tests may run as root), no GPU, no talk with the outside. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Launches a headless browser of its own; the caller closes it. Any number can run at once. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = await unpackChromium();
  return await chromium.launch({ executablePath, args: FLAGS, env: { ...process.env, ...env }, headless: true });
}
