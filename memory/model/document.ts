import type { Provenance } from './provenance.ts';

/** What a block of a document is there for. */
export const BLOCK_KINDS = ['headline', 'heading', 'paragraph', 'caption', 'list-item', 'quotation'] as const;
export type BlockKind = (typeof BLOCK_KINDS)[number];

/** The kinds of file that a document is read from. */
export const DOCUMENT_FORMATS = ['text', 'markdown', 'html', 'docx', 'odt', 'pdf'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** A piece of a document that stands by itself on the page. */
export interface Block {
  readonly kind: BlockKind;
  /** Of a heading: 1–6, 2 directly below the headline. */
  readonly level?: number;
  /** UTF-16 offsets into the document's text; the piece neither begins nor ends with white space. */
  readonly start: number;
  readonly end: number;
}

/** A field of the provenance, or another thing that a document says of itself. */
export type SaidField = keyof Provenance | 'changedOn' | 'language';

/** What a document says of itself outside its running text. Nothing in it was guessed. */
export interface DocumentDetails {
  readonly provenance: Provenance;
  /** The day it was last changed, `2021-11-25`. */
  readonly changedOn?: string;
  /** As it is written there: `fr`, `en-GB`, also other languages than French and English. */
  readonly language?: string;
  /** Addresses of the same document in other languages. */
  readonly versions: readonly { readonly language: string; readonly url: string }[];
  /** For each field, what it was read from: `JSON-LD headline`, `og:title`, `document properties`. */
  readonly sources: Readonly<Partial<Record<SaidField, string>>>;
}

/** What may be decided while documents are read that whoever works with them must know. */
export const READING_WARNINGS = [
  'encoding-guessed',
  'encoding-corrected',
  'tracked-changes',
  'repeated-lines-left-out',
  'pages-without-text',
  'article-not-found',
  'sides-swapped',
  'doubtful-texts',
] as const;

/** What a reader of the document must know, because it was decided on the way. */
export interface ReadingWarning {
  readonly code: (typeof READING_WARNINGS)[number];
  /** One sentence. */
  readonly message: string;
}

/** A document as it was read from a file: its text, how the text is made up, and what it says of itself. */
export interface ReadDocument {
  /** The name of the file. */
  readonly name: string;
  readonly format: DocumentFormat;
  /** Plain text and Markdown as they stand; of other formats the blocks, with a blank line between two. */
  readonly text: string;
  /** In the order of the text, none overlapping; what lies between two is not part of the document's wording. */
  readonly blocks: readonly Block[];
  readonly details: DocumentDetails;
  readonly warnings: readonly ReadingWarning[];
}

/** Of a document that says nothing of itself. */
export const NO_DETAILS: DocumentDetails = { provenance: {}, versions: [], sources: {} };
