import { readDocument } from '../../memory/formats/document/read.ts';
import type { ReadDocument } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { plainDocument } from '../../memory/text/plain-document.ts';
import { checkedText } from './texts.ts';

/** A document as it is sent in JSON: a text, or a file of any kind that is read here. */
export type SentDocument = string | { readonly name: string; readonly content: string };

/**
 * Reads a document that was sent.
 * @param name names a text in the errors: `The French text`
 * @param where the field it came in, for the errors
 * @throws CalqueError as `checkedText` does for a text, as `readDocument` does for a file
 */
export async function readSent(sent: SentDocument, name: string, where: string): Promise<ReadDocument> {
  if (typeof sent === 'string') return pastedDocument(sent, name, where);
  return readFrom({ name: sent.name, bytes: Buffer.from(sent.content, 'base64') }, where);
}

/** Reads both versions of an article that was sent, whatever was sent with them. @throws CalqueError as {@link readSent} */
export async function readPair<T extends { readonly fr: SentDocument; readonly en: SentDocument }>(
  sent: T,
): Promise<Omit<T, 'fr' | 'en'> & { readonly fr: ReadDocument; readonly en: ReadDocument }> {
  const fr = await readSent(sent.fr, 'The French text', 'fr');
  return { ...sent, fr, en: await readSent(sent.en, 'The English text', 'en') };
}

/** A text that was pasted or sent, as a document. @throws CalqueError as `checkedText` does */
export function pastedDocument(text: string, name: string, where: string): ReadDocument {
  return plainDocument(checkedText(text, name, where), name);
}

/**
 * Reads a file that came in a field.
 * @throws CalqueError as `readDocument` does, with the field as `where`
 */
export async function readFrom(
  file: { readonly name: string; readonly bytes: Uint8Array },
  where: string,
): Promise<ReadDocument> {
  try {
    return await readDocument(file.bytes, file.name);
  } catch (error) {
    if (error instanceof CalqueError)
      throw new CalqueError(error.code, error.message, { ...error.details, where }, { cause: error });
    throw error;
  }
}
