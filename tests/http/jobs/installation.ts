import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Store } from '../../../memory/store/store.ts';
import { PROJECT_ROOT } from '../../../src/build/root.ts';
import type { Config } from '../../../src/config.ts';
import { readConfig } from '../../../src/config.ts';
import type { Context } from '../../../src/context.ts';
import { openContext } from '../../../src/context.ts';
import { createThreads } from '../../../src/jobs/threads.ts';
import type { Threads } from '../../../src/services/threads.ts';
import { installationIn } from '../../support/server.ts';

/** An installation for the running test, with a memory of so many units. */
export async function newInstallation(units = 0): Promise<Context & { readonly config: Config }> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-jobs-'));
  const config = readConfig(await installationIn(folder), '/');
  const context = await openContext(config);
  onTestFinished(async () => {
    await context.store.close();
    await rm(folder, { recursive: true, force: true });
  });
  if (units > 0) await fill(context.store, units);
  return { ...context, config, threads: builtThreads(config) };
}

/** Threads that run the built program, which starts far sooner than the sources. */
export function builtThreads(config: Config): Threads {
  return createThreads(config, { file: pathToFileURL(join(PROJECT_ROOT, 'dist', 'worker.js')) });
}

async function fill(store: Store, units: number): Promise<void> {
  const actor = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
  const { id } = await store.createMemory({ name: 'Port' }, actor);
  const pairs = Array.from({ length: units }, (_, index) => ({
    fr: { language: 'fr' as const, content: [`Le navire ${index} quitte le port.`] },
    en: { language: 'en' as const, content: [`Ship ${index} leaves the port.`] },
    origin: { kind: 'human' } as const,
    status: 'confirmed' as const,
  }));
  await store.addUnits(id, pairs, actor);
}
