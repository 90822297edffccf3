/** A piece of text as a PDF places it; all measures are in points, 1/72 of an inch. */
export interface PlacedText {
  readonly str: string;
  /** The text matrix: `[scaleX, skewY, skewX, scaleY, x, y]`; `y` grows upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly hasEOL: boolean;
}

/** One printed line. */
export interface Line {
  readonly text: string;
  /** 0-based. */
  readonly page: number;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the letters that most of it is set in. */
  readonly size: number;
}

interface OpenLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
}

/** A raised or lowered figure is still on the line; so far from it, in its letters' size. */
const SAME_LINE = 0.6;
/** A gap this wide between two pieces is a space, in the letters' size. */
const SPACE = 0.18;

/** The lines of a page in the order in which the file draws them, which is nearly always that of reading. */
export function linesOf(pieces: readonly PlacedText[], page: number): readonly Line[] {
  const lines: Line[] = [];
  let open: OpenLine | undefined;
  const close = (): void => {
    const text = open?.text.replace(/[ \t]+/g, ' ').trim();
    if (open !== undefined && text !== undefined && text !== '') lines.push({ ...open, text, page });
    open = undefined;
  };
  for (const { str, transform, width, height, hasEOL } of pieces) {
    const [, skew = 0, , scale = 0, left = 0, y = 0] = transform;
    const size = height || Math.abs(scale);
    // What runs up the margin is no part of the text.
    if (str !== '' && Math.abs(skew) < 0.1 * Math.max(1, size)) {
      if (open !== undefined && !continues(open, left, y, size)) close();
      if (open === undefined) open = { text: str, left, right: left + width, y, size };
      else {
        const gap = left - open.right;
        const isSpace = gap > SPACE * Math.max(open.size, size) && !/\s$/.test(open.text) && !/^\s/.test(str);
        open.text += isSpace ? ` ${str}` : str;
        open.right = Math.max(open.right, left + width);
        if (size > open.size) {
          open.size = size;
          open.y = y;
        }
      }
    }
    if (hasEOL) close();
  }
  close();
  return lines;
}

function continues(line: OpenLine, left: number, y: number, size: number): boolean {
  const larger = Math.max(line.size, size);
  return Math.abs(y - line.y) < SAME_LINE * larger && left > line.right - larger;
}
