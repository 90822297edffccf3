import type { Program } from './cli/command.ts';
import { runCommandLine } from './cli/run.ts';
import { openContext } from './context.ts';
import { fileError } from './files.ts';

const { env, stdin, stdout, stderr } = process;

// Who closes the pipe early, as `head` does, has what they wanted.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  stderr.write(`calque: ${fileError(error, 'Standard output', 'read-only-database').message}\n`);
  process.exit(1);
});

const program: Program = {
  openInstallation: openContext,
  // Most commands need nothing of the server.
  serve: async (...given) => (await import('./serve.ts')).runServer(...given),
};
process.exitCode = await runCommandLine(
  process.argv.slice(2),
  { env, folder: process.cwd(), stdin, stdout, stderr },
  program,
);
