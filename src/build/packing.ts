import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Metafile } from 'esbuild';
import type { BuildPlace } from './bundles.ts';

/** Puts beside every script and style sheet what it is as gzip, `FILE.gz`, so that the server has nothing to pack. */
export async function packAssets(place: BuildPlace, { outputs }: Metafile): Promise<void> {
  const files = Object.keys(outputs).filter((path) => /\.(?:js|css)$/.test(path));
  await Promise.all(files.map((file) => pack(join(place.root, file))));
}

async function pack(path: string): Promise<void> {
  await writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }));
}
