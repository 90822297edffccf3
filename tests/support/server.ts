import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../../src/build/root.ts';

export interface ServerOptions {
  /** Load the starter memory on the first start; left out by default, for speed and so that tests know what is there. */
  readonly starter?: boolean;
  /** A data folder to keep, as an absolute path; otherwise a new one that goes with the server. */
  readonly data?: string;
  /** Further environment variables. */
  readonly env?: Readonly<Record<string, string>>;
  /** The program to start; `dist/main.js` by default. */
  readonly program?: string;
}

export interface RunningServer {
  /** Without a slash at the end. */
  readonly url: string;
  readonly data: string;
  /** Its database: a file, or an address. */
  readonly database: string;
  /** Its process. */
  readonly pid: number;
  /** What the server has written to standard error so far. */
  errors(): string;
  /** Ends the process as a person would (SIGTERM), or at once as a crash would (SIGKILL), and waits for it. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>;
}

/** How long a server may take to start, and to end, in milliseconds. */
const PATIENCE = 20_000;

/**
 * Starts the built server as a process of its own, on a free loopback port.
 * @throws Error with what the server wrote, where it ends or stays silent instead of saying where it is.
 */
export async function startServer(options: ServerOptions = {}): Promise<RunningServer> {
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'calque-data-')));
  const installation = await installationIn(data);
  const program = options.program ?? join(PROJECT_ROOT, 'dist', 'main.js');
  const args = options.starter === true ? [program] : [program, '--no-starter'];
  const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', ...installation, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });

  const { CALQUE_DATABASE: address } = { ...installation, ...options.env } as Readonly<
    Record<string, string | undefined>
  >;
  const stop = async (signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> => {
    await end(child, signal);
    if (options.data === undefined) await rm(data, { recursive: true, force: true });
  };
  try {
    const url = await addressOf(child, () => errors);
    const kept = { data, database: address ?? join(data, 'calque.db') };
    return { url, ...kept, pid: child.pid ?? 0, errors: () => errors, stop };
  } catch (error) {
    await stop('SIGKILL');
    throw error;
  }
}

/** Whether `CALQUE_TEST_STORE=postgres` has every server keep what it keeps in PostgreSQL. */
export const ON_POSTGRES = process.env['CALQUE_TEST_STORE'] === 'postgres';

/** What has a program use the installation of a data folder, as a server that was started on the folder does. */
export async function installationIn(data: string): Promise<Readonly<Record<string, string>>> {
  if (!ON_POSTGRES) return { CALQUE_DATA: data };
  const { databaseOf } = await import('./database.ts');
  return { CALQUE_DATA: data, CALQUE_DATABASE: await databaseOf(data) };
}

function addressOf(child: ChildProcess & { stdout: NodeJS.ReadableStream }, errors: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const fail = (what: string) => reject(new Error(`The server ${what}.\n${errors()}`.trimEnd()));
    const timer = setTimeout(() => fail(`did not say where it is within ${PATIENCE / 1000} s`), PATIENCE);
    child.once('error', reject);
    child.once('close', (status) => {
      clearTimeout(timer);
      fail(`ended with status ${status} before it said where it is`);
    });
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Calque is at (http:\/\/\S+?)\/?$/.exec(line)?.[1];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  const impatient = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await ended;
  clearTimeout(impatient);
}
