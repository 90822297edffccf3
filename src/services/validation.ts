import type { XliffFault } from '../../memory/formats/xliff/validate/faults.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { CalqueError } from '../../memory/model/errors.ts';

/** What is wrong with an XLIFF file, none where it is valid. One that is no text or no XML has that for its fault. */
export function xliffFaults(bytes: Uint8Array, name: string): readonly XliffFault[] {
  try {
    return validateXliff(bytes, name);
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    const { line = 1, column = 1 } = error.details;
    return [{ line, column, message: error.message }];
  }
}
