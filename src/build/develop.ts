import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BuildContext, type BuildOptions, context, type Metafile, type PluginBuild } from 'esbuild';
import { finishPrograms } from './build.ts';
import { type BuildPlace, browserBundle, programBundle } from './bundles.ts';
import { findEntries } from './entries.ts';
import { manifestOf } from './manifest.ts';
import { RELOAD_SNIPPET, reloadPages } from './reload.ts';
import { RestartingServer } from './server-process.ts';

/** Work in progress: see `develop`. */
export interface Development {
  /** Ends the watching and the server. */
  readonly stop: () => Promise<void>;
}

/**
 * Builds `root/dist`, runs the server from it, and on every change builds again, restarts the server and has the open
 * pages load themselves anew.
 *
 * The output carries no fingerprint, so the next build proper replaces it. New entries are seen on the next start.
 * @throws MissingEntriesError
 */
export async function develop(root: string): Promise<Development> {
  const entries = await findEntries(root);
  const place: BuildPlace = { root, out: join(root, 'dist') };
  await rm(place.out, { recursive: true, force: true });
  await mkdir(join(place.out, 'assets'), { recursive: true });

  const server = new RestartingServer(join(place.out, 'main.js'));
  let programs: Metafile | undefined;
  let browser: Metafile | undefined;

  const update = async (): Promise<void> => {
    if (programs === undefined || browser === undefined) return;
    const manifest = await manifestOf(place, entries, browser);
    await writeFile(join(place.out, 'assets', 'manifest.json'), JSON.stringify(manifest));
    await finishPrograms(place, entries);
    if (await server.restart()) await reloadPages(join(place.out, 'assets'));
  };

  const watched = await Promise.all([
    watch(programBundle(place, entries), async (metafile) => {
      programs = metafile;
      await update();
    }),
    watch({ ...browserBundle(place, entries), banner: { js: RELOAD_SNIPPET } }, async (metafile) => {
      browser = metafile;
      await update();
    }),
  ]);
  return {
    stop: async () => {
      await Promise.all(watched.map((bundle) => bundle.dispose()));
      await server.stop();
    },
  };
}

/** Calls `built` after every build that succeeds; errors are printed by esbuild. */
async function watch(options: BuildOptions, built: (metafile: Metafile) => Promise<void>): Promise<BuildContext> {
  const announce = {
    name: 'announce',
    setup: (build: PluginBuild) =>
      build.onEnd(async ({ errors, metafile }) => {
        if (errors.length === 0 && metafile !== undefined) await built(metafile);
      }),
  };
  const bundle = await context({ ...options, logLevel: 'warning', plugins: [announce] });
  await bundle.watch();
  return bundle;
}
