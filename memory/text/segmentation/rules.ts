/**
 * One rule of segmentation, in the spirit of SRX: it speaks about the places in a line where `before` matches the text
 * that ends there and `after` the text that begins there. Both are patterns as {@link translatePattern} reads them
 * (what SRX files use of ICU regular expressions); an empty pattern matches everywhere.
 */
export interface SegmentationRule {
  /** Whether such a place ends a segment, or keeps it from ending. */
  readonly breaks: boolean;
  readonly before: string;
  readonly after: string;
}

/** Rules in order of precedence: at any place the first one that matches decides; where none matches nothing ends. */
export type SegmentationRules = readonly SegmentationRule[];

/** A place where a segment ends. */
export function breakRule(before: string, after: string): SegmentationRule {
  return { breaks: true, before, after };
}

/** A place where no segment ends, whatever later rules say. */
export function keepRule(before: string, after: string): SegmentationRule {
  return { breaks: false, before, after };
}
