import { unpack } from '../archive/unpack.ts';
import type { ReadableFile } from '../archive/zip-pieces.ts';
import { validateTbx } from '../tbx/validate/validate.ts';
import { validateTmx } from '../tmx/validate/validate.ts';
import { validateXliff } from '../xliff/validate/validate.ts';
import type { PlacedElement } from '../xml/placed.ts';
import { readPlacedRoot } from '../xml/placed.ts';
import type { FileFault } from './faults.ts';
import { unreadableFault } from './faults.ts';

/** The formats that are validated, by their root elements. */
const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['xliff', 'XLIFF'],
  ['tmx', 'TMX'],
  ['martif', 'TBX'],
  ['tbx', 'TBX'],
  ['TBX', 'TBX'],
] as const);

type Format = 'XLIFF' | 'TMX' | 'TBX';

/** What a file is by its name, where that says it. */
const ENDINGS: ReadonlyMap<string, Format> = new Map([
  ...['xlf', 'xliff', 'mxlf', 'sdlxliff', 'mqxliff', 'mxliff', 'txlf'].map((ending) => [ending, 'XLIFF'] as const),
  ['tmx', 'TMX'],
  ['tbx', 'TBX'],
]);

/**
 * What is wrong with a file of XLIFF, TMX or TBX, in its order; empty when it is valid. It may be packed, as `.gz` or
 * alone in a `.zip`. All are read as streams. A file that is none of them, or is another than its name says,
 * has that for its fault.
 */
export async function validateFile(file: ReadableFile): Promise<readonly FileFault[]> {
  const { name } = file;
  const extensions = [...ENDINGS.keys()].map((ending) => `.${ending}`);
  const pieces = () => unpack(file, extensions);
  let root: PlacedElement;
  try {
    root = await readPlacedRoot(pieces(), name);
  } catch (error) {
    return [unreadableFault(error)];
  }
  const { line, column, local } = root;
  const format = FORMATS.get(local);
  if (format === undefined) {
    const message = `The file is neither XLIFF nor TMX nor TBX: it begins with <${local.slice(0, 40)}>.`;
    return [{ line, column, message }];
  }
  const [, ending = ''] = /\.([a-z]+)(?:\.(?:gz|zip))?$/i.exec(name) ?? [];
  const named = ENDINGS.get(ending.toLowerCase());
  const misnamed: readonly FileFault[] =
    named === undefined || named === format
      ? []
      : [{ line, column, message: `The file is ${format}, while its name says that it is ${named}.` }];
  return [...misnamed, ...(await faultsOf(format, pieces(), name))];
}

function faultsOf(format: Format, pieces: AsyncIterable<Uint8Array>, name: string): Promise<readonly FileFault[]> {
  switch (format) {
    case 'TMX':
      return validateTmx(pieces, name);
    case 'TBX':
      return validateTbx(pieces, name);
    case 'XLIFF':
      return validateXliff(pieces, name);
  }
}
