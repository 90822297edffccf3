import type { BlockContent, DefinitionContent, PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import type { BlockKind, ReadDocument } from '../../model/document.ts';
import { CalqueError } from '../../model/errors.ts';
import { type FoundBlock, layOut } from './blocks.ts';
import { gatherDetails, type Saying } from './details.ts';
import { decodeDocument } from './encoding.ts';

/** How deep quotations and lists may nest. */
const MAXIMUM_DEPTH = 40;
/** Text that is long for Markdown; the parser's time grows faster than the text. */
const MAXIMUM_LENGTH = 2_000_000;

const FRONT_MATTER = /^\uFEFF?---[ \t]*\r?\n([\s\S]{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** What front matter calls the fields. */
const FIELDS: Readonly<Record<string, Saying[0]>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  date: 'publishedOn',
  published: 'publishedOn',
  lastmod: 'changedOn',
  updated: 'changedOn',
  lang: 'language',
  language: 'language',
  url: 'url',
  canonical: 'url',
  canonical_url: 'url',
  publication: 'publication',
  publisher: 'publication',
  translator: 'translator',
  rights: 'rights',
  license: 'rights',
};

/**
 * Reads Markdown (CommonMark) with or without front matter. Marks of emphasis, addresses of links and code blocks are
 * left out of the text.
 * @throws CalqueError as `decodeDocument` does; `too-large` or `ill-formed-file` for what would exhaust the parser
 */
export function readMarkdown(bytes: Uint8Array, name: string): ReadDocument {
  const { text: whole, warnings } = decodeDocument(bytes, name);
  const front = FRONT_MATTER.exec(whole);
  const body = front === null ? whole : whole.slice(front[0].length);
  refuseBomb(body, name);
  const { text, blocks } = layOut(blocksIn(fromMarkdown(body).children, 'paragraph', { seen: false }));
  if (blocks.length === 0) throw new CalqueError('empty-text', `${name} holds no text.`, { where: name });
  return { name, format: 'markdown', text, blocks, details: gatherDetails(inFront(front?.[1] ?? '')), warnings };
}

function refuseBomb(text: string, name: string): void {
  if (text.length > MAXIMUM_LENGTH) {
    const message = `${name} has ${text.length} characters; of Markdown at most ${MAXIMUM_LENGTH} are taken.`;
    throw new CalqueError('too-large', message, { where: name });
  }
  const deep = new RegExp(
    String.raw`^(?:[ \t]{0,3}(?:>|[-+*][ \t]|\d{1,9}[.)][ \t])[ \t]*){${MAXIMUM_DEPTH}}`,
    'm',
  ).exec(text);
  const knot = /[[\]]{500}|[*_]{2000}|(?:!?\[){500}/.exec(text);
  const at = deep ?? knot;
  if (at === null) return;
  const line = text.slice(0, at.index).split('\n').length;
  const message = `${name} is no Markdown that can be read: line ${line} is nested more than ${MAXIMUM_DEPTH} deep.`;
  throw new CalqueError('ill-formed-file', message, { where: name, line });
}

function* blocksIn(
  nodes: readonly (RootContent | BlockContent | DefinitionContent)[],
  kind: BlockKind,
  headline: { seen: boolean },
): Generator<FoundBlock> {
  for (const node of nodes) {
    if (node.type === 'heading') {
      const isHeadline = node.depth === 1 && !headline.seen;
      headline.seen ||= isHeadline;
      yield isHeadline
        ? { kind: 'headline', text: wording(node.children) }
        : { kind: 'heading', level: node.depth, text: wording(node.children) };
    } else if (node.type === 'paragraph') yield { kind, text: wording(node.children) };
    else if (node.type === 'blockquote') yield* blocksIn(node.children, 'quotation', headline);
    else if (node.type === 'list') {
      for (const item of node.children) yield* blocksIn(item.children, 'list-item', headline);
    }
  }
}

/** What is read of a run of text. A line end inside a paragraph is a space, unless it was forced. */
function wording(nodes: readonly PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/[ \t]*\r?\n[ \t]*/g, ' ');
      if (node.type === 'inlineCode') return node.value;
      if (node.type === 'break') return '\n';
      return 'children' in node ? wording(node.children) : '';
    })
    .join('');
}

/** The plain `key: value` lines of front matter; nested and other values say nothing that is asked for here. */
function inFront(front: string): Saying[] {
  return front.split(/\r?\n/).flatMap((line): Saying[] => {
    const [, key = '', value = ''] = /^([\w-]+):[ \t]+(.+?)[ \t]*$/.exec(line) ?? [];
    const field = FIELDS[key.toLowerCase()];
    const text = value.replace(/^\[(.*)\]$/, '$1').replace(/^(["'])(.*)\1$/, '$2');
    return field === undefined ? [] : [[field, `front matter ${key}`, text]];
  });
}
