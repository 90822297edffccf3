import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newShell, type Shell } from '../../support/terminal.ts';

const PASSWORD = 'a calm sea and a prosperous voyage';
let shell: Shell;
beforeAll(async () => {
  shell = await newShell();
});
afterAll(() => shell?.remove());

describe('calque admin', () => {
  it('makes an administrator of what stands on standard input, and lists who there is', async () => {
    const made = await shell.run(['admin', 'create'], `Ada\nada@example.org\n${PASSWORD}\n`);
    expect(made).toMatchObject({ status: 0, out: 'Ada <ada@example.org> is there, as administrator.\n' });
    await shell.run(
      ['admin', 'create', '--name', 'Tim', '--email', 'Tim@Example.org', '--role', 'translator'],
      PASSWORD,
    );
    const { out } = await shell.run(['admin', 'list']);
    expect(out).toBe('Ada <ada@example.org>  administrator\nTim <tim@example.org>  translator\n');
    expect(out).not.toContain(PASSWORD);
  });

  it.each([
    [['--name', 'Ada', '--email', 'other@example.org'], PASSWORD, 1, /The name “Ada” is taken/],
    [['--name', 'Eve', '--email', 'ada@example.org'], PASSWORD, 1, /ada@example.org is taken/],
    [['--name', 'Eve', '--email', 'eve'], PASSWORD, 2, /no e-mail address/],
    [['--name', 'local', '--email', 'eve@example.org'], PASSWORD, 1, /is taken/],
    [['--name', 'Eve', '--email', 'eve@example.org'], 'short', 1, /12 to 200 characters/],
    [['--name', 'Eve', '--email', 'eve@example.org'], 'aaaaaaaaaaaaaaaa', 1, /guessed at once/],
    [['--name', 'Eve', '--email', 'eve@example.org'], '', 2, /Password is missing/],
    [['--name', 'Eve', '--role', 'king'], PASSWORD, 2, /--role is one of/],
    [['--password', PASSWORD], '', 2, /--password/],
  ] as const)('refuses %j', async (options, input, status, sentence) => {
    const ran = await shell.run(['admin', 'create', ...options], input);
    expect(ran.status).toBe(status);
    expect(ran.err).toMatch(sentence);
    expect((await shell.run(['admin', 'list'])).out.split('\n')).toHaveLength(3);
  });

  it('leaves somebody who can administer', async () => {
    const { status, err } = await shell.run(['admin', 'disable', 'Ada']);
    expect(status).toBe(1);
    expect(err).toContain('Ada is the only administrator');
    expect((await shell.run(['admin', 'disable', 'tim@example.org'])).status).toBe(0);
    expect((await shell.run(['admin', 'list'])).out).toContain('translator, disabled');
    expect((await shell.run(['admin', 'enable', 'Tim'])).status).toBe(0);
  });

  it('shows a key once, under which an assistant is let in, until it is revoked', async () => {
    const ask = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'ping' });
    expect((await shell.run(['mcp'], ask)).err).toContain('CALQUE_API_KEY');
    const made = await shell.run(['admin', 'create-key', 'Ada', '--name', 'Assistant']);
    expect(made.out).toMatch(/^calque_[\w-]{43}\n$/);
    const listed = await shell.run(['admin', 'list-keys']);
    expect(JSON.parse(listed.out)).toMatchObject({ name: 'Assistant', role: 'reader', start: made.out.slice(0, 13) });
    expect((await shell.run(['admin', 'revoke-key', '1'])).status).toBe(0);
    expect((await shell.run(['admin', 'list-keys'])).out).toContain('revokedAt');
  });

  it('gives rights in a memory, and says what is not there', async () => {
    const nowhere = await shell.run(['admin', 'set-right', 'Tim', '--memory', 'Sport', '--role', 'reader']);
    expect(nowhere).toMatchObject({ status: 1, err: expect.stringContaining('There is no memory “Sport”') });
    expect((await shell.run(['admin', 'set-right', 'Tim', '--role', 'reader'])).status).toBe(2);
  });
});
