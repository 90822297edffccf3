import { isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { CalqueError } from '../memory/model/errors.ts';
import type { DeepLSettings } from './machine/deepl.ts';

/** What an installation is told from outside. */
export interface Config {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** The folder that holds the database, as an absolute path. */
  readonly dataFolder: string;
  readonly databaseFile: string;
  /** The address of the PostgreSQL database to use in the place of the file. */
  readonly databaseUrl?: string;
  /** Requests that an address may make in a minute; 0 for as many as it likes. */
  readonly requestsPerMinute: number;
  /** How long a server that is told to stop goes on, saying so at `/health`, in seconds. */
  readonly drainSeconds: number;
  /** Absent where no key is set: then nothing is sent to DeepL. */
  readonly deepl?: DeepLSettings;
}

/**
 * Reads the configuration from environment variables: `PORT` (3000), `HOST` (127.0.0.1), `CALQUE_DATA`
 * (the folder `data` where Calque is started), `CALQUE_DATABASE` (the address of a PostgreSQL database; by default the
 * file `calque.db` in that folder), `CALQUE_REQUESTS_PER_MINUTE` (60000), `CALQUE_DRAIN_SECONDS` (0), `DEEPL_AUTH_KEY`
 * and `DEEPL_SERVER_URL`.
 * @throws CalqueError `bad-configuration`, naming the variable
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, folder: string): Config {
  const dataFolder = resolve(folder, env['CALQUE_DATA'] || 'data');
  return {
    port: readPort(env['PORT'] || '3000'),
    host: readHost(env['HOST'] || '127.0.0.1'),
    dataFolder,
    databaseFile: resolve(dataFolder, 'calque.db'),
    ...readDatabase(env['CALQUE_DATABASE']),
    requestsPerMinute: readCount(env['CALQUE_REQUESTS_PER_MINUTE'] || '60000', 'CALQUE_REQUESTS_PER_MINUTE'),
    drainSeconds: readCount(env['CALQUE_DRAIN_SECONDS'] || '0', 'CALQUE_DRAIN_SECONDS'),
    ...readDeepL(env['DEEPL_AUTH_KEY'], env['DEEPL_SERVER_URL']),
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new CalqueError('bad-configuration', `PORT is “${text}”; it must be a number from 0 to 65535.`, {
    where: 'PORT',
  });
}

function readCount(text: string, where: string): number {
  const count = Number(text);
  if (/^\d{1,9}$/.test(text)) return count;
  throw new CalqueError('bad-configuration', `${where} is “${text}”; it must be a number from 0 to 999999999.`, {
    where,
  });
}

/** The address is not repeated in the message: it may hold a password. */
function readDatabase(url: string | undefined): Pick<Config, 'databaseUrl'> {
  if (!url) return {};
  if (/^postgres(ql)?:\/\/./.test(url) && URL.canParse(url)) return { databaseUrl: url };
  const message = 'CALQUE_DATABASE must be an address like postgres://user:password@host:5432/database.';
  throw new CalqueError('bad-configuration', message, { where: 'CALQUE_DATABASE' });
}

function readDeepL(key: string | undefined, serverUrl: string | undefined): Pick<Config, 'deepl'> {
  if (!key) return {};
  if (!serverUrl) return { deepl: { key } };
  if (URL.canParse(serverUrl)) return { deepl: { key, serverUrl } };
  throw new CalqueError('bad-configuration', `DEEPL_SERVER_URL is “${serverUrl}”; it must be a web address.`, {
    where: 'DEEPL_SERVER_URL',
  });
}

/** Until an installation has accounts, whoever reaches the port can do everything: so nobody else may reach it. */
function readHost(text: string): string {
  const host = text.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isLoopback(host)) return host;
  throw new CalqueError(
    'bad-configuration',
    `HOST is “${text}”, which others can reach. Calque without accounts listens on a loopback address only: 127.0.0.1, ::1 or localhost.`,
    { where: 'HOST' },
  );
}

/** Whether a host name or address (in lower case, without brackets or port) is this machine's own loopback. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
