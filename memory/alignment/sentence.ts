import type { BlockKind } from '../model/document.ts';

/** A sentence to align. */
export interface Sentence {
  readonly text: string;
  /** 0-based index of its paragraph, where the text has paragraphs. */
  readonly paragraph?: number;
  /** What its block is in its document, where the document says. */
  readonly block?: BlockKind;
}
