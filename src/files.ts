import { isAbsolute } from 'node:path';
import type { ErrorCode } from '../memory/model/errors.ts';
import { CalqueError } from '../memory/model/errors.ts';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  EROFS: 'it lies on a read-only file system',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  EEXIST: 'a file stands in its place',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
};

/** What there is no room for; a quota is a disk of one's own. */
const FULL = ['ENOSPC', 'EDQUOT'];

/** An error of the file system as one for people, naming the file; of a full disk, `database-full` whatever the file. */
export function fileError(error: unknown, path: string, code: ErrorCode = 'file-unreadable'): CalqueError {
  const errno = (error as NodeJS.ErrnoException).code ?? '';
  const isFull = FULL.includes(errno);
  const verb = code === 'file-unreadable' && !isFull ? 'read' : 'written to';
  return new CalqueError(
    isFull ? 'database-full' : code,
    `${path} cannot be ${verb}: ${REASONS[errno] ?? errno}.`,
    { where: path },
    { cause: error },
  );
}

/**
 * Does what writes a file.
 * @throws CalqueError of the work; what the file system refuses as {@link fileError} of the path
 */
export function writing<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof CalqueError ? error : fileError(error, path, 'read-only-database');
  }
}

/** An error for a terminal, with the path of the file it is about where its sentence has only the name. */
export function terminalSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const path = error instanceof CalqueError ? error.details.where : undefined;
  return path !== undefined && isAbsolute(path) && !message.includes(path) ? `${path}: ${message}` : message;
}
