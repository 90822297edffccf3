import type { BlockKind, ReadDocument } from '../../../model/document.ts';
import { CalqueError } from '../../../model/errors.ts';
import { collapse, type FoundBlock, layOut } from '../blocks.ts';
import { changesWarning } from './changes.ts';
import { openParts, readPart } from './parts.ts';
import { officeDetails } from './properties.ts';

/** What is no wording of the document, with all that is in it. */
const SKIPPED = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'text:note-citation',
  'text:table-of-content',
  'text:illustration-index',
  'text:alphabetical-index',
  'text:sequence-decls',
  'svg:title',
  'svg:desc',
  'office:scripts',
  'office:font-face-decls',
]);

/** What the paragraph styles of OpenDocument programs mean. Their internal names are English in every program. */
const STYLES: Readonly<Record<string, BlockKind>> = {
  Title: 'headline',
  Caption: 'caption',
  Illustration: 'caption',
  Figure: 'caption',
  Drawing: 'caption',
  Table: 'caption',
  Quotations: 'quotation',
};
const LONGEST_INHERITANCE = 10;
/** Spaces that one element may stand for. */
const MOST_SPACES = 1000;

/**
 * Reads an OpenDocument text: its body, and its notes at the end.
 * @throws CalqueError as `openParts` and `readPart` do; `unsupported-format` for an encrypted document; `empty-text` for
 *   one without text
 */
export function readOdt(bytes: Uint8Array, name: string): ReadDocument {
  const parts = openParts(bytes, name);
  if (parts.get('META-INF/manifest.xml')?.().includes('manifest:encryption-data')) {
    const message = `${name} is protected by a password. Save it without one.`;
    throw new CalqueError('unsupported-format', message, { where: name });
  }
  const reader = new BodyReader();
  readPart(parts.get('content.xml')?.() ?? '', name, reader);
  const { text, blocks } = layOut(reader.blocks());
  if (blocks.length === 0) throw new CalqueError('empty-text', `${name} holds no text.`, { where: name });
  const details = officeDetails(parts, 'meta.xml', name);
  return { name, format: 'odt', text, blocks, details, warnings: changesWarning(reader, name) };
}

interface OpenParagraph {
  readonly kind: BlockKind;
  readonly level?: number;
  readonly isNote: boolean;
  text: string;
}

/** Gathers the paragraphs of `content.xml`. A paragraph may hold another, in a frame. */
class BodyReader {
  insertions = 0;
  deletions = 0;
  readonly #found: FoundBlock[] = [];
  readonly #notes: FoundBlock[] = [];
  readonly #open: OpenParagraph[] = [];
  readonly #parents = new Map<string, string>();
  #skipped = 0;
  #items = 0;
  #inNote = 0;
  #hasHeadline = false;

  blocks(): readonly FoundBlock[] {
    return [...this.#found, ...this.#notes];
  }

  open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'text:insertion') this.insertions++;
    if (element === 'text:deletion') this.deletions++;
    if (this.#skipped > 0 || SKIPPED.has(element)) {
      this.#skipped++;
      return;
    }
    if (element === 'style:style')
      this.#parents.set(attributes['style:name'] ?? '', attributes['style:parent-style-name'] ?? '');
    else if (element === 'text:list-item') this.#items++;
    else if (element === 'text:note-body') this.#inNote++;
    else if (element === 'text:p' || element === 'text:h') this.#open.push(this.#paragraph(element, attributes));
    else if (element === 'text:s') this.#add(' '.repeat(Math.min(MOST_SPACES, Number(attributes['text:c'] ?? 1) || 1)));
    else if (element === 'text:tab') this.#add(' ');
    else if (element === 'text:line-break') this.#add('\n');
  }

  close(element: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (element === 'text:list-item') this.#items--;
    else if (element === 'text:note-body') this.#inNote--;
    else if (element === 'text:p' || element === 'text:h') {
      const paragraph = this.#open.pop();
      if (paragraph !== undefined) (paragraph.isNote ? this.#notes : this.#found).push(paragraph);
    }
  }

  text(text: string): void {
    if (this.#skipped === 0) this.#add(collapse(text));
  }

  #add(text: string): void {
    const paragraph = this.#open.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  }

  #paragraph(element: string, attributes: Readonly<Record<string, string>>): OpenParagraph {
    const isNote = this.#inNote > 0;
    const styled = this.#kindOfStyle(attributes['text:style-name'] ?? '');
    if (element === 'text:h' || styled === 'headline') {
      const level = Number(attributes['text:outline-level'] ?? 1) || 1;
      const isHeadline = !this.#hasHeadline && (styled === 'headline' || level === 1);
      this.#hasHeadline ||= isHeadline;
      return isHeadline ? { kind: 'headline', isNote, text: '' } : { kind: 'heading', level, isNote, text: '' };
    }
    const kind = styled ?? (this.#items > 0 || isNote ? 'list-item' : 'paragraph');
    return { kind, isNote, text: '' };
  }

  /** A style means what the nearest of those it inherits from means. */
  #kindOfStyle(style: string): BlockKind | undefined {
    let name = style;
    for (let step = 0; step < LONGEST_INHERITANCE && name !== ''; step++) {
      const kind = STYLES[name];
      if (kind !== undefined) return kind;
      name = this.#parents.get(name) ?? '';
    }
    return undefined;
  }
}
