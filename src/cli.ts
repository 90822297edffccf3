import { runCommandLine } from './cli/run.ts';
import { openContext } from './context.ts';
import { runServer } from './serve.ts';

const { env, stdin, stdout, stderr } = process;
const program = { openInstallation: openContext, serve: runServer };
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  { env, folder: process.cwd(), stdin, stdout, stderr },
  program,
);
