import type { BlockKind } from './document.ts';

/** One n–m link of an alignment: the sentences of each side, by 0-based index, in order. Either side may be empty, not both. */
export interface Bead {
  readonly fr: readonly number[];
  readonly en: readonly number[];
  /** How sure the aligner is that the two sides are translations of each other, 0–1; 0 where a side is empty. */
  readonly confidence: number;
}

/**
 * What was decided on a bead: nothing yet (`open`), accepted by a person who looked at it (`accepted`), accepted with
 * all above a confidence (`passed`), or kept out of the memory (`deleted`).
 */
export type Decision = 'open' | 'accepted' | 'passed' | 'deleted';

/**
 * Why something is decided before a person looks at it: it was when the article came `earlier`, or it is `furniture` of
 * its page.
 */
export type DecisionReason = 'earlier' | 'furniture';

/** A bead of a bitext: as the aligner made it, or as a person has shaped it when the article came before. */
export interface BitextBead extends Pick<Bead, 'fr' | 'en'> {
  /** The aligner's, 0–1; absent where a person has given the bead its shape. */
  readonly confidence?: number;
  /** Nothing is decided when absent. */
  readonly decision?: Extract<Decision, 'accepted' | 'deleted'>;
  readonly reason?: DecisionReason;
}

/** A sentence of a text, and what stands between it and the one before. */
export interface BitextSentence {
  readonly text: string;
  /** White space, mostly; of the first sentence, what the text begins with. */
  readonly before: string;
  /** 0-based paragraph it stands in. */
  readonly paragraph: number;
  /** What the block it stands in is there for, where its document says: a heading, a caption. */
  readonly block?: BlockKind;
  /** It is part of the page and not of the article: a skip link, a cookie line, a teaser. */
  readonly furniture?: true;
  /** What its document has in its place, where a person has changed its text. */
  readonly printed?: string;
}

/** Two texts in sentences, and the beads between them. Every sentence of either side is in exactly one bead. */
export interface Bitext {
  readonly fr: readonly BitextSentence[];
  readonly en: readonly BitextSentence[];
  /** In the order of the French. */
  readonly beads: readonly BitextBead[];
}
