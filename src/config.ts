import { isIP, isIPv4 } from 'node:net';
import { resolve } from 'node:path';
import { CalqueError } from '../memory/model/errors.ts';
import { type Databases, MOST_SHARDS } from '../memory/model/shards.ts';
import type { OidcSettings } from './accounts/settings.ts';
import { role } from './contract/roles.ts';
import type { DeepLSettings } from './machine/deepl.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** How backups are written by themselves. */
export interface BackupSettings {
  /** As an absolute path. */
  readonly folder: string;
  /** From one to the next. */
  readonly hours: number;
  /** How many are kept; the oldest go. */
  readonly kept: number;
}

/** What an installation is told from outside. */
export interface Config extends Databases {
  /** 0 lets the system choose. */
  readonly port: number;
  readonly host: string;
  /** Where people reach it, without a slash at its end; `http://` with host and port when absent. */
  readonly publicUrl?: string;
  /** The proxies whose word is taken on whom a request comes from: addresses, or networks as `10.0.0.0/8`. */
  readonly trustedProxies?: readonly string[];
  /** Single sign-on, where the house has it. */
  readonly oidc?: OidcSettings;
  /** The folder that holds the database, as an absolute path. */
  readonly dataFolder: string;
  /** Requests that an address may make in a minute; 0 for as many as it likes. */
  readonly requestsPerMinute: number;
  /** Absent where no folder is set: then no backups are written by themselves. */
  readonly backups?: BackupSettings;
  /** How long a server that is told to stop goes on, saying so at `/health`, in seconds. */
  readonly drainSeconds: number;
  /** Absent where no key is set: then nothing is sent to DeepL. */
  readonly deepl?: DeepLSettings;
}

/**
 * Reads the configuration from environment variables: `PORT` (3000), `HOST` (127.0.0.1), `CALQUE_DATA`
 * (the folder `data` where Calque is started), `CALQUE_DATABASE` (the address of a PostgreSQL database; by default the
 * file `calque.db` in that folder), `CALQUE_SHARDS` and `CALQUE_SHARDS_REQUIRED` (0), `CALQUE_REQUESTS_PER_MINUTE` (60000), `CALQUE_DRAIN_SECONDS` (0), `CALQUE_BACKUPS`
 * (the folder of backups; none are written without it), `CALQUE_BACKUP_HOURS` (24), `CALQUE_BACKUPS_KEPT` (7), `CALQUE_URL` (needed
 * where others can reach the host), `CALQUE_TRUSTED_PROXIES`, `CALQUE_OIDC_…`, `DEEPL_AUTH_KEY` and `DEEPL_SERVER_URL`.
 * @throws CalqueError `bad-configuration`, naming the variable
 */
export function readConfig(env: Environment, folder: string): Config {
  const dataFolder = resolve(folder, env['CALQUE_DATA'] || 'data');
  const publicUrl = readPublicUrl(env['CALQUE_URL']);
  return {
    port: readPort(env['PORT'] || '3000'),
    host: readHost(env['HOST'] || '127.0.0.1', publicUrl),
    ...(publicUrl !== undefined && { publicUrl }),
    ...readProxies(env['CALQUE_TRUSTED_PROXIES']),
    ...readOidc(env, publicUrl),
    dataFolder,
    databaseFile: resolve(dataFolder, 'calque.db'),
    ...readDatabase(env['CALQUE_DATABASE']),
    ...readShards(env),
    requestsPerMinute: readCount(env['CALQUE_REQUESTS_PER_MINUTE'] || '60000', 'CALQUE_REQUESTS_PER_MINUTE'),
    ...readBackups(env, folder),
    drainSeconds: readCount(env['CALQUE_DRAIN_SECONDS'] || '0', 'CALQUE_DRAIN_SECONDS'),
    ...readDeepL(env['DEEPL_AUTH_KEY'], env['DEEPL_SERVER_URL']),
  };
}

/** Where people reach the server, without a slash at its end. */
export function addressOf({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  return publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
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

function readBackups(env: Environment, folder: string): Pick<Config, 'backups'> {
  if (!env['CALQUE_BACKUPS']) return {};
  if (env['CALQUE_DATABASE']) {
    const message = 'CALQUE_BACKUPS is for the embedded database; PostgreSQL has its own means, as pg_dump.';
    throw new CalqueError('bad-configuration', message, { where: 'CALQUE_BACKUPS' });
  }
  const positive = (name: string, preset: string): number => {
    const count = readCount(env[name] || preset, name);
    if (count > 0) return count;
    throw new CalqueError('bad-configuration', `${name} is 0; it must be 1 at least.`, { where: name });
  };
  const [hours, kept] = [positive('CALQUE_BACKUP_HOURS', '24'), positive('CALQUE_BACKUPS_KEPT', '7')];
  return { backups: { folder: resolve(folder, env['CALQUE_BACKUPS']), hours, kept } };
}

/** Addresses are not repeated in messages: they may hold passwords. */
function readShards(env: Environment): Pick<Config, 'shards'> {
  const [where, mode] = ['CALQUE_SHARDS', 'CALQUE_SHARDS_REQUIRED'];
  const required = env[mode] || '0';
  if (!/^[01]$/.test(required)) {
    throw new CalqueError('bad-configuration', `${mode} is “${required}”; it must be 0 or 1.`, { where: mode });
  }
  if (!env[where]) return {};
  const refuse = (message: string) => new CalqueError('bad-configuration', message, { where });
  if (!env['CALQUE_DATABASE']) {
    throw refuse(`${where} is set; CALQUE_DATABASE is needed too, the database of everything but the units.`);
  }
  const urls = env[where].split(',').map((url) => url.trim());
  if (urls.length > MOST_SHARDS) throw refuse(`${where} names ${urls.length} databases; ${MOST_SHARDS} is the most.`);
  for (const [at, url] of urls.entries()) {
    if (!isDatabaseAddress(url)) {
      throw refuse(`${where}, number ${at + 1}, must be an address like postgres://user:password@host:5432/database.`);
    }
    if (url === env['CALQUE_DATABASE'] || urls.indexOf(url) < at) {
      throw refuse(`${where}, number ${at + 1}, names a database that is named before.`);
    }
  }
  return { shards: { urls, required: required === '1' } };
}

function isDatabaseAddress(url: string): boolean {
  return /^postgres(ql)?:\/\/./.test(url) && URL.canParse(url);
}

/** The address is not repeated in the message: it may hold a password. */
function readDatabase(url: string | undefined): Pick<Config, 'databaseUrl'> {
  if (!url) return {};
  if (isDatabaseAddress(url)) return { databaseUrl: url };
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

/** A host that others can reach is told under which address they do: cookies and what may ask depend on it. */
function readHost(text: string, publicUrl: string | undefined): string {
  const host = text.toLowerCase().replace(/^\[(.*)\]$/, '$1');
  if (isLoopback(host)) return host;
  if (isIP(host) !== 0 && publicUrl !== undefined) return host;
  throw new CalqueError(
    'bad-configuration',
    `HOST is “${text}”, which others can reach. Calque without accounts listens on a loopback address only: 127.0.0.1, ::1 or localhost. For others, set HOST to an IP address, CALQUE_URL to the address that they open, and make an administrator with \`calque admin create\`.`,
    { where: 'HOST' },
  );
}

function readPublicUrl(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.username === '') {
    return url.origin;
  }
  throw new CalqueError(
    'bad-configuration',
    `CALQUE_URL is “${text}”; it must be the address of the server alone, as https://calque.example.org.`,
    { where: 'CALQUE_URL' },
  );
}

function readProxies(text: string | undefined): Pick<Config, 'trustedProxies'> {
  if (!text) return {};
  const trustedProxies = text.split(',').map((one) => one.trim());
  const wrong = trustedProxies.find((one) => isIP(one.replace(/\/\d{1,3}$/, '')) === 0);
  if (wrong === undefined) return { trustedProxies };
  throw new CalqueError(
    'bad-configuration',
    `CALQUE_TRUSTED_PROXIES names “${wrong}”; it must be IP addresses or networks, with commas between.`,
    { where: 'CALQUE_TRUSTED_PROXIES' },
  );
}

/** Single sign-on: all of its settings, or none. The provider leads back to `CALQUE_URL`, which it must know. */
function readOidc(
  env: Readonly<Record<string, string | undefined>>,
  publicUrl: string | undefined,
): Pick<Config, 'oidc'> {
  const issuer = env['CALQUE_OIDC_ISSUER'];
  if (!issuer) return {};
  const needed = { CALQUE_URL: publicUrl, ...pick(env, 'CALQUE_OIDC_CLIENT_ID', 'CALQUE_OIDC_CLIENT_SECRET') };
  const missing = Object.entries(needed).find(([, value]) => !value)?.[0];
  if (missing !== undefined) {
    throw new CalqueError('bad-configuration', `CALQUE_OIDC_ISSUER is set; ${missing} is needed too.`, {
      where: missing,
    });
  }
  if (!URL.canParse(issuer)) {
    throw new CalqueError('bad-configuration', `CALQUE_OIDC_ISSUER is “${issuer}”; it must be a web address.`, {
      where: 'CALQUE_OIDC_ISSUER',
    });
  }
  const given = env['CALQUE_OIDC_ROLE'];
  const newRole = given ? role.exclude(['administrator']).safeParse(given) : undefined;
  if (newRole?.success === false) {
    throw new CalqueError(
      'bad-configuration',
      `CALQUE_OIDC_ROLE is “${given}”; it must be none, reader, translator or reviewer.`,
      { where: 'CALQUE_OIDC_ROLE' },
    );
  }
  return {
    oidc: {
      name: env['CALQUE_OIDC_NAME'] || 'Single sign-on',
      discoveryUrl: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
      clientId: needed.CALQUE_OIDC_CLIENT_ID ?? '',
      clientSecret: needed.CALQUE_OIDC_CLIENT_SECRET ?? '',
      ...(newRole?.success && { newRole: newRole.data }),
    },
  };
}

function pick<Name extends string>(
  env: Readonly<Record<string, string | undefined>>,
  ...names: readonly Name[]
): Record<Name, string | undefined> {
  return Object.fromEntries(names.map((name) => [name, env[name]])) as Record<Name, string | undefined>;
}

/** Whether a host name or address (in lower case, without brackets or port) is this machine's own loopback. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
