import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../../src/config.ts';
import { openContext } from '../../../src/context.ts';
import type { Shell } from '../../support/terminal.ts';
import { newShell } from '../../support/terminal.ts';

let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
  const { store } = await openContext(readConfig({}, shell.folder));
  const actor = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };
  const pair = (fr: string, en: string) =>
    ({
      fr: { language: 'fr', content: [fr] },
      en: { language: 'en', content: [en] },
      origin: { kind: 'human' },
      status: 'confirmed',
    }) as const;
  const { id: staging } = await store.createMemory({ name: 'Staging', penalty: 3 }, actor);
  const { id: master } = await store.createMemory({ name: 'Master' }, actor);
  await store.addUnits(
    staging,
    [
      pair('Le port est ouvert.', 'The harbor is open.'),
      pair('Le port est fermé.', 'The harbor is closed.'),
      pair('Il y a 12 quais.', 'There are 21 quays.'),
    ],
    actor,
  );
  await store.addUnits(master, [pair('Le port est ouvert.', 'The port is open.')], actor);
  await store.close();
});
afterAll(() => shell.remove());

describe('the commands for memories', () => {
  it('list them with what they are worth', async () => {
    expect((await shell.run(['memories'])).out).toContain('3\tStaging\tpriority 0, penalty 3\n');
    expect(JSON.parse((await shell.run(['memories', '--json'])).out)).toMatchObject([
      { name: 'Master' },
      { penalty: 3 },
    ]);
  });

  it('find what is likely to be wrong, and say so by their status', async () => {
    const { status, out } = await shell.run(['health', '--memory', 'Staging']);
    expect([status, out]).toEqual([1, expect.stringMatching(/1\tnumbers\n\tunit \d+: 12, 21/)]);
    expect(await shell.run(['health', '--memory', 'Master'])).toMatchObject({
      status: 0,
      out: 'Nothing was found in 1 units.\n',
    });
  });

  it('show what replacing would change, do it when told to, and take it back', async () => {
    const wish = ['replace', 'harbor', 'harbour', '--memory', 'Staging', '--side', 'en', '--fr', 'ouvert'];
    const shown = await shell.run(wish);
    expect(shown.out).toMatch(
      /unit \d+ en - The harbor is open\.\nunit \d+ en \+ The harbour is open\.\n1 units would change/,
    );
    const done = await shell.run([...wish, '--yes']);
    expect(done.out).toMatch(/^1 units were changed\. `calque undo 1`/);
    expect((await shell.run([...wish])).out).toContain('0 units would change');
    expect((await shell.run(['undo', '1'])).out).toBe('1 units are as they were, 0 were changed since.\n');
    expect((await shell.run([...wish])).out).toContain('1 units would change');
  });

  it('show how units differ from a master, and promote them', async () => {
    const wish = ['promote', '--memory', 'Staging', '--into', 'Master', '--mode', 'skip', '--text', 'harbor'];
    const { out } = await shell.run(wish);
    expect(out).toMatch(
      /differs\tunit \d+: Le port est ouvert\. \| The harbor is open\.\n\tunit \d+: The port is open\.\nnew\t/,
    );
    expect((await shell.run([...wish, '--yes'])).out).toContain('1 units went to “Master”, 0 it had, 1 were left out.');
  });

  it('find terms for a termbase', async () => {
    const { out } = await shell.run(['extract-terms', '--memory', 'Staging', '--termbase', 'Desk']);
    expect(out).toMatch(/\d+ %\t2\tport\tharbor\n1 pairs in 3 units wait for a decision in “Desk”\./);
  });

  it.each([
    [['replace', 'a'], /FIND and REPLACEMENT/],
    [['replace', 'a', 'b', '--memory', 'Staging', '--side', 'both', '--status', 'best'], /--status must be one of/],
    [['replace', 'a', 'b', '--memory', 'Staging', '--published-from', 'May'], /--published-from must be written/],
    [['replace', 'a', 'b'], /--memory is missing/],
    [['promote', '--memory', 'Staging', '--into', 'Staging'], /not promoted into itself/],
    [['promote', '--memory', 'Staging', '--into', 'Master', '--mode', 'x'], /--mode is one of/],
    [['undo', 'last'], /number of a change/],
  ] as const)('%s is used wrongly', async (args, message) => {
    const { status, err } = await shell.run(args);
    expect([status, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
