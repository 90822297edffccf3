import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../../src/build/root.ts';

const HEAD = `import { beforeAll, describe, expect, it } from 'vitest';
import { skipUnless } from '${join(PROJECT_ROOT, 'tests/support/skip.ts')}';
`;

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'calque-reporter-'));
  await symlink(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'));
});

afterEach(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('the closing line', () => {
  it('counts what passed', async () => {
    const { lines, status } = await run({ 'a.test.ts': "it('one', () => {}); it('two', () => {});" });
    expect(lines.at(-1)).toBe('2 passed, 0 failed');
    expect(status).toBe(0);
  });

  it('counts what failed', async () => {
    const { lines, status } = await run({ 'a.test.ts': "it('one', () => {}); it('two', () => expect(1).toBe(2));" });
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('follows the skipped tests with their reasons, however they were given', async () => {
    const { lines } = await run({
      'a.test.ts': `
        it('runs', skipUnless(true, 'not said'), () => {});
        it('by option', skipUnless(false, 'no corpus'), () => {});
        describe('all of it', skipUnless(false, 'no article'), () => { it('inside', () => {}); });
        it('while running', (context) => context.skip('no room'));
        it.skip('silently', () => {});`,
    });
    expect(lines.slice(-5)).toEqual([
      '  skipped: a.test.ts › by option: no corpus',
      '  skipped: a.test.ts › all of it > inside: no article',
      '  skipped: a.test.ts › while running: no room',
      '  skipped: a.test.ts › silently: no reason given',
      '1 passed, 0 failed',
    ]);
  });

  it('counts a file that cannot be loaded as failed', async () => {
    const { lines } = await run({ 'a.test.ts': "it('one', () => {});", 'b.test.ts': "throw new Error('no');" });
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
  });

  it('counts a hook that fails as failed', async () => {
    const { lines } = await run({
      'a.test.ts': "describe('d', () => { beforeAll(() => { throw new Error('no'); }); it('one', () => {}); });",
    });
    expect(lines.at(-1)).toMatch(/^0 passed, 1 failed/);
  });

  it('counts an error outside every test as failed, and comes after it', async () => {
    const { lines, status } = await run({
      'a.test.ts':
        "it('one', async () => { Promise.reject(new Error('lost')); await new Promise((r) => setTimeout(r, 20)); });",
    });
    expect(lines.at(-1)).toBe('1 passed, 1 failed');
    expect(status).toBe(1);
  });

  it('says that a run without tests failed', async () => {
    const { lines, status } = await run({});
    expect(lines.at(-1)).toBe('0 passed, 1 failed');
    expect(status).toBe(1);
  });
});

function run(files: Readonly<Record<string, string>>): Promise<{ lines: string[]; status: number }> {
  const vitest = join(PROJECT_ROOT, 'node_modules', 'vitest', 'vitest.mjs');
  const reporters = ['default', join(PROJECT_ROOT, 'tests', 'support', 'reporter.ts')];
  const args = [vitest, 'run', '--root', root, ...reporters.map((reporter) => `--reporter=${reporter}`)];
  const { VITEST: _vitest, ...env } = process.env;
  return Promise.all(
    Object.entries(files).map(([name, content]) => writeFile(join(root, name), `${HEAD}${content}`)),
  ).then(
    () =>
      new Promise((resolve) => {
        execFile(process.execPath, args, { env: { ...env, NO_COLOR: '1' } }, (error, stdout) => {
          resolve({ lines: stdout.trimEnd().split('\n'), status: error === null ? 0 : Number(error.code) });
        });
      }),
  );
}
