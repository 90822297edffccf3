import { spawn } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { createClient } from '../../src/contract/client.ts';
import { scratchDatabase } from '../support/database.ts';
import { runSql } from '../support/postgres.ts';
import { installationIn, ON_POSTGRES, startServer } from '../support/server.ts';
import { skipUnless } from '../support/skip.ts';

const EMBEDDED = skipUnless(!ON_POSTGRES, 'is of the embedded database');

const MAIN = join(PROJECT_ROOT, 'dist', 'main.js');
const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'calque-start-'));
  folders.push(folder);
  return folder;
}

/** Starts the server where it is to fail; gives the exit status and what it says. */
async function failToStart(env: Record<string, string>, args: readonly string[] = [], user?: number) {
  const child = spawn(process.execPath, [MAIN, '--no-starter', ...args], {
    env: { ...process.env, PORT: '0', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(user !== undefined && { uid: user, gid: user }),
  });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const said = await text(child.stderr);
  return { status: await ended, said };
}

describe('the server', () => {
  it('loads the starter memory at its first start and only then', async () => {
    const data = await newFolder();
    const first = await startServer({ data, starter: true });
    const { items } = await createClient(first.url)('listMemories', {});
    const starter = items.find(({ name }) => name === 'Starter');
    expect(starter?.unitCount).toBeGreaterThanOrEqual(80);
    await createClient(first.url)('deleteMemory', { params: { id: starter?.id ?? 0 } });
    await first.stop();

    const second = await startServer({ data, starter: true });
    expect((await createClient(second.url)('listMemories', {})).items.map(({ name }) => name)).toEqual(['News']);
    await second.stop();
  });

  it('starts empty without the starter memory, in a folder it makes', async () => {
    const data = join(await newFolder(), 'new', 'folder');
    const server = await startServer({ data });
    expect((await createClient(server.url)('listMemories', {})).items).toEqual([]);
    await server.stop();
    expect(existsSync(join(data, 'calque.db'))).toBe(!ON_POSTGRES);
  });

  it('says that its port is taken', async () => {
    const server = await startServer();
    const { port } = new URL(server.url);
    const { status, said } = await failToStart({ ...(await installationIn(await newFolder())), PORT: port });
    await server.stop();
    expect(said).toMatch(new RegExp(`^calque: Port ${port} of 127\\.0\\.0\\.1 is taken\\.[^\\n]*\\n$`));
    expect(status).toBe(1);
  });

  it.each([
    ['PORT', '70000', /PORT is “70000”/],
    ['PORT', 'abc', /PORT is “abc”/],
    ['HOST', '0.0.0.0', /HOST is “0\.0\.0\.0”, which others can reach/],
  ])('says that %s=%s is wrong', async (name, value, sentence) => {
    const { status, said } = await failToStart({ CALQUE_DATA: await newFolder(), [name]: value });
    expect(said).toMatch(sentence);
    expect(status).toBe(2);
  });

  it('refuses an option it does not know', async () => {
    const { status, said } = await failToStart({ CALQUE_DATA: await newFolder() }, ['--no-startr']);
    expect(said).toContain('--no-startr');
    expect(status).toBe(2);
  });

  it('leaves a database of a newer version alone', async () => {
    const data = await newFolder();
    await (await startServer({ data })).stop();
    const installation = await installationIn(data);
    const { CALQUE_DATABASE: url } = installation;
    if (url !== undefined) await runSql(url, 'UPDATE calque_schema SET version = 9999');
    else {
      const database = new Database(join(data, 'calque.db'));
      database.pragma('user_version = 9999');
      database.close();
    }
    const { status, said } = await failToStart(installation);
    const file = join(data, 'calque.db').replaceAll('.', '\\.');
    expect(said).toMatch(
      new RegExp(`^calque: ${url ? '' : `${file}: `}The database \\S.* was made by a newer version of Calque .+\\n$`),
    );
    expect(status).toBe(1);
  });

  it('leaves a file alone that is no Calque database', EMBEDDED, async () => {
    const data = await newFolder();
    await writeFile(join(data, 'calque.db'), 'These are the notes of the harbour master.\n'.repeat(50));
    const { status, said } = await failToStart({ CALQUE_DATA: data });
    expect(said).toMatch(/calque\.db/);
    expect(status).toBe(1);
  });

  it('says that a PostgreSQL database is away, refuses it, or is another application’s, and nothing of passwords', async () => {
    const elsewhere = (change: Partial<URL>) => Object.assign(new URL(inject('postgres').url), change).href;
    const foreign = await scratchDatabase();
    await runSql(foreign, 'CREATE TABLE notes (text text)');
    const cases = [
      [elsewhere({ port: '1' }), 'does not answer: nothing listens at its address'],
      [elsewhere({ password: 'mistaken' }), 'refuses this user or password'],
      [foreign, 'belongs to another application'],
    ] as const;
    const CALQUE_DATA = await newFolder();
    for (const [url, what] of cases) {
      const { status, said } = await failToStart({ CALQUE_DATA, CALQUE_DATABASE: url });
      expect(said).toMatch(new RegExp(`^calque: The database \\w+ at \\S+ ${what}\\.\\n$`));
      expect(status).toBe(1);
    }
  });

  it('says that a data folder is a file', async () => {
    const file = join(await newFolder(), 'notes');
    await writeFile(file, 'notes');
    const { status, said } = await failToStart({ ...(await installationIn(await newFolder())), CALQUE_DATA: file });
    expect(said).toContain(file);
    expect(status).toBe(1);
  });

  const isRoot = process.getuid?.() === 0;
  const NOBODY = 65_534;

  it(
    'says that a data folder is read-only',
    ON_POSTGRES ? EMBEDDED : skipUnless(isRoot, 'another user is needed, which only root can become'),
    async ({ skip }) => {
      const folder = await newFolder();
      await (await startServer({ data: folder })).stop();
      chmodSync(folder, 0o755);
      const { status, said } = await failToStart({ CALQUE_DATA: folder }, [], NOBODY);
      if (said.includes('EACCES') && said.includes(PROJECT_ROOT))
        skip('the project lies in a folder that other users cannot read');
      expect(said).toMatch(/^calque: .*calque\.db cannot be written to: .+\.\n$/);
      expect(status).toBe(1);
    },
  );
});
