import { readDocument } from '../../../../memory/formats/document/read.ts';
import type { ReadDocument } from '../../../../memory/model/document.ts';
import { CalqueError } from '../../../../memory/model/errors.ts';

/** The blocks of a document, each as `kind text`, with the level of headings. */
export function blocksOf({ text, blocks }: ReadDocument): readonly string[] {
  return blocks.map(({ kind, level = '', start, end }) => `${kind}${level} ${text.slice(start, end)}`);
}

export function read(content: string | Uint8Array, name: string): Promise<ReadDocument> {
  return readDocument(typeof content === 'string' ? new TextEncoder().encode(content) : content, name);
}

/** The error that reading must end with. */
export async function errorOf(reading: Promise<unknown>): Promise<CalqueError> {
  const error = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof CalqueError) return error;
  throw error ?? new Error('it did not fail as it should');
}
