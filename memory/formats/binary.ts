/** Files that are plainly not text, by the bytes they begin with. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly kind: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46, 0x2d], kind: 'a PDF document' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], kind: 'a PNG image' },
  { bytes: [0xff, 0xd8, 0xff], kind: 'a JPEG image' },
  { bytes: [0x47, 0x49, 0x46, 0x38], kind: 'a GIF image' },
  { bytes: [0x1f, 0x8b], kind: 'a gzip archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], kind: 'an old Microsoft Office document (DOC, XLS or PPT)' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], kind: 'an RTF document' },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], kind: 'a 7-Zip archive' },
  { bytes: [0x52, 0x61, 0x72, 0x21], kind: 'a RAR archive' },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], kind: 'a program' },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66], kind: 'an SQLite database' },
];

const ZIP = [0x50, 0x4b, 0x03, 0x04];

/** What a ZIP archive is, by a name that stands near its beginning. */
const ZIP_CONTENTS: readonly (readonly [name: string, kind: string])[] = [
  ['word/', 'a Word document (DOCX)'],
  ['xl/', 'an Excel workbook (XLSX)'],
  ['ppt/', 'a PowerPoint presentation (PPTX)'],
  ['opendocument.text', 'an OpenDocument text (ODT)'],
  ['epub+zip', 'an EPUB book'],
  ['[Content_Types].xml', 'a Microsoft Office document (DOCX, XLSX or PPTX)'],
];

/** How much of a ZIP archive is looked through for the name of a part. */
const ZIP_HEAD_BYTES = 64 * 1024;

function beginsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Names the kind of a file that cannot be read as text (“a PDF document”); `undefined` when it is not recognised. */
export function recogniseBinary(bytes: Uint8Array): string | undefined {
  if (!beginsWith(bytes, ZIP)) return SIGNATURES.find(({ bytes: signature }) => beginsWith(bytes, signature))?.kind;
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, ZIP_HEAD_BYTES));
  return ZIP_CONTENTS.find(([name]) => head.includes(name))?.[1] ?? 'a ZIP archive';
}
