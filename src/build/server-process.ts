import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** How long the old process may take to end, in milliseconds: open event streams must not hold a restart up. */
const GRACE = 500;

/** The server in development: one process at a time, replaced when its code was built anew. */
export class RestartingServer {
  readonly #program: string;
  #process: ChildProcess | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(program: string) {
    this.#program = program;
  }

  /** Ends the running process, if there is one, and starts the next. @returns whether it says where it is. */
  restart(): Promise<boolean> {
    return this.#afterLast(async () => {
      await this.#end();
      return await this.#start();
    });
  }

  /** Ends the running process, if there is one. */
  stop(): Promise<void> {
    return this.#afterLast(() => this.#end());
  }

  #afterLast<T>(act: () => Promise<T>): Promise<T> {
    const acted = this.#last.then(act);
    this.#last = acted;
    return acted;
  }

  async #end(): Promise<void> {
    const old = this.#process;
    if (old === undefined || old.exitCode !== null || old.signalCode !== null) return;
    const ended = once(old, 'exit');
    old.kill();
    const impatient = setTimeout(() => old.kill('SIGKILL'), GRACE);
    await ended;
    clearTimeout(impatient);
  }

  #start(): Promise<boolean> {
    const next = spawn(process.execPath, ['--enable-source-maps', this.#program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#process = next;
    return new Promise((resolve) => {
      next.once('exit', () => resolve(false));
      createInterface({ input: next.stdout }).on('line', (line) => {
        console.log(line);
        if (line.startsWith('Calque is at ')) resolve(true);
      });
    });
  }
}
