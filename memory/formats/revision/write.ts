import {
  Document,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { InlineContent } from '../../model/inline.ts';
import type { LanguageTag } from '../../model/language.ts';
import type { Segment } from '../../model/project.ts';
import { withTags } from './tags.ts';

/** A document of a project, to be revised in a word processor. */
export interface RevisionDocument {
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly segments: readonly Pick<Segment, 'id' | 'version' | 'source' | 'target' | 'status' | 'locked'>[];
}

/** Widths of the columns, in twentieths of a point: together the text of an A4 page. */
const WIDTHS = [1100, 4200, 4200] as const;

/** What the head of the first column says. */
const KEY_HEAD = 'Calque';

/**
 * Documents as a Word file of two columns, a row for each segment, for a reviser without a CAT tool. The first cell of a
 * row, which is to stay as it is, names the segment and its version: `12.3`.
 */
export async function writeRevision(title: string, documents: readonly RevisionDocument[]): Promise<Uint8Array> {
  const children = documents.flatMap((document) => [
    new Paragraph({ text: document.name, heading: 'Heading2' }),
    tableOf(document),
  ]);
  const file = new Document({ title, creator: 'Calque', sections: [{ children }] });
  return new Uint8Array(await Packer.toBuffer(file));
}

function tableOf({ sourceLanguage, targetLanguage, segments }: RevisionDocument): Table {
  const head = [KEY_HEAD, sourceLanguage, targetLanguage].map((text, column) =>
    cell(column, [new TextRun({ text, bold: true })], 'E8E8E8'),
  );
  const rows = segments.map(({ id, version, source, target, locked }) => {
    const key = new TextRun({ text: `${id}.${version}`, size: 16, color: '777777' });
    return new TableRow({
      cantSplit: true,
      children: [cell(0, [key]), cell(1, runs(source)), cell(2, runs(target), locked ? 'F2F2F2' : undefined)],
    });
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: [...WIDTHS],
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [new TableRow({ tableHeader: true, children: head }), ...rows],
  });
}

function cell(column: number, children: readonly TextRun[], fill?: string): TableCell {
  return new TableCell({
    width: { size: WIDTHS[column] ?? 0, type: WidthType.DXA },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    ...(fill !== undefined && { shading: { type: ShadingType.CLEAR, fill, color: 'auto' } }),
    children: [new Paragraph({ children: [...children] })],
  });
}

/** Line ends are breaks within the paragraph; tags are grey. */
function runs(content: InlineContent): readonly TextRun[] {
  return withTags(content).flatMap(({ text, isTag }) =>
    text
      .split('\n')
      .map(
        (line, index) =>
          new TextRun({ text: xmlText(line), ...(index > 0 && { break: 1 }), ...(isTag && { color: '8A5A00' }) }),
      ),
  );
}

/** Signs that XML cannot carry become U+FFFD. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids.
  return text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\u{FFFD}');
}
