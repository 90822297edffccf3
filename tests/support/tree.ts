import { mkdir, mkdtemp, realpath, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../../src/build/root.ts';

/** The smallest project that can be built: a server, a command line, an editor of two chunks, a style sheet. */
export const SMALL_PROJECT: Readonly<Record<string, string>> = {
  'package.json': '{ "type": "module" }',
  'src/main.ts': "import { shared } from './shared.ts';\nconst port: number = 1;\nconsole.log('main', port, shared);",
  'src/cli.ts': "import { shared } from './shared.ts';\nconsole.log('cli', shared, import.meta.url);",
  'src/worker.ts': "import { shared } from './shared.ts';\nconsole.log('worker', shared);",
  'src/client/client.ts': "export const client = 'client';",
  'src/threads/pair-reading.ts': "import { shared } from '../shared.ts';\nconsole.log('pairs', shared);",
  'src/threads/long-reads.ts': "console.log('reads');",
  'src/shared.ts': "import { basename } from 'node:path';\nexport const shared: string = basename('a/shared');",
  'memory/starter/starter.tmx': '<tmx version="1.4"/>',
  'views/editor/main.tsx':
    "import { render } from 'preact';\nimport { common } from '../common.ts';\n" +
    'render(<p>editor {common}</p>, document.body);\n' +
    "void import('./later.ts').then(({ later }) => later());",
  'views/editor/later.ts': "export const later = () => console.log('later'.repeat(9));",
  'views/common.ts': "export const common = 'common '.repeat(3);",
  'views/import/client.ts': "import { common } from '../common.ts';\ndocument.title = common;",
  'views/styles/main.css': "@import './parts/colours.css';\nmain { background: url('./mark.svg') }",
  'views/styles/parts/colours.css': ':root { --ink: #112233 }',
  'views/styles/mark.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
};

/** Writes a tree of files to a fresh folder, beside which the project's packages can be found. */
export async function writeTree(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'calque-tree-')));
  for (const [path, content] of Object.entries(files)) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'));
  return root;
}
