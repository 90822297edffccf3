import type { DocumentFormat } from '../../model/document.ts';
import { CalqueError } from '../../model/errors.ts';
import { readZip } from '../archive/zip.ts';
import { recogniseBinary } from '../binary.ts';

/** What a format is called in sentences. */
const CALLED: Readonly<Record<DocumentFormat, string>> = {
  text: 'plain text',
  markdown: 'Markdown',
  html: 'an HTML page',
  docx: 'a Word document (DOCX)',
  odt: 'an OpenDocument text (ODT)',
  pdf: 'a PDF document',
};

const EXTENSIONS: Readonly<Record<string, DocumentFormat>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  odt: 'odt',
  pdf: 'pdf',
};

/** A PDF may have some bytes before its mark. */
const PDF_HEAD = 1024;
/** As much of a page is looked at to see that it is one. */
const TEXT_HEAD = 4096;

const HTML_START = /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i;
const HTML_TAG = /<(?:p|div|h[1-6]|article|section|main|table|ul|ol|br|meta|title|span)(?:\s[^<>]*)?\/?>/i;

/**
 * What a document is, told by its content; its name only tells Markdown from plain text.
 * @throws CalqueError `unsupported-format` for what is no document that is read here, `ill-formed-file` where the name
 *   says something else than the content
 */
export function formatOf(bytes: Uint8Array, name: string): DocumentFormat {
  const named = EXTENSIONS[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];
  const found = byContent(bytes, name, named);
  if (named === undefined || named === found) return found;
  const extension = Object.keys(EXTENSIONS).find((key) => EXTENSIONS[key] === found) ?? '';
  throw new CalqueError(
    'ill-formed-file',
    `${name} is ${CALLED[found]}, and its name says ${CALLED[named]}. If that is what it is meant to be, give it a name that ends in .${extension}.`,
    { where: name },
  );
}

function byContent(bytes: Uint8Array, name: string, named: DocumentFormat | undefined): DocumentFormat {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, TEXT_HEAD));
  if (head.slice(0, PDF_HEAD).includes('%PDF-')) return 'pdf';
  const binary = recogniseBinary(bytes);
  if (binary?.includes('ZIP') || head.startsWith('PK\u0003\u0004')) return inArchive(bytes, name, binary);
  if (binary !== undefined) throw notRead(name, binary);
  const plain = head.replaceAll('\0', '').replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '');
  if (HTML_START.test(plain) || (named !== 'text' && named !== 'markdown' && HTML_TAG.test(plain))) return 'html';
  if (/^\s*<\?xml\s/.test(plain)) throw notRead(name, 'an XML file');
  return named === 'markdown' ? 'markdown' : 'text';
}

function inArchive(bytes: Uint8Array, name: string, binary = 'a ZIP archive'): DocumentFormat {
  const parts = new Set(readZip(bytes, name).map((entry) => entry.name));
  if (parts.has('word/document.xml')) return 'docx';
  if (
    parts.has('content.xml') &&
    new TextDecoder('latin1').decode(bytes.subarray(0, 200)).includes('opendocument.text')
  )
    return 'odt';
  throw notRead(name, binary);
}

function notRead(name: string, what: string): CalqueError {
  return new CalqueError(
    'unsupported-format',
    `${name} is ${what}. Documents are read as plain text, Markdown, HTML, DOCX, ODT and PDF.`,
    { where: name },
  );
}
