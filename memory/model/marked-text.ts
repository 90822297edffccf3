/**
 * Text with markup in it, as a file of terms has it: an index set lower, a word in another language, codes. Elements have
 * their names in TBX 2.
 */
export type MarkedText = readonly (string | MarkedElement)[];

/** An element of a file that is kept for what it says there. */
export interface MarkedElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: MarkedText;
}

/** What says `text`: the same where it says that already, else without the markup of what it said before. */
export function withText<Said extends { readonly text: string; readonly marked?: MarkedText }>(
  said: Said,
  text: string,
): Said {
  if (said.text === text) return said;
  const { marked: _, ...rest } = { ...said, text };
  return rest as Said;
}
