import { readDocument } from '../../memory/formats/document/read.ts';
import type { ReadDocument } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { plainDocument } from '../../memory/text/plain-document.ts';
import { checkedText } from './texts.ts';

/** A document that is to be read: a text that was pasted or sent, or a file of any kind that is read here. */
export type GivenDocument = {
  /** Names it in errors: `The French text`, `port.fr.html`. */
  readonly name: string;
  /** The field or option it came in, for the errors. */
  readonly where: string;
} & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** A document as it is sent in JSON: a text, or a file in base64. */
export type SentDocument = string | { readonly name: string; readonly content: string };

/** @param name names a text in the errors */
export function sentDocument(sent: SentDocument, name: string, where: string): GivenDocument {
  if (typeof sent === 'string') return { name, where, text: sent };
  return { name: sent.name, where, bytes: Buffer.from(sent.content, 'base64') };
}

/** Both versions of an article that was sent, beside whatever was sent with them. */
export function sentPair<T extends { readonly fr: SentDocument; readonly en: SentDocument }>(
  sent: T,
): Omit<T, 'fr' | 'en'> & { readonly fr: GivenDocument; readonly en: GivenDocument } {
  const { fr, en, ...rest } = sent;
  return { ...rest, fr: sentDocument(fr, 'The French text', 'fr'), en: sentDocument(en, 'The English text', 'en') };
}

/**
 * Reads a document here, in this thread.
 * @throws CalqueError as `checkedText` does for a text, as `readDocument` does for a file, with the field as `where`
 */
export async function readHere(given: GivenDocument): Promise<ReadDocument> {
  const { name, where } = given;
  if ('text' in given) return plainDocument(checkedText(given.text, name, where), name);
  try {
    return await readDocument(given.bytes, name);
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    throw new CalqueError(error.code, error.message, { ...error.details, where }, { cause: error });
  }
}
