import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** A file copied as it is: `from` in the project, `to` in the output folder. */
export interface ShippedFile {
  readonly from: string;
  readonly to: string;
}

/** What a build starts from. All paths are relative to the project's root and written with `/`. */
export interface Entries {
  /** Programs for Node, each of which becomes `dist/<name>.js`. */
  readonly programs: readonly string[];
  /** Scripts for the browser: the editor, and every `client.ts` or `client.tsx` under `views/`. */
  readonly scripts: readonly string[];
  /** Style sheets: those directly in `views/styles/`; sheets in its folders are parts that they import. */
  readonly styles: readonly string[];
  readonly shipped: readonly ShippedFile[];
}

/** The editor's script, whose size is kept within a budget. */
export const EDITOR_SCRIPT = 'views/editor/main.tsx';

/** The server, the command line, what threads run, and the client that programs import. */
const PROGRAMS = [
  'src/main.ts',
  'src/cli.ts',
  'src/worker.ts',
  'src/client/client.ts',
  'src/threads/pair-reading.ts',
  'src/threads/long-reads.ts',
];
const SHIPPED: readonly ShippedFile[] = [{ from: 'memory/starter/starter.tmx', to: 'starter/starter.tmx' }];

/** The build cannot start: these paths, relative to the root, are needed and not there. */
export class MissingEntriesError extends Error {
  override readonly name = 'MissingEntriesError';
  readonly paths: readonly string[];

  constructor(paths: readonly string[]) {
    super(`Cannot build without ${paths.join(', ')}.`);
    this.paths = paths;
  }
}

/**
 * Finds what is to be built under `root`.
 * @throws MissingEntriesError naming every needed file that is not there.
 */
export async function findEntries(root: string): Promise<Entries> {
  const needed = [...PROGRAMS, EDITOR_SCRIPT, ...SHIPPED.map((file) => file.from)];
  const missing = needed.filter((path) => !existsSync(join(root, path)));
  if (missing.length > 0) throw new MissingEntriesError(missing);

  const views = await filesUnder(root, 'views');
  return {
    programs: PROGRAMS,
    scripts: [EDITOR_SCRIPT, ...views.filter((path) => /\/client\.tsx?$/.test(path))],
    styles: views.filter((path) => /^views\/styles\/[^/]+\.css$/.test(path)),
    shipped: SHIPPED,
  };
}

/** Every file under `root/folder`, relative to `root`, with `/`, sorted; none where there is no such folder. */
export async function filesUnder(root: string, folder: string): Promise<string[]> {
  if (!existsSync(join(root, folder))) return [];
  const names = await readdir(join(root, folder), { recursive: true });
  const paths = names.map((name) => `${folder}/${name.replaceAll(sep, '/')}`);
  const isFile = await Promise.all(paths.map(async (path) => (await stat(join(root, path))).isFile()));
  return paths.filter((_, at) => isFile[at]).sort();
}
