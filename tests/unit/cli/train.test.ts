import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixturePath } from '../../support/fixtures.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
  const pair = ['--fr', fixturePath('articles/harbour.fr.txt'), '--en', fixturePath('articles/harbour.en.txt')];
  await shell.run(['import-article', ...pair, '--memory', 'Harbour']);
});
afterAll(() => shell.remove());

describe('calque train', () => {
  it('says how much was learnt from how many units', async () => {
    const { status, out } = await shell.run(['train']);
    expect(status).toBe(0);
    expect(out).toMatch(/^\d+ pairs of words were learnt from \d+ units\.\n$/);
  });

  it('says how far it is and what it did in JSON lines, from the memories that are named', async () => {
    const { out } = await shell.run(['train', '--memory', 'Harbour', '--json']);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    const last = lines.at(-1);
    expect(lines.at(-2)?.progress.done).toBe(lines.at(-2)?.progress.total);
    expect(last.units).toBeGreaterThan(5);
    expect(last.pairs).toBeGreaterThan(0);
  });

  it('refuses a memory that is not there', async () => {
    const { status, err } = await shell.run(['train', '--memory', 'Nowhere']);
    expect(status).toBe(1);
    expect(err).toMatch(/no memory “Nowhere”/);
  });
});
