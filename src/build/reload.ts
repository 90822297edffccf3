import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const STAMP = 'reload.txt';

/**
 * Stands at the head of every browser script in development: reads a time from among the assets twice a second, and
 * loads the page anew where it was opened before that time. It asks only the server that the page came from, which
 * therefore need not know of it, and whose content security policy can stay as it is.
 */
export const RELOAD_SNIPPET = `
if (!globalThis.calqueReload) {
  globalThis.calqueReload = setInterval(async () => {
    const response = await fetch('/assets/${STAMP}', { cache: 'no-store' }).catch(() => undefined);
    if (!response?.ok) return;
    if (Number(await response.text()) > performance.timeOrigin) location.reload();
  }, 500);
}`;

/** Has the open pages load themselves anew; `assets` is the folder served as `/assets/`. */
export async function reloadPages(assets: string): Promise<void> {
  await writeFile(join(assets, STAMP), String(Date.now()));
}
