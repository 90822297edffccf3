import { type BuildFailure, formatMessages } from 'esbuild';
import { MissingEntriesError } from './entries.ts';

/** What went wrong in a build, for a person: file, line and excerpt where esbuild knows them. */
export async function describeFailure(error: unknown): Promise<string> {
  if (isBuildFailure(error)) {
    const color = process.stderr.isTTY === true;
    return (await formatMessages(error.errors, { kind: 'error', color })).join('').trimEnd();
  }
  if (error instanceof MissingEntriesError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}
