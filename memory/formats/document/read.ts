import type { ReadDocument } from '../../model/document.ts';
import { formatOf } from './kind.ts';
import { readPlain } from './plain.ts';

/**
 * Reads a document from a file of any kind that is read here. What a kind needs to be read is loaded when the first file of that kind
 * comes.
 * @param name the file's name, for the errors; its ending is held against the content
 */
export async function readDocument(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  switch (formatOf(bytes, name)) {
    case 'text':
      return readPlain(bytes, name);
    case 'markdown':
      return (await import('./markdown.ts')).readMarkdown(bytes, name);
    case 'html':
      return (await import('./html/page.ts')).readPage(bytes, name);
    case 'docx':
      return (await import('./office/docx.ts')).readDocx(bytes, name);
    case 'odt':
      return (await import('./office/odt.ts')).readOdt(bytes, name);
    case 'pdf':
      return (await import('./pdf/read.ts')).readPdf(bytes, name);
  }
}
