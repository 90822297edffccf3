import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { runCommandLine } from '../../src/cli/run.ts';
import { openContext } from '../../src/context.ts';
import { runServer } from '../../src/serve.ts';

/** What a command printed and ended with. */
export interface Ran {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** A folder with an installation of its own, in which commands are run as a person would. */
export interface Shell {
  readonly folder: string;
  run(args: readonly string[], stdin?: string | Uint8Array): Promise<Ran>;
  remove(): Promise<void>;
}

/** @param env what is set in it */
export async function newShell(env: Readonly<Record<string, string>> = {}): Promise<Shell> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-shell-'));
  return {
    folder,
    async run(args, stdin = '') {
      const [stdout, stderr] = [new PassThrough(), new PassThrough()];
      const printed = Promise.all([text(stdout), text(stderr)]);
      const terminal = { env, folder, stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr };
      const status = await runCommandLine(args, terminal, { openInstallation: openContext, serve: runServer });
      stdout.end();
      stderr.end();
      const [out, err] = await printed;
      return { status, out, err };
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
