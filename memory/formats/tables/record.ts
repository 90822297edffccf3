import { CalqueError } from '../../model/errors.ts';

/** A row of a table and the line it begins on. */
export interface TableRecord {
  readonly line: number;
  readonly fields: readonly string[];
}

/** The longest field taken, in UTF-16 units; a quote that is never closed ends there. */
export const LONGEST_FIELD = 1_000_000;

/** @param line where the field begins */
export function fieldTooLong(name: string, line: number): CalqueError {
  const message = `${name}: a field that begins on line ${line} is longer than ${LONGEST_FIELD} characters.`;
  return new CalqueError('line-too-long', message, { where: name, line });
}
