import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROJECT_ROOT } from '../../src/build/root.ts';
import { installationIn } from '../support/server.ts';

let data: string;
let installation: Readonly<Record<string, string>>;
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'calque-pipes-'));
  installation = await installationIn(data);
});
afterAll(() => rm(data, { recursive: true, force: true }));

function start(args: readonly string[]) {
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'dist', 'cli.js'), ...args], {
    env: { ...process.env, ...installation },
  });
  // The other end may be gone: that is what is tried here.
  child.stdin.on('error', () => undefined);
  return { child, said: text(child.stderr), ended: new Promise<number | null>((done) => child.once('close', done)) };
}

describe('a command in a pipe', () => {
  it('ends in silence when nobody reads on', async () => {
    const { child, said, ended } = start(['lookup', '-', '--from', 'fr', '--to', 'en']);
    child.stdin.end('Les négociations ont été rompues.\n'.repeat(20_000));
    child.stdout.once('data', () => child.stdout.destroy());
    expect(await ended).toBe(0);
    expect(await said).toBe('');
  });

  it('reads a text from standard input, names it so, and says which encoding it took it for', async () => {
    const { child, said, ended } = start(['segment', '-', '--language', 'fr']);
    child.stdin.end(Buffer.from('Le port a été fermé.', 'latin1'));
    expect(await ended).toBe(0);
    expect(await said).toMatch(/^calque: Standard input .* was read as Windows-1252\..*“Le port a été fermé\.”/);
  });

  it('refuses bytes that are text in no encoding it knows', async () => {
    const { child, said, ended } = start(['segment', '-', '--language', 'fr']);
    child.stdin.end(Buffer.from([0x4c, 0x65, 0x20, 0x81, 0x8d, 0x90]));
    expect(await ended).toBe(1);
    expect(await said).toMatch(/^calque: Standard input is not in UTF-8: the byte 0x81 at offset 3, line 1/);
  });

  it('does not take both sides of an article from one input', async () => {
    const { child, said, ended } = start(['import-article', '--fr', '-', '--en', '-']);
    child.stdin.end('Oui.');
    expect(await ended).toBe(2);
    expect(await said).toMatch(/^calque: Standard input can be one of the two texts, not both\.\nusage: /);
  });
});
