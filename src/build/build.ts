import { existsSync } from 'node:fs';
import { chmod, cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { type BuildPlace, browserBundle, programBundle } from './bundles.ts';
import { type Entries, findEntries } from './entries.ts';
import { fingerprint } from './fingerprint.ts';
import { manifestOf } from './manifest.ts';
import { packAssets } from './packing.ts';

/** Kept in the output folder: the fingerprint of the sources that it was built from. */
const FINGERPRINT_FILE = '.fingerprint';

/**
 * Builds `root/dist`, unless it was built from these very sources already.
 *
 * The new folder takes the old one's place only once it is complete: a build that fails leaves the old one as it was,
 * and two builds at once do not mix.
 * @returns whether there was anything to do.
 * @throws MissingEntriesError, or esbuild's BuildFailure, whose message names file and line.
 */
export async function buildProject(root: string): Promise<boolean> {
  const dist = join(root, 'dist');
  const wanted = await fingerprint(root);
  if (await isBuiltFrom(dist, wanted)) return false;

  const entries = await findEntries(root);
  const place: BuildPlace = { root, out: await mkdtemp(join(root, 'dist-')) };
  try {
    await bundle(programBundle(place, entries));
    const browser = await bundle(browserBundle(place, entries));
    const manifest = await manifestOf(place, entries, browser.metafile);
    await writeFile(join(place.out, 'assets', 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
    await packAssets(place, browser.metafile);
    await finishPrograms(place, entries);
    await writeFile(join(place.out, FINGERPRINT_FILE), wanted);
    await chmod(place.out, 0o755);
    await replaceFolder(dist, place.out);
  } finally {
    await rm(place.out, { recursive: true, force: true });
  }
  return true;
}

/** Makes the programs runnable and puts the files beside them that they read. */
export async function finishPrograms(place: BuildPlace, entries: Entries): Promise<void> {
  const names = entries.programs.map((path) => path.replace(/^.*\/(.+)\.ts$/, '$1.js'));
  await Promise.all([
    ...names.map((name) => chmod(join(place.out, name), 0o755)),
    ...entries.shipped.map((file) => cp(join(place.root, file.from), join(place.out, file.to))),
  ]);
}

async function isBuiltFrom(dist: string, wanted: string): Promise<boolean> {
  const path = join(dist, FINGERPRINT_FILE);
  return existsSync(path) && (await readFile(path, 'utf8')) === wanted;
}

async function replaceFolder(old: string, next: string): Promise<void> {
  const aside = `${next}-old`;
  for (let replaced = false; !replaced; ) {
    if (existsSync(old)) await rename(old, aside).catch(unless('ENOENT'));
    replaced = await rename(next, old).then(() => true, unless('ENOTEMPTY', 'EEXIST'));
    await rm(aside, { recursive: true, force: true });
  }
}

/** Lets an error pass, as `false`, that only says that another build was quicker. */
function unless(...codes: readonly string[]): (error: NodeJS.ErrnoException) => false {
  return (error) => {
    if (error.code === undefined || !codes.includes(error.code)) throw error;
    return false;
  };
}
