/**
 * `npm run dev`: builds, runs the server, and on every change builds again, restarts the server and has the open pages
 * load themselves anew. The output is marked as no build of any sources, so that the next real build replaces it.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildOptions, type BuildResult, context } from 'esbuild';
import { finishPrograms } from './build.ts';
import { type BuildPlace, browserBundle, programBundle } from './bundles.ts';
import { findEntries } from './entries.ts';
import { describeFailure } from './failure.ts';
import { manifestOf } from './manifest.ts';
import { openReloader } from './reloader.ts';
import { PROJECT_ROOT } from './root.ts';
import { RestartingServer } from './server-process.ts';

type Watched = BuildOptions & { metafile: true };

async function develop(): Promise<void> {
  const entries = await findEntries(PROJECT_ROOT);
  const place: BuildPlace = { root: PROJECT_ROOT, out: join(PROJECT_ROOT, 'dist') };
  await rm(place.out, { recursive: true, force: true });
  await mkdir(join(place.out, 'assets'), { recursive: true });

  const reloader = await openReloader();
  const server = new RestartingServer(join(place.out, 'main.js'), { CALQUE_DEV_RELOAD: reloader.origin });
  let programs: BuildResult<Watched> | undefined;
  let browser: BuildResult<Watched> | undefined;

  const update = async (): Promise<void> => {
    if (programs === undefined || browser === undefined) return;
    const manifest = await manifestOf(place, entries, browser.metafile);
    await writeFile(join(place.out, 'assets', 'manifest.json'), JSON.stringify(manifest));
    await finishPrograms(place, entries);
    if (await server.restart()) reloader.reload();
  };

  await watch(programBundle(place, entries), async (result) => {
    programs = result;
    await update();
  });
  await watch({ ...browserBundle(place, entries), banner: { js: reloader.snippet } }, async (result) => {
    browser = result;
    await update();
  });
}

async function watch(options: Watched, built: (result: BuildResult<Watched>) => Promise<void>): Promise<void> {
  const announce = {
    name: 'announce',
    setup: (build: import('esbuild').PluginBuild) => {
      build.onEnd(async (result) => {
        if (result.errors.length === 0) await built(result as BuildResult<Watched>);
      });
    },
  };
  const watched = await context({ ...options, logLevel: 'warning', plugins: [announce] });
  await watched.watch();
}

develop().catch(async (error: unknown) => {
  console.error(await describeFailure(error));
  process.exitCode = 1;
});
