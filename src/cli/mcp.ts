import { once } from 'node:events';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { createMcpServer } from '../mcp/tools.ts';
import { actorAt } from '../services/clock.ts';
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
    await withInstallation(terminal, program, async (installation) => {
      const server = createMcpServer({ ...installation, actor: () => actorAt(Date.now), version: VERSION });
      const ended = once(stdin, 'end');
      await server.connect(new StdioServerTransport(stdin, stdout));
      await ended;
      await server.close();
    });
    return 0;
  },
};
