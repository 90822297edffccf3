import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DocumentDetails, ReadDocument, ReadingWarning } from '../../../model/document.ts';
import { CalqueError } from '../../../model/errors.ts';
import { layOut } from '../blocks.ts';
import { gatherDetails } from '../details.ts';
import { withoutFurniture } from './furniture.ts';
import { type Line, linesOf } from './lines.ts';
import { joinLines } from './paragraphs.ts';

const MAXIMUM_PAGES = 1000;
const MAXIMUM_CHARACTERS = 5_000_000;

/** What programs write as a title when nobody gave one. */
const NO_TITLE = /^(?:microsoft word - |untitled|sans titre|document ?\d*$)|\.(?:docx?|odt|indd|pdf|qxd|rtf|txt)$/i;

/** Errors are thrown, not printed; scripts in the file are not run. */
const SETTINGS = {
  verbosity: 0,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  stopAtErrors: false,
} as const;

/**
 * Reads the text of a PDF: lines joined into paragraphs, words that were broken at line ends put together, headers and
 * footers left out.
 * @throws CalqueError `unsupported-format` for an encrypted file, `too-large` for one of more than 1,000 pages or 5,000,000
 *   characters, `ill-formed-file` for a damaged one, `empty-text` where no page has text (scanned pages are pictures)
 */
export async function readPdf(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  // A copy, for what is handed over cannot be used afterwards.
  const task = getDocument({ ...SETTINGS, data: new Uint8Array(bytes) });
  // Nobody is there to ask for a password.
  task.onPassword = () => void task.destroy();
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MAXIMUM_PAGES) {
      const message = `${name} has ${pdf.numPages} pages; at most ${MAXIMUM_PAGES} are taken.`;
      throw new CalqueError('too-large', message, { where: name });
    }
    return await readPages(pdf, name);
  } catch (error) {
    throw error instanceof CalqueError ? error : unreadable(error, name);
  } finally {
    await task.destroy();
  }
}

async function readPages(pdf: PDFDocumentProxy, name: string): Promise<ReadDocument> {
  const lines: Line[] = [];
  const empty: number[] = [];
  let characters = 0;
  for (let page = 0; page < pdf.numPages; page++) {
    const loaded = await pdf.getPage(page + 1);
    const { items } = await loaded.getTextContent();
    const found = linesOf(
      items.filter((item) => 'str' in item),
      page,
    );
    loaded.cleanup();
    if (found.length === 0) empty.push(page + 1);
    characters += found.reduce((sum, { text }) => sum + text.length, 0);
    if (characters > MAXIMUM_CHARACTERS) {
      const message = `${name} has more than ${MAXIMUM_CHARACTERS} characters of text, which is more than is taken.`;
      throw new CalqueError('too-large', message, { where: name });
    }
    lines.push(...found);
  }
  const kept = withoutFurniture(lines, pdf.numPages);
  const { text, blocks } = layOut(joinLines(kept.lines));
  if (blocks.length === 0) {
    const message = `${name} has no text: its pages are pictures. Run a text recognition (OCR) over it first.`;
    throw new CalqueError('empty-text', message, { where: name });
  }
  const warnings = [...repeatedWarning(kept.leftOut, name), ...emptyWarning(empty, name)];
  return { name, format: 'pdf', text, blocks, details: await detailsOf(pdf), warnings };
}

async function detailsOf(pdf: PDFDocumentProxy): Promise<DocumentDetails> {
  const info = (await pdf.getMetadata()).info as Readonly<Record<string, unknown>>;
  const said = (key: string): string | undefined => (typeof info[key] === 'string' ? info[key] : undefined);
  const title = said('Title');
  return gatherDetails([
    ['title', 'document properties', title !== undefined && NO_TITLE.test(title.trim()) ? undefined : title],
    ['author', 'document properties', said('Author')],
    ['language', 'document properties', said('Language')],
  ]);
}

function repeatedWarning(count: number, name: string): readonly ReadingWarning[] {
  if (count === 0) return [];
  const lines = count === 1 ? 'A line that the pages of' : `${count} lines that the pages of`;
  const were = count === 1 ? 'repeat was' : 'repeat were';
  return [{ code: 'repeated-lines-left-out', message: `${lines} ${name} ${were} left out as header or footer.` }];
}

function emptyWarning(pages: readonly number[], name: string): readonly ReadingWarning[] {
  if (pages.length === 0) return [];
  const shown = pages.length > 10 ? `${pages.slice(0, 10).join(', ')} and others` : pages.join(', ');
  const message = `No text was found on ${pages.length === 1 ? 'page' : 'pages'} ${shown} of ${name}.`;
  return [{ code: 'pages-without-text', message }];
}

function unreadable(error: unknown, name: string): CalqueError {
  const kind = error instanceof Error ? error.name : '';
  if (kind === 'PasswordException' || String(error).includes('destroyed')) {
    const message = `${name} is protected by a password. Save it without one.`;
    return new CalqueError('unsupported-format', message, { where: name }, { cause: error });
  }
  const message = `${name} begins as a PDF document, but is damaged or cut off.`;
  return new CalqueError('ill-formed-file', message, { where: name }, { cause: error });
}
