import mammoth from 'mammoth';
import type { ReadDocument } from '../../../model/document.ts';
import { CalqueError } from '../../../model/errors.ts';
import { storeZip } from '../../archive/store-zip.ts';
import { layOut } from '../blocks.ts';
import { parsePage } from '../html/page.ts';
import { blocksBelow } from '../html/walk.ts';
import { changesWarning, type TrackedChanges } from './changes.ts';
import { openParts, type Parts, readPart } from './parts.ts';
import { officeDetails } from './properties.ts';

/** What the styles of Word mean as elements, beside those that mammoth knows. Their names are English in every Word. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='caption'] => figcaption:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
];

/**
 * Reads a Word document: its body, its text boxes, and its notes at the end. Pictures, headers and footers are left out.
 * @throws CalqueError as {@link openParts} and {@link readPart} do; `ill-formed-file` for what is no Word document inside;
 *   `empty-text` for one without text
 */
export async function readDocx(bytes: Uint8Array, name: string): Promise<ReadDocument> {
  const parts = new Map([...openParts(bytes, name)].map(([path, read]) => [path, once(read)]));
  const changes = inspect(parts, name);
  const document = parsePage(await toHtml(parts, name), name);
  for (const reference of document.querySelectorAll('sup > a[href^="#footnote-"], sup > a[href^="#endnote-"]')) {
    reference.parentElement?.remove();
  }
  for (const back of document.querySelectorAll('a[href^="#footnote-ref"], a[href^="#endnote-ref"]')) back.remove();
  const { text, blocks } = layOut(blocksBelow(document.body));
  if (blocks.length === 0) throw new CalqueError('empty-text', `${name} holds no text.`, { where: name });
  const details = officeDetails(parts, 'docProps/core.xml', name);
  return { name, format: 'docx', text, blocks, details, warnings: changesWarning(changes, name) };
}

/** Looks every part over that will be read recursively, and counts the tracked changes. */
function inspect(parts: Parts, name: string): TrackedChanges {
  let insertions = 0;
  let deletions = 0;
  // What is within the properties of a run or paragraph says only that its end was inserted.
  let properties = 0;
  for (const [path, read] of parts) {
    if (!/^word\/[^/]+\.xml$/.test(path)) continue;
    readPart(read(), name, {
      open(element) {
        if (element === 'w:rPr' || element === 'w:pPr' || element === 'w:trPr') properties++;
        if (properties > 0) return;
        if (element === 'w:ins' || element === 'w:moveTo') insertions++;
        if (element === 'w:del' || element === 'w:moveFrom') deletions++;
      },
      close(element) {
        if (element === 'w:rPr' || element === 'w:pPr' || element === 'w:trPr') properties--;
      },
    });
  }
  return { insertions, deletions };
}

/** The document as markup. It is handed over unpacked, so that nothing is unpacked that was not measured. */
async function toHtml(parts: Parts, name: string): Promise<string> {
  const encoder = new TextEncoder();
  const buffer = storeZip([...parts].map(([path, read]) => [path, encoder.encode(movesAsChanges(read()))] as const));
  try {
    const convertImage = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
    const { value } = await mammoth.convertToHtml(
      { buffer },
      { styleMap: STYLES, convertImage, externalFileAccess: false },
    );
    return value;
  } catch (cause) {
    const message = `${name} is a ZIP archive like a Word document, but is none inside.`;
    throw new CalqueError('ill-formed-file', message, { where: name }, { cause });
  }
}

/** Text that was moved reads as what it is: deleted in one place, inserted in the other. */
function movesAsChanges(xml: string): string {
  return xml.replace(
    /(<\/?w:)move(To|From)(?=[\s>/])/g,
    (_, start: string, way: string) => start + (way === 'To' ? 'ins' : 'del'),
  );
}

function once(read: () => string): () => string {
  let text: string | undefined;
  return () => {
    text ??= read();
    return text;
  };
}
