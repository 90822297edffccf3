import type { SerializedError } from 'vitest';
import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * Ends a run with each skipped test and its reason, then, as the very last line, `N passed, N failed`. It prints when the process exits,
 * since Vitest may still have errors to show. A file that cannot be loaded, a hook that fails and an error outside every test
 * count as failed, so that the line never says 0 failed of a run that did fail.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], outsideErrors: readonly SerializedError[], reason: string): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const passed = count('passed');
    const skipped = tests.filter((test) => test.result().state === 'skipped');
    const broken = modules.reduce((sum, module) => sum + suiteErrors(module), 0) + outsideErrors.length;
    const failedOrBroken = count('failed') + broken;
    // A run that was broken off, or found no test at all, failed without any test saying so.
    const failed = failedOrBroken === 0 && (reason !== 'passed' || tests.length === 0) ? 1 : failedOrBroken;

    const lines = skipped.map(
      (test) => `  skipped: ${test.module.relativeModuleId} › ${test.fullName}: ${reasonOf(test)}`,
    );
    const end = `${passed} passed, ${failed} failed`;
    process.once('exit', () => process.stdout.write(`\n${[...lines, end].join('\n')}\n`));
  }
}

function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  return test.meta().skipReason ?? note ?? 'no reason given';
}

function suiteErrors(module: TestModule): number {
  const suites = [...module.children.allSuites()];
  return module.errors().length + suites.reduce((sum, suite) => sum + suite.errors().length, 0);
}
