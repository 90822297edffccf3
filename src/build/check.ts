/**
 * `npm run check`: runs every `check:…` script of package.json, side by side where there are cores for it. One line a
 * check, and all that a check printed only where it failed.
 */
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { PROJECT_ROOT } from './root.ts';

interface Check {
  readonly name: string;
  readonly command: string;
}

interface Outcome {
  readonly passed: boolean;
  readonly output: string;
}

const waiting = await listChecks();
const failures: (Check & Outcome)[] = [];
await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, runWaiting));
for (const { name, output } of failures) console.error(`\n── ${name} ──\n${output.trimEnd()}`);
process.exitCode = failures.length > 0 ? 1 : 0;

async function listChecks(): Promise<Check[]> {
  const { scripts } = JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  return Object.entries(scripts)
    .filter(([name]) => name.startsWith('check:'))
    .map(([name, command]) => ({ name: name.slice('check:'.length), command }));
}

async function runWaiting(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const start = performance.now();
    const outcome = await run(check.command);
    const seconds = ((performance.now() - start) / 1000).toFixed(1).padStart(5);
    const remark = outcome.passed ? outcome.output.trim().split('\n', 1).join('') : 'failed, see below';
    console.log(`${outcome.passed ? '✓' : '✗'} ${check.name.padEnd(8)} ${seconds} s  ${remark}`.trimEnd());
    if (!outcome.passed) failures.push({ ...check, ...outcome });
  }
}

function run(command: string): Promise<Outcome> {
  const path = [join(PROJECT_ROOT, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter);
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { NO_COLOR: '1' };
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: PROJECT_ROOT, env: { ...process.env, ...colour, PATH: path }, shell: true });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.on('error', (error) => resolve({ passed: false, output: error.message }));
    child.on('close', (status) => resolve({ passed: status === 0, output: Buffer.concat(output).toString() }));
  });
}
