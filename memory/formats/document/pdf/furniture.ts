import type { Line } from './lines.ts';

/** Headers and footers have up to so many lines. */
const EDGE_LINES = 3;
/** On so many of the pages a line must come again; left and right pages may differ. */
const SHARE = 0.4;
const PAGE_NUMBER = /^[-–—|• ]*(?:page|p\.)? ?\d{1,4}(?: ?(?:\/|sur|of|de) ?\d{1,4})?[-–—|• ]*$/iu;

/**
 * The lines without those that every page has at its head or foot: running titles, dates, page numbers.
 * @returns also how many different lines were left out
 */
export function withoutFurniture(
  lines: readonly Line[],
  pages: number,
): { readonly lines: readonly Line[]; readonly leftOut: number } {
  const edges = edgesOf(lines);
  const counts = new Map<string, Set<number>>();
  for (const line of edges) {
    const key = keyOf(line);
    counts.set(key, (counts.get(key) ?? new Set()).add(line.page));
  }
  const least = Math.max(2, pages * SHARE);
  const repeated = new Set([...counts].filter(([, on]) => on.size >= least).map(([key]) => key));
  const isFurniture = (line: Line) => edges.has(line) && (PAGE_NUMBER.test(line.text) || repeated.has(keyOf(line)));
  return {
    lines: lines.filter((line) => !isFurniture(line)),
    leftOut: [...repeated].filter((key) => !PAGE_NUMBER.test(key.replaceAll('#', '1'))).length,
  };
}

/** The lines that stand highest and lowest on their page. */
function edgesOf(lines: readonly Line[]): ReadonlySet<Line> {
  const pages = new Map<number, Line[]>();
  for (const line of lines) pages.set(line.page, [...(pages.get(line.page) ?? []), line]);
  return new Set(
    [...pages.values()].flatMap((onPage) => {
      const sorted = onPage.toSorted((a, b) => b.y - a.y);
      return [...sorted.slice(0, EDGE_LINES), ...sorted.slice(-EDGE_LINES)];
    }),
  );
}

function keyOf({ text }: Line): string {
  return text.replace(/\d+/g, '#').toLowerCase();
}
