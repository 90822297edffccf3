import { fileURLToPath } from 'node:url';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/** A suite is a folder of `tests/`. `npm test` runs all but `quality`, whose figures `npm run quality` prints. */
function suite(name: string, timeout: number, globalSetup: readonly string[] = []): TestProjectInlineConfiguration {
  return {
    extends: true,
    test: {
      name,
      include: [`tests/${name}/**/*.test.{ts,tsx}`],
      testTimeout: timeout,
      hookTimeout: Math.max(timeout, 30_000),
      globalSetup: [...globalSetup],
    },
  };
}

const BUILT = ['tests/support/built.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    environment: 'node',
    maxWorkers: 2,
    // Files share what they import: none of them changes it, and loading it anew for each took half of the time.
    isolate: false,
    setupFiles: ['tests/support/properties.ts'],
    // What is waited for comes when it comes: a busy machine takes longer than the second that Vitest would wait.
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default', './tests/support/reporter.ts'],
    projects: [
      suite('unit', 10_000),
      suite('store', 20_000, ['tests/support/postgres.ts']),
      suite('http', 30_000, [...BUILT, 'tests/support/postgres.ts']),
      suite('interop', 60_000, BUILT),
      suite('browser', 60_000, BUILT),
      suite('quality', 600_000),
    ],
  },
});
