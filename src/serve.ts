import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { pino } from 'pino';
import { CalqueError } from '../memory/model/errors.ts';
import type { Config } from './config.ts';
import { isLoopback, readConfig } from './config.ts';
import type { Context } from './context.ts';
import { openContext } from './context.ts';
import { terminalSentence } from './files.ts';
import { createApp } from './http/app.ts';
import type { EventHub } from './http/events/hub.ts';
import { createEventHub } from './http/events/hub.ts';
import { createMetrics } from './http/metrics.ts';
import { createHttpServer } from './http/server.ts';
import { keepBackups } from './jobs/backing-up.ts';
import type { Jobs } from './jobs/jobs.ts';
import { createJobs } from './jobs/jobs.ts';
import { keepLexicon } from './jobs/training.ts';
import { loadStarter } from './services/starter.ts';
import { STARTER_FILE } from './starter-file.ts';
import { VERSION } from './version.ts';

/** How long open requests may take to end once the server was told to stop, in milliseconds. */
const GRACE = 5_000;
/** How long all of it may take, in milliseconds. */
const LONGEST_STOP = 20_000;
/** How long the store stays open after the last connection, in milliseconds. */
const LAST_STEP = 100;

/**
 * Serves until SIGINT, SIGTERM or SIGHUP. Says where in one line, or why not in one.
 * @param args `--no-starter` leaves the starter memory out
 * @returns the exit status: 0 once it serves, 1 or 2 where it cannot
 */
export async function runServer(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  try {
    const { values } = parseArgs({ args: [...args], options: { 'no-starter': { type: 'boolean', default: false } } });
    await serve(readConfig(env, process.cwd()), !values['no-starter'], env['LOG_LEVEL']);
    return 0;
  } catch (error) {
    const meant = error instanceof CalqueError ? error : undefined;
    const usage = error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    console.error(`calque: ${terminalSentence(error)}`);
    return usage ? 2 : (meant?.exit ?? 1);
  }
}

async function serve(config: Config, starter: boolean, logLevel = 'warn'): Promise<void> {
  const metrics = createMetrics();
  const context = await openContext(config, 'serving', metrics.tookTier);
  try {
    await refuseOpenDoors(config, context);
    if (starter) await loadStarter(context.store, context.imports, STARTER_FILE, Date.now);
    const logger = pino({ level: logLevel }, pino.destination(2));
    const jobs = createJobs({ ...context, clock: Date.now, logger });
    const events = createEventHub({ ...context, jobs, clock: Date.now, logger });
    metrics.watch({ ...context, jobs, events });
    const { requestsPerMinute, publicUrl, trustedProxies } = config;
    const life = { stopping: false };
    const isStopping = () => life.stopping;
    const served = {
      ...context,
      lookup: metrics.measured(context.lookup),
      jobs,
      events,
      metrics,
      requestsPerMinute,
      isStopping,
      ...(publicUrl !== undefined && { publicUrl }),
      ...(trustedProxies !== undefined && { trustedProxies }),
    };
    const server = createHttpServer(createApp({ ...served, clock: Date.now, logger, version: VERSION }));
    await listen(server, config);
    await jobs.start();
    keepLexicon(context.store, jobs, 'calque', Date.now);
    if (context.backups) keepBackups(context.backups, jobs, 'calque', Date.now, logger);
    console.log(`Calque is at ${addressOf(server)}`);
    stopOnSignal(server, jobs, events, context, config.drainSeconds * 1000, () => {
      life.stopping = true;
    });
  } catch (error) {
    await context.store.close();
    throw error;
  }
}

/**
 * Where others can reach the server, somebody must be there who can say who may.
 * @throws CalqueError `bad-configuration`
 */
async function refuseOpenDoors({ host }: Config, { accounts }: Context): Promise<void> {
  if (isLoopback(host) || (await accounts.people.hasAdministrator())) return;
  throw new CalqueError(
    'bad-configuration',
    `HOST is “${host}”, which others can reach, and there is no administrator yet. Make one with \`calque admin create\`, or set HOST to a loopback address.`,
    { where: 'HOST' },
  );
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) => fail(listenError(error, port, host)));
    server.listen(port, host, done);
  });
}

function listenError(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE') {
    return new CalqueError(
      'port-taken',
      `Port ${port} of ${host} is taken. Set PORT to another, or stop what listens there.`,
      { where: 'PORT' },
    );
  }
  if (error.code === 'EACCES') {
    return new CalqueError(
      'bad-configuration',
      `Port ${port} may not be used without more rights. Set PORT to one above 1023.`,
      { where: 'PORT' },
    );
  }
  return error;
}

function addressOf(server: Server): string {
  const { address, port, family } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}

/** @param drain how long it goes on once it was told to stop, in milliseconds */
function stopOnSignal(
  server: Server,
  jobs: Jobs,
  events: EventHub,
  { store }: Context,
  drain: number,
  stopping: () => void,
): void {
  const stop = () => {
    events.close();
    const jobsStopped = jobs.stop();
    // What was being read for a connection that was broken off finds the store open for its last step.
    server.close(() => setTimeout(() => void jobsStopped.finally(() => store.close()), LAST_STEP));
    // Connections that a request still runs on are closed as they fall idle.
    setInterval(() => server.closeIdleConnections(), 100).unref();
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
    // Jobs stop well before; a database that somebody else holds is not waited for any longer.
    setTimeout(() => process.exit(1), LONGEST_STOP).unref();
  };
  // The last is a terminal's that is closed; without a handler it would end the process as SIGKILL does.
  const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  let draining: NodeJS.Timeout | undefined;
  const begin = () => {
    clearTimeout(draining);
    // A further signal ends the process at once.
    for (const signal of SIGNALS) process.off(signal, told);
    stop();
  };
  /** Whoever says it twice does not want to wait. */
  const told = () => {
    stopping();
    if (draining !== undefined || drain === 0) return begin();
    draining = setTimeout(begin, drain);
  };
  for (const signal of SIGNALS) process.on(signal, told);
}
