import { decodeText } from '../../memory/formats/decode.ts';

/**
 * A text that was pasted or sent, held to the same rules as a file.
 * @param name names it in the errors: `The French text`
 * @throws CalqueError as `decodeText` does
 */
export function checkedText(text: string, name: string): string {
  return decodeText(new TextEncoder().encode(text), name);
}
