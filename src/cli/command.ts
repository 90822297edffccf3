import type { Readable, Writable } from 'node:stream';
import type { ParseArgsConfig } from 'node:util';
import { parseArgs } from 'node:util';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Config } from '../config.ts';
import type { JobParts } from '../jobs/kind.ts';
import type { Access } from '../services/access.ts';
import type { Concordance } from '../services/concordance.ts';
import type { Revisions } from '../services/revisions.ts';

/** The parts of an installation that commands work with: those that jobs do, the concordance, Word files for revisers,
 * and who may use it. */
export interface Installation extends JobParts {
  readonly concordance: Concordance;
  readonly accounts: Accounts;
  readonly access: Access;
  readonly revisions: Revisions;
}

/** What the commands are given of the program around them. */
export interface Program {
  /** Opens the configured installation; whoever opens it closes its store. */
  openInstallation(config: Config): Promise<Installation>;
  /** Serves until it is told to stop. @returns the exit status where it could not start */
  serve(args: readonly string[], env: Terminal['env']): Promise<number>;
}

/** What a command reads from and writes to. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folder that paths are relative to. */
  readonly folder: string;
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
}

/** One command of the command line. */
export interface Command {
  /** What it does, in one line. */
  readonly summary: string;
  /** How it is written, without the program's name. */
  readonly usage: string;
  /**
   * Ends when the command has done its work; fails with a `CalqueError` that says why it could not.
   * @returns the exit status
   */
  run(args: readonly string[], terminal: Terminal, program: Program): Promise<number>;
}

/**
 * Reads the options and arguments of a command.
 * @throws CalqueError `usage`, naming what is wrong
 */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CalqueError('usage', sentence((error as Error).message));
  }
}

/** @throws CalqueError `usage` when the option was not given */
export function required(value: string | undefined, option: string): string {
  if (value !== undefined && value !== '') return value;
  throw new CalqueError('usage', `${option} is missing.`, { where: option });
}

/** The only argument, or the error that there are none or too many. */
export function onlyArgument(positionals: readonly string[], what: string): string {
  const [first, second] = positionals;
  if (first === undefined) throw new CalqueError('usage', `${what} is missing.`);
  if (second !== undefined)
    throw new CalqueError('usage', `One ${what} is taken; “${second.slice(0, 60)}” is one too many.`);
  return first;
}

export function writeLine(stream: Writable, line: string): void {
  stream.write(`${line}\n`);
}

/** Node's own sentence about options, which tells of programming after its first. */
function sentence(message: string): string {
  const [first = message] = message.split('. ');
  const hint = first.startsWith('Unknown option') ? ' A text that begins with - goes last, after --.' : '';
  return `${first.replace(/\.$/, '')}.${hint}`;
}
