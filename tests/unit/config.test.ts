import { describe, expect, it } from 'vitest';
import { isLoopback, readConfig } from '../../src/config.ts';

describe('readConfig', () => {
  it('has defaults, in the folder it is started from', () => {
    const config = {
      port: 3000,
      host: '127.0.0.1',
      dataFolder: '/work/data',
      databaseFile: '/work/data/calque.db',
      requestsPerMinute: 60_000,
      drainSeconds: 0,
    };
    expect(readConfig({}, '/work')).toEqual(config);
    expect(readConfig({ PORT: '', HOST: '', CALQUE_DATA: '' }, '/work')).toEqual(config);
  });

  it('takes a data folder relative to where it is started, or absolute', () => {
    expect(readConfig({ CALQUE_DATA: '../memories' }, '/work/here').dataFolder).toBe('/work/memories');
    expect(readConfig({ CALQUE_DATA: '/memories' }, '/work').databaseFile).toBe('/memories/calque.db');
  });

  it('takes the address of a database, and does not repeat a wrong one, which may hold a password', () => {
    const databaseUrl = 'postgres://calque:secret@db.example:5432/calque';
    expect(readConfig({ CALQUE_DATABASE: databaseUrl }, '/')).toMatchObject({ databaseUrl });
    const wrong = () => readConfig({ CALQUE_DATABASE: 'postgresql:calque:secret' }, '/');
    expect(wrong).toThrow(expect.not.objectContaining({ message: expect.stringContaining('secret') }));
  });

  it('takes the addresses of further databases, each once', () => {
    const CALQUE_DATABASE = 'postgres://db0/calque';
    const shards = (CALQUE_SHARDS: string) => () => readConfig({ CALQUE_DATABASE, CALQUE_SHARDS }, '/').shards;
    const urls = ['postgres://db1/units', 'postgres://db2/units'];
    expect(shards(urls.join(', '))()).toEqual({ urls, required: false });
    const refused = (says: string) =>
      expect.objectContaining({ details: { where: 'CALQUE_SHARDS' }, message: expect.stringContaining(says) });
    expect(shards('postgres://db1/units,units')).toThrow(refused('number 2, must be'));
    expect(shards('postgres://db1/units,postgres://db0/calque')).toThrow(refused('number 2, names'));
    expect(shards(`${urls.join(',')},${urls[0]}`)).toThrow(refused('number 3, names'));
    const many = Array.from({ length: 65 }, (_, place) => `postgres://db${place}/units`);
    expect(shards(many.join(','))).toThrow(refused('64 is the most'));
  });

  it.each([
    ['LocalHost', 'localhost'],
    ['[::1]', '::1'],
    ['127.0.0.2', '127.0.0.2'],
  ])('listens on %s', (given, host) => {
    expect(readConfig({ HOST: given }, '/').host).toBe(host);
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3000.0'],
    ['PORT', '0x10'],
    ['HOST', '0.0.0.0'],
    ['HOST', '::'],
    ['HOST', '127.0.0.1.example.org'],
    ['DEEPL_SERVER_URL', 'deepl'],
    ['CALQUE_DATABASE', 'calque.db'],
    ['CALQUE_DATABASE', 'mysql://localhost/calque'],
    ['CALQUE_SHARDS', 'postgres://db1/units'],
    ['CALQUE_SHARDS_REQUIRED', 'yes'],
  ])('refuses %s=%s and names it', (name, value) => {
    expect(() => readConfig({ DEEPL_AUTH_KEY: 'key', [name]: value }, '/')).toThrow(
      expect.objectContaining({ code: 'bad-configuration', details: { where: name } }),
    );
  });
});

describe('isLoopback', () => {
  it.each(['localhost', '::1', '127.0.0.1', '127.1.2.3'])('%s is', (host) => {
    expect(isLoopback(host)).toBe(true);
  });
  it.each(['', '127.999.0.1', '128.0.0.1', 'localhost.example', '::', '127.0.0.1:80'])('“%s” is not', (host) => {
    expect(isLoopback(host)).toBe(false);
  });
});
