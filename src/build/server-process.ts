import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long the old process may take to end, in milliseconds: open event streams must not hold a restart up. */
const GRACE = 500;

/** The server in development: one process at a time, replaced when its code was built anew. */
export class RestartingServer {
  readonly #program: string;
  readonly #environment: Readonly<Record<string, string>>;
  #process: ChildProcess | undefined;
  #restarting: Promise<unknown> = Promise.resolve();

  constructor(program: string, environment: Readonly<Record<string, string>>) {
    this.#program = program;
    this.#environment = environment;
  }

  /** Ends the running process, if there is one, and starts the next. @returns whether it came up. */
  restart(): Promise<boolean> {
    const restarted = this.#restarting.then(() => this.#replace());
    this.#restarting = restarted;
    return restarted;
  }

  async #replace(): Promise<boolean> {
    const old = this.#process;
    if (old !== undefined && old.exitCode === null && old.signalCode === null) {
      await end(old);
    }
    const next = spawn(process.execPath, ['--enable-source-maps', this.#program], {
      env: { ...process.env, ...this.#environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = next;
    return await new Promise((resolve) => {
      next.once('exit', () => resolve(false));
      createInterface({ input: next.stdout }).on('line', (line) => {
        console.log(line);
        if (line.startsWith('Calque is at ')) resolve(true);
      });
    });
  }
}

async function end(process: ChildProcess): Promise<void> {
  const ended = once(process, 'exit');
  process.kill();
  const impatient = setTimeout(() => process.kill('SIGKILL'), GRACE);
  await ended;
  clearTimeout(impatient);
}
