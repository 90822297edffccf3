import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise, type ICruiseOptions, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

type Tree = Readonly<Record<string, string>>;

const { forbidden, options } = createRequire(import.meta.url)('../../../.dependency-cruiser.cjs') as {
  forbidden: readonly IForbiddenRuleType[];
  options: ICruiseOptions;
};

/** Packages that a seeded tree may use, as they would be installed. */
const PACKAGES: Tree = {
  'package.json': JSON.stringify({ dependencies: { saxes: '1' }, devDependencies: { vitest: '1' } }),
  'node_modules/saxes/package.json': JSON.stringify({ name: 'saxes', version: '1.0.0', main: 'index.js' }),
  'node_modules/saxes/index.js': 'module.exports = {};',
  'node_modules/vitest/package.json': JSON.stringify({ name: 'vitest', version: '1.0.0', main: 'index.js' }),
  'node_modules/vitest/index.js': 'module.exports = {};',
};

/** One import that breaks each rule: where it stands, and what it imports. */
const VIOLATIONS: readonly [rule: string, from: string, imported: string][] = [
  ['memory-model', 'memory/model/a.ts', 'memory/text/b.ts'],
  ['memory-text', 'memory/text/a.ts', 'memory/match/b.ts'],
  ['memory-match', 'memory/match/a.ts', 'memory/retrieval/b.ts'],
  ['memory-retrieval', 'memory/retrieval/a.ts', 'memory/alignment/b.ts'],
  ['memory-alignment', 'memory/alignment/a.ts', 'memory/match/b.ts'],
  ['memory-terms', 'memory/terms/a.ts', 'memory/match/b.ts'],
  ['memory-checks', 'memory/checks/a.ts', 'memory/formats/b.ts'],
  ['memory-formats', 'memory/formats/a.ts', 'memory/store/b.ts'],
  ['memory-store', 'memory/store/a.ts', 'views/pages/b.tsx'],
  ['pure-without-node', 'memory/text/a.ts', 'node:fs'],
  ['pure-without-packages', 'memory/match/a.ts', 'saxes'],
  ['client', 'src/client/a.ts', 'src/services/b.ts'],
  ['contract', 'src/contract/a.ts', 'memory/store/b.ts'],
  ['config', 'src/config.ts', 'src/services/b.ts'],
  ['machine', 'src/machine/a.ts', 'src/services/b.ts'],
  ['accounts', 'src/accounts/a.ts', 'src/services/b.ts'],
  ['services', 'src/services/a.ts', 'src/http/b.ts'],
  ['threads', 'src/threads/a.ts', 'src/services/b.ts'],
  ['jobs', 'src/jobs/a.ts', 'src/http/b.ts'],
  ['client', 'src/client/a.ts', 'src/services/b.ts'],
  ['mcp', 'src/mcp/a.ts', 'src/http/b.ts'],
  ['cli', 'src/cli/a.ts', 'src/http/b.ts'],
  ['http', 'src/http/a.ts', 'src/cli/b.ts'],
  ['http-without-editor', 'src/http/a.ts', 'views/editor/b.tsx'],
  ['context-above-all', 'src/services/a.ts', 'src/context.ts'],
  ['context-below-programs', 'src/context.ts', 'src/main.ts'],
  ['build-apart', 'src/main.ts', 'src/build/b.ts'],
  ['build', 'src/build/a.ts', 'src/services/b.ts'],
  ['browser-code', 'views/editor/a.tsx', 'src/services/b.ts'],
  ['browser-code', 'views/pages/client.ts', 'memory/store/b.ts'],
  ['pages', 'views/pages/a.tsx', 'memory/text/b.ts'],
  ['pages', 'views/components/a.tsx', 'views/editor/b.tsx'],
  ['views-without-node', 'views/components/a.tsx', 'node:path'],
  ['nothing-imports-tests', 'src/main.ts', 'tests/support/b.ts'],
  ['no-development-packages', 'src/services/a.ts', 'vitest'],
  ['nothing-unresolved', 'src/services/a.ts', './absent.ts'],
];

let root: string;

beforeEach(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'calque-imports-')));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the import rules', () => {
  it.each(VIOLATIONS)('%s: %s may not import %s', async (rule, from, imported) => {
    const inProject = imported.includes('/');
    const specifier = inProject && !imported.startsWith('.') ? `${up(from)}${imported}` : imported;
    const target: Tree = inProject && !imported.startsWith('.') ? { [imported]: 'export const b = 1;' } : {};
    expect(await brokenRules({ ...target, [from]: `import '${specifier}';` })).toContain(rule);
  });

  it('type imports count as imports', async () => {
    const tree = {
      'memory/model/a.ts': "import type { B } from '../text/b.ts';\nexport type A = B;",
      'memory/text/b.ts': 'export type B = string;',
    };
    expect(await brokenRules(tree)).toEqual(['memory-model']);
  });

  it('no-cycles: two files that import each other', async () => {
    const tree = { 'memory/text/a.ts': "import './b.ts';", 'memory/text/b.ts': "import './a.ts';" };
    expect(await brokenRules(tree)).toEqual(['no-cycles']);
  });

  it('let a tree through that is built as it should be', async () => {
    const tree = {
      'memory/model/unit.ts': 'export const unit = 1;',
      'memory/text/words.ts': "import '../model/unit.ts';",
      'memory/match/rate.ts': "import '../text/words.ts';",
      'memory/retrieval/find.ts': "import '../match/rate.ts'; import '../text/words.ts';",
      'memory/alignment/align.ts': "import '../text/words.ts';",
      'memory/checks/numbers.ts': "import '../text/words.ts';",
      'memory/formats/tmx.ts': "import 'saxes'; import '../model/unit.ts'; import 'node:stream';",
      'memory/store/sqlite.ts': "import 'node:fs'; import '../model/unit.ts'; import '../retrieval/find.ts';",
      'src/config.ts': "import '../memory/model/unit.ts';",
      'src/contract/lookup.ts': "import '../../memory/model/unit.ts';",
      'src/services/lookup.ts': "import '../contract/lookup.ts'; import '../../memory/store/sqlite.ts';",
      'src/jobs/runner.ts': "import '../services/lookup.ts';",
      'src/http/app.ts': "import '../jobs/runner.ts'; import '../../views/pages/home.tsx'; import '../config.ts';",
      'src/context.ts': "import './services/lookup.ts'; import './http/app.ts'; import './jobs/runner.ts';",
      'src/main.ts': "import './context.ts';",
      'src/cli.ts': "import './main.ts';",
      'views/components/button.tsx': "import '../../memory/model/unit.ts';",
      'views/pages/home.tsx': "import '../components/button.tsx'; import '../../src/contract/lookup.ts';",
      'views/editor/main.tsx': "import '../../memory/match/rate.ts'; import '../components/button.tsx';",
      'tests/unit/app.test.ts': "import 'vitest'; import '../../src/http/app.ts';",
    };
    expect(await brokenRules(tree)).toEqual([]);
  });

  it('have a seeded violation each', () => {
    const proved = new Set([...VIOLATIONS.map(([rule]) => rule), 'no-cycles']);
    expect([...proved].sort()).toEqual(forbidden.map((rule) => rule.name).sort());
  });
});

/** Writes a tree of files under `root` and gives the names of the rules that it breaks. */
async function brokenRules(tree: Tree): Promise<string[]> {
  for (const [path, content] of Object.entries({ ...PACKAGES, ...tree })) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  const folders = [...new Set(Object.keys(tree).map((path) => path.split('/', 1).join('')))];
  const { output } = await cruise(folders, {
    ...options,
    baseDir: root,
    validate: true,
    ruleSet: { forbidden: [...forbidden] },
  });
  const { violations } = (output as ICruiseResult).summary;
  return [...new Set(violations.map((violation) => violation.rule.name))].sort();
}

function up(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
