import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CalqueError } from '../../memory/model/errors.ts';
import { exportQuery } from '../contract/transfers.ts';
import { wording } from '../contract/wording.ts';
import { fileError } from '../files.ts';
import { exportWanted } from '../services/exports.ts';
import type { Command } from './command.ts';
import { readArguments } from './command.ts';
import { withInstallation } from './installation.ts';

const text = { type: 'string' } as const;

export const exportCommand: Command = {
  summary:
    'Writes a project as XLIFF, TMX or text, a document as the file it came as with its targets (original), a memory as TMX or a table, or a termbase as TBX or a table, to a file or standard output',
  usage:
    'export --format original|xliff|xliff2|json|tmx|tbx|tbx3|csv|tsv|xlsx|text|revision (--project ID [--document ID] | --memory NAME | --termbase NAME) [--level 1|2] [--convention trados|memoq] [--no-candidates] [--fuzzy 50–99] [--machine] [--tool omegat] [--out FILE]',
  async run(args, terminal, program) {
    const { values } = readArguments(args, {
      format: text,
      project: text,
      document: text,
      memory: text,
      termbase: text,
      level: text,
      convention: text,
      fuzzy: text,
      machine: { type: 'boolean' },
      tool: text,
      out: text,
      'no-candidates': { type: 'boolean' },
    });
    await withInstallation(terminal, program, async ({ store, transfers }) => {
      const memory = values.memory === undefined ? undefined : await store.findMemory(values.memory);
      if (values.memory !== undefined && !memory) {
        throw new CalqueError('not-found', `There is no memory “${values.memory}”.`, { where: '--memory' });
      }
      const termbase = values.termbase === undefined ? undefined : await store.findTermbase(values.termbase);
      if (values.termbase !== undefined && !termbase) {
        throw new CalqueError('not-found', `There is no termbase “${values.termbase}”.`, { where: '--termbase' });
      }
      const { format, project: projectId, document, level, convention, fuzzy, tool } = values;
      const ids = { project: projectId, document, memory: memory?.id, termbase: termbase?.id };
      const stated = { format, level, convention, fuzzy, tool, ...ids };
      const query = exportQuery.safeParse(
        {
          ...Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined)),
          candidates: values['no-candidates'] ? 'no' : 'yes',
          machine: values.machine ? 'yes' : 'no',
        },
        { error: wording },
      );
      if (!query.success) {
        const [issue] = query.error.issues;
        throw new CalqueError('usage', `--${issue?.path.join('.')} ${issue?.message}.`, {
          where: `--${issue?.path[0]?.toString()}`,
        });
      }
      const { body } = await exportWanted(transfers, query.data);
      const pieces = Readable.from(body instanceof Uint8Array ? [body] : body);
      if (values.out === undefined) return pipeline(pieces, terminal.stdout, { end: false });
      const path = resolve(terminal.folder, values.out);
      try {
        await pipeline(pieces, createWriteStream(path));
      } catch (error) {
        throw fileError(error, values.out, 'read-only-database');
      }
    });
    return 0;
  },
};
