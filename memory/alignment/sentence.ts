/** A sentence to align. */
export interface Sentence {
  readonly text: string;
  /** 0-based index of its paragraph, where the text has paragraphs. */
  readonly paragraph?: number;
}
