import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startServer } from '../../support/server.ts';

/** Answers with what it was started with, on the terms that Calque's server keeps. */
const SERVER = `
import { createServer } from 'node:http';
const server = createServer((_request, response) => {
  response.end(JSON.stringify({ args: process.argv.slice(2), data: process.env.CALQUE_DATA, extra: process.env.EXTRA }));
});
server.listen(Number(process.env.PORT), process.env.HOST, () => {
  console.error('starting');
  console.log('Calque is at http://127.0.0.1:' + server.address().port);
});
process.on('SIGTERM', () => { server.closeAllConnections(); server.close(); });
`;

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calque-program-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('startServer', () => {
  it('starts a program with a data folder of its own, and takes both away again', async () => {
    const server = await startServer({ program: await write(SERVER), env: { EXTRA: 'more' } });
    const answer = await (await fetch(server.url)).json();
    expect(answer).toEqual({ args: ['--no-starter'], data: server.data, extra: 'more' });
    expect(existsSync(server.data)).toBe(true);
    expect(server.errors()).toBe('starting\n');
    await server.stop();
    expect(existsSync(server.data)).toBe(false);
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('keeps a data folder that it was given, and can load the starter memory', async () => {
    const server = await startServer({ program: await write(SERVER), data: folder, starter: true });
    const answer = await (await fetch(server.url)).json();
    await server.stop('SIGKILL');
    expect(answer).toMatchObject({ args: [], data: folder });
    expect(existsSync(folder)).toBe(true);
  });

  it('says what a program wrote that ends before it serves', async () => {
    const program = await write("console.error('calque: Port 1 is taken.'); process.exitCode = 1;");
    await expect(startServer({ program })).rejects.toThrow(/ended with status 1 [\s\S]*Port 1 is taken/);
  });
});

async function write(program: string): Promise<string> {
  const path = join(folder, 'program.mjs');
  await writeFile(path, program);
  return path;
}
