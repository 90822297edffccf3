import type { BlockKind } from '../../../model/document.ts';
import { collapse, type FoundBlock } from '../blocks.ts';

/** What a browser does not show, or shows as something to press. */
const SKIPPED = new Set(
  'script style noscript template iframe object embed svg math canvas audio video button select textarea input dialog head'.split(
    ' ',
  ),
);

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3
  h4 h5 h6 header hgroup hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(
    /\s+/,
  ),
);

/** The kind that an element gives to what is in it, unless something nearer does. */
const KINDS: Readonly<Record<string, BlockKind>> = {
  blockquote: 'quotation',
  figcaption: 'caption',
  caption: 'caption',
  li: 'list-item',
};

const ELEMENT = 1;
const TEXT = 3;

/** The blocks below an element, in the order of the page. Two line breaks in a row part blocks, one is kept in the text. */
export function blocksBelow(root: Element): FoundBlock[] {
  const found: FoundBlock[] = [];
  let run = '';
  let hasHeadline = false;

  const flush = (kind: BlockKind, level?: number): void => {
    for (const piece of run.split(/\n(?:[ \t]*\n)+/)) {
      const text = piece.replace(/[ \t]*\n[ \t]*/g, '\n').trim();
      if (text !== '') found.push({ kind, text, ...(level !== undefined && { level }) });
    }
    run = '';
  };

  const walk = (node: Node, kind: BlockKind, level?: number): void => {
    for (const child of node.childNodes) {
      if (child.nodeType === TEXT) run += textAfter(run, child.nodeValue ?? '');
      if (child.nodeType !== ELEMENT) continue;
      const element = child as Element;
      const tag = element.localName.toLowerCase();
      if (SKIPPED.has(tag) || isHidden(element)) continue;
      if (tag === 'br') run = `${run.trimEnd()}${run.endsWith('\n') ? '\n\n' : '\n'}`;
      else if (!BLOCKS.has(tag)) walk(element, kind, level);
      else {
        flush(kind, level);
        const heading = /^h([1-6])$/.exec(tag)?.[1];
        const isHeadline = heading === '1' && !hasHeadline;
        hasHeadline ||= isHeadline;
        const own = heading === undefined ? (KINDS[tag] ?? kind) : isHeadline ? 'headline' : 'heading';
        const ownLevel = own === 'heading' ? Number(heading ?? level) : undefined;
        walk(element, own, ownLevel);
        flush(own, ownLevel);
      }
    }
  };

  walk(root, 'paragraph');
  flush('paragraph');
  return found;
}

function textAfter(run: string, text: string): string {
  const collapsed = collapse(text);
  return run === '' || /\s$/.test(run) ? collapsed.replace(/^[ ]/, '') : collapsed;
}

/** Whether the page itself says that the element is not shown. */
export function isHidden(element: Element): boolean {
  return (
    element.hasAttribute('hidden') ||
    element.getAttribute('aria-hidden') === 'true' ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.getAttribute('style') ?? '')
  );
}
