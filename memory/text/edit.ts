/** A replacement in a text: what stands from `start` to `end` (UTF-16 units, end excluded) makes way for `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text after edits that are in order and overlap nowhere. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let edited = '';
  let at = 0;
  for (const { start, end, text: given } of edits) {
    edited += text.slice(at, start) + given;
    at = end;
  }
  return edited + text.slice(at);
}
