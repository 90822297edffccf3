import { CalqueError } from '../../model/errors.ts';
import { openParts, readPart } from '../document/office/parts.ts';

/** A row that came back from a reviser. */
export interface RevisedRow {
  /** 1-based, of all rows that name a segment. */
  readonly row: number;
  readonly segmentId: number;
  /** The version of the segment that the reviser was given. */
  readonly version: number;
  /** The text of the target's cell, with tags. */
  readonly text: string;
}

const CONTENT = 'word/document.xml';

/**
 * The rows of a file that `writeRevision` wrote, as they are now. Changes that were tracked and not yet accepted are
 * taken as accepted: what was deleted is gone, what was put in is there.
 *
 * @throws CalqueError as `openParts` and `readPart` do; `ill-formed-file` for what is no such file
 */
export function readRevision(bytes: Uint8Array, name: string): readonly RevisedRow[] {
  const part = openParts(bytes, name).get(CONTENT);
  const rows: RevisedRow[] = [];
  if (part) readRows(part(), name, (cells) => rows.push(...rowOf(cells, rows.length + 1)));
  if (rows.length > 0) return rows;
  throw new CalqueError('ill-formed-file', `${name} is no bilingual file of Calque: no row in it names a segment.`, {
    where: name,
  });
}

function rowOf([key = '', , text]: readonly string[], row: number): readonly RevisedRow[] {
  const [, id, version] = /^\s*(\d{1,15})\.(\d{1,15})\s*$/.exec(key) ?? [];
  if (id === undefined || text === undefined) return [];
  return [{ row, segmentId: Number(id), version: Number(version), text }];
}

/** Elements that stand for a sign. */
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '\u2011',
};

function readRows(xml: string, name: string, take: (cells: readonly string[]) => void): void {
  let cells: string[] = [];
  let paragraphs = 0;
  let deleted = 0;
  let inText = false;
  // A table within a cell is part of that cell.
  let depth = 0;
  const add = (text: string): void => {
    if (depth > 0 && deleted === 0 && cells.length > 0) cells[cells.length - 1] += text;
  };
  readPart(xml, name, {
    open(element) {
      if (element === 'w:tr' && ++depth === 1) cells = [];
      else if (element === 'w:tc' && depth === 1) {
        cells.push('');
        paragraphs = 0;
      } else if (element === 'w:p' && paragraphs++ > 0) add('\n');
      else if (element === 'w:del' || element === 'w:moveFrom') deleted++;
      else if (element === 'w:t') inText = true;
      else add(SIGNS[element] ?? '');
    },
    close(element) {
      if (element === 'w:tr' && --depth === 0) take(cells);
      else if (element === 'w:del' || element === 'w:moveFrom') deleted--;
      else if (element === 'w:t') inText = false;
    },
    text(text) {
      if (inText) add(text);
    },
  });
}
