import { once } from 'node:events';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Caller } from '../services/caller.ts';
import { ALONE, personCaller } from '../services/caller.ts';
import { VERSION } from '../version.ts';
import type { Command } from './command.ts';
import { readArguments } from './command.ts';
import { withInstallation } from './installation.ts';

export const mcpCommand: Command = {
  summary: 'Speaks the Model Context Protocol on standard input and output, for assistants that look translations up',
  usage: 'mcp',
  async run(args, terminal, program) {
    readArguments(args, {});
    const { stdin, stdout } = terminal;
    const [{ StdioServerTransport }, { createMcpServer }] = await Promise.all([
      import('@modelcontextprotocol/sdk/server/stdio.js'),
      import('../mcp/tools.ts'),
    ]);
    await withInstallation(terminal, program, async (installation) => {
      const caller = await callerAt(installation.accounts, terminal.env['CALQUE_API_KEY']);
      const server = createMcpServer({ ...installation, caller, clock: Date.now, version: VERSION });
      const ended = once(stdin, 'end');
      await server.connect(new StdioServerTransport(stdin, stdout));
      await ended;
      await server.close();
    });
    return 0;
  },
};

/**
 * Whom the assistant acts for: whose key it was given, where there are accounts.
 * @throws CalqueError `not-signed-in`
 */
async function callerAt({ people, keys, rights }: Accounts, key: string | undefined): Promise<Caller> {
  if (!key && !(await people.any())) return ALONE;
  const used = key ? await keys.use(key, new Date().toISOString()) : undefined;
  if (used) return personCaller(used.person, await rights.of(used.person.id), { key: used.key });
  throw new CalqueError(
    'not-signed-in',
    key
      ? 'The key in CALQUE_API_KEY is not known, has expired, or was revoked.'
      : 'This installation has accounts: give the assistant an API key in CALQUE_API_KEY.',
    { where: 'CALQUE_API_KEY' },
  );
}
