import { validateFile } from '../../memory/formats/validate/file.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Command } from './command.ts';
import { readArguments, writeLine } from './command.ts';
import { givenSource } from './installation.ts';

export const validateCommand: Command = {
  summary:
    'Checks XLIFF, TMX and TBX files and names each fault with its line and column; exits with 1 when there is any',
  usage: 'validate FILE… [--json]',
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, { json: { type: 'boolean' } });
    if (positionals.length === 0) throw new CalqueError('usage', 'FILE is missing.');
    let invalid = 0;
    for (const file of positionals) {
      const faults = await validateFile(await givenSource(file, terminal));
      if (faults.length > 0) invalid++;
      for (const { line, column, message } of faults) {
        const text = values.json
          ? JSON.stringify({ file, line, column, message })
          : `${file}:${line}:${column}: ${message}`;
        writeLine(terminal.stdout, text);
      }
    }
    return invalid === 0 ? 0 : 1;
  },
};
