import { join } from 'node:path';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Entries } from './entries.ts';

/** Where a build reads and writes. */
export interface BuildPlace {
  readonly root: string;
  /** The output folder, absolute. */
  readonly out: string;
}

const shared = {
  bundle: true,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  sourcemap: 'linked',
  metafile: true,
  logLevel: 'silent',
} satisfies BuildOptions;

/** Packages of some hundred small modules: to read these one by one was a third of each start. */
const BUNDLED_PACKAGES: ReadonlySet<string> = new Set(['kysely', 'zod']);

/**
 * The programs for Node. Other packages stay outside the bundle. Everything lands directly in the output folder, so that
 * `import.meta.url` means that folder in whichever chunk a module ends up; the first line lets a program be run by
 * its own name.
 */
export function programBundle(place: BuildPlace, entries: Entries): BuildOptions & { metafile: true } {
  return {
    ...shared,
    absWorkingDir: place.root,
    entryPoints: [...entries.programs],
    outdir: place.out,
    entryNames: '[name]',
    chunkNames: '[name]-[hash]',
    platform: 'node',
    target: 'node20',
    splitting: true,
    plugins: [packagesOutside],
    banner: { js: '#!/usr/bin/env node' },
  };
}

/** The browser's scripts and styles, each under a name that carries a hash of its content. */
export function browserBundle(place: BuildPlace, entries: Entries): BuildOptions & { metafile: true } {
  return {
    ...shared,
    absWorkingDir: place.root,
    entryPoints: [...entries.scripts, ...entries.styles],
    outbase: 'views',
    outdir: join(place.out, 'assets'),
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'chunks/[name]-[hash]',
    assetNames: 'files/[name]-[hash]',
    loader: { '.woff2': 'file', '.svg': 'file', '.png': 'file' },
    platform: 'browser',
    target: 'es2022',
    minify: true,
    splitting: true,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [unusedParsers],
  };
}

const packagesOutside: Plugin = {
  name: 'packages-outside',
  setup(build) {
    build.onResolve({ filter: /^[@a-z]/ }, ({ path, kind }) => {
      const [name = ''] = path.split('/', 1);
      return kind === 'entry-point' || BUNDLED_PACKAGES.has(name) ? undefined : { path, external: true };
    });
  },
};

/**
 * The parser that CodeMirror's commands name, and that nothing here calls, is left out: its packages do not say of
 * themselves that they do nothing when they are loaded.
 */
const unusedParsers: Plugin = {
  name: 'unused-parsers',
  setup(build) {
    build.onResolve({ filter: /^@lezer\// }, async ({ path, pluginData, ...from }) => {
      if (pluginData === unusedParsers.name) return undefined;
      const found = await build.resolve(path, { ...from, pluginData: unusedParsers.name });
      return { ...found, sideEffects: false };
    });
  },
};
