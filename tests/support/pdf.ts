/** A line of text on a page: where it begins, in points from the lower left corner, and how large its letters are. */
export interface PdfLine {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}

/** A PDF with these lines on its pages, in Helvetica. Characters are those of Windows-1252. */
export function pdf(pages: readonly (readonly PdfLine[])[], trailer = '', info = ''): Buffer {
  const objects: Buffer[] = [];
  const add = (content: string): number => objects.push(Buffer.from(content, 'latin1'));
  add('<</Type/Catalog/Pages 2 0 R/Lang(fr-FR)>>');
  const kids = pages.map((_, page) => `${4 + 2 * page} 0 R`).join(' ');
  add(`<</Type/Pages/Kids[${kids}]/Count ${pages.length}>>`);
  add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  for (const [page, lines] of pages.entries()) {
    const content = lines
      .map(({ text, x, y, size = 12 }) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`)
      .join('\n');
    add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${5 + 2 * page} 0 R/Resources<</Font<</F1 3 0 R>>>>>>`,
    );
    add(`<</Length ${content.length}>>stream\n${content}\nendstream`);
  }
  const infoId = add(`<<${info}>>`);
  return assemble(objects, `<</Root 1 0 R/Info ${infoId} 0 R/Size ${objects.length + 1}${trailer}>>`);
}

function assemble(objects: readonly Buffer[], trailer: string): Buffer {
  const pieces = [Buffer.from('%PDF-1.4\n')];
  const offsets: number[] = [];
  let length = pieces[0]?.length ?? 0;
  for (const [at, content] of objects.entries()) {
    offsets.push(length);
    const object = Buffer.concat([Buffer.from(`${at + 1} 0 obj`), content, Buffer.from('endobj\n')]);
    pieces.push(object);
    length += object.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  pieces.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer${trailer}\nstartxref\n${length}\n%%EOF`,
    ),
  );
  return Buffer.concat(pieces);
}

/** Text in the bytes of Windows-1252, as a string of a PDF holds it. */
function escaped(text: string): string {
  const beyond: Readonly<Record<string, string>> = {
    '’': '\x92',
    '–': '\x96',
    œ: '\x9c',
    '…': '\x85',
    '•': '\x95',
    '€': '\x80',
  };
  return text.replace(/[\\()]/g, '\\$&').replace(/[’–œ…€•]/g, (sign) => beyond[sign] ?? sign);
}
