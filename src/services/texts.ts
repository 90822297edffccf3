import { decodeText } from '../../memory/formats/decode.ts';
import { CalqueError } from '../../memory/model/errors.ts';

/**
 * A text that was pasted or sent, held to the same rules as a file.
 * @param name names it in the errors: `The French text`
 * @param where the field it came in
 * @throws CalqueError as `decodeText` does, and `not-text` for half a surrogate pair, which no file could hold
 */
export function checkedText(text: string, name: string, where: string): string {
  const half = text.search(/\p{Surrogate}/u);
  if (half >= 0) {
    const line = text.slice(0, half).split('\n').length;
    throw new CalqueError('not-text', `${name} has half a character (a lone surrogate) on line ${line}.`, {
      where,
      line,
    });
  }
  try {
    return decodeText(new TextEncoder().encode(text), name);
  } catch (error) {
    if (error instanceof CalqueError) throw new CalqueError(error.code, error.message, { ...error.details, where });
    throw error;
  }
}
