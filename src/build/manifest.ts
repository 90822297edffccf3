import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Metafile } from 'esbuild';
import type { BuildPlace } from './bundles.ts';
import type { Entries } from './entries.ts';

/** One script or style sheet as the browser loads it. Paths are relative to `dist/assets/`, with `/`. */
export interface Asset {
  readonly file: string;
  /** The chunks that a script imports at once, for `<link rel="modulepreload">`; not those it imports later. */
  readonly chunks: readonly string[];
  /** Bytes over the wire, gzip, of the file and its chunks. */
  readonly gzipBytes: number;
}

/**
 * `dist/assets/manifest.json`: what each entry, named by its path in the project
 * (`views/editor/main.tsx`, `views/styles/main.css`), has become.
 */
export type Manifest = Readonly<Record<string, Asset>>;

/** Reads the manifest off what esbuild says it wrote to `place.out`. */
export async function manifestOf(place: BuildPlace, entries: Entries, metafile: Metafile): Promise<Manifest> {
  const assets = join(place.out, 'assets');
  const inAssets = (path: string) => relative(assets, join(place.root, path)).replaceAll(sep, '/');
  const wanted = new Set([...entries.scripts, ...entries.styles]);
  const manifest: Record<string, Asset> = {};
  for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
    // Files that are imported later have an entry point too, but nobody loads them by name.
    if (entryPoint === undefined || !wanted.has(entryPoint)) continue;
    const chunks = chunksOf(metafile, path);
    const sizes = await Promise.all([path, ...chunks].map((file) => gzipSize(join(place.root, file))));
    const gzipBytes = sizes.reduce((sum, size) => sum + size, 0);
    manifest[entryPoint] = { file: inAssets(path), chunks: chunks.map(inAssets), gzipBytes };
  }
  return manifest;
}

function chunksOf(metafile: Metafile, entry: string): readonly string[] {
  const reached = new Set<string>();
  const follow = (path: string): void => {
    for (const link of metafile.outputs[path]?.imports ?? []) {
      if (link.kind !== 'import-statement' || link.external === true || reached.has(link.path)) continue;
      reached.add(link.path);
      follow(link.path);
    }
  };
  follow(entry);
  reached.delete(entry);
  return [...reached].sort();
}

async function gzipSize(path: string): Promise<number> {
  return gzipSync(await readFile(path)).length;
}
