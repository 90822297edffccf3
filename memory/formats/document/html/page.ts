import { parseHTML } from 'linkedom';
import type { ReadDocument, ReadingWarning } from '../../../model/document.ts';
import { CalqueError } from '../../../model/errors.ts';
import { layOut } from '../blocks.ts';
import { decodeDocument } from '../encoding.ts';
import { articleBlocks } from './article.ts';
import { refuseHtmlBomb } from './bounds.ts';
import { pageDetails } from './metadata.ts';
import { blocksBelow } from './walk.ts';

/** As far into a page its encoding is looked for; the standard says 1024 bytes, saved pages do not all keep to it. */
const HEAD_BYTES = 4096;

/**
 * Reads a page: the article on it, and what it says of itself.
 * @throws CalqueError as `decodeDocument` and {@link refuseHtmlBomb} do; `empty-text` for a page without text
 */
export function readPage(bytes: Uint8Array, name: string): ReadDocument {
  const decoded = decodeDocument(bytes, name, declaredEncoding(bytes), Number.POSITIVE_INFINITY);
  const document = parsePage(decoded.text, name);
  const details = pageDetails(document);
  const article = articleBlocks(document, details.provenance.title);
  const { text, blocks } = layOut(article ?? blocksBelow(document.body));
  if (blocks.length === 0) throw new CalqueError('empty-text', `${name} shows no text.`, { where: name });
  return { name, format: 'html', text, blocks, details, warnings: [...decoded.warnings, ...notFound(article, name)] };
}

/** Parses markup into a document whose body has all that is visible in it, whatever tags were left out. */
export function parsePage(html: string, name: string): Document {
  refuseHtmlBomb(html, name);
  const plain = html.replace(/^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<!doctype[^>]*>/i, '');
  const inBody = /<body[\s>]/i.test(plain) ? plain : `<body>${plain}</body>`;
  const whole = /<html[\s>]/i.test(inBody) && inBody !== plain ? plain.replace(/<html[^>]*>/i, '$&<body>') : inBody;
  return parseHTML(/<html[\s>]/i.test(whole) ? whole : `<html>${whole}</html>`).document;
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES));
  const inXml = /^[^<]{0,3}<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1];
  return /<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(head)?.[1] ?? inXml;
}

function notFound(article: unknown, name: string): readonly ReadingWarning[] {
  if (article !== undefined) return [];
  const message = `On ${name} no article can be told from what stands around it: all its text was taken.`;
  return [{ code: 'article-not-found', message }];
}
