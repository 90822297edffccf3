import type { Command } from './command.ts';

export const serveCommand: Command = {
  summary: 'Serves the editor and the API; --no-starter leaves the starter memory out',
  usage: 'serve [--no-starter]',
  run: (args, { env }, program) => program.serve(args, env),
};
