import type { FileFault } from '../../validate/faults.ts';
import { Faults, shown, unreadableFault } from '../../validate/faults.ts';
import type { Chunks } from '../../xml/bytes.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { readPlacedTree } from '../../xml/placed.ts';
import { checkVersion1 } from './basics1.ts';
import { checkCodes } from './codes.ts';
import { checkDocument } from './documents.ts';
import { checkModules } from './modules.ts';
import { isElement } from './namespaces.ts';
import { checkReferences } from './references.ts';
import { checkStructure } from './structure.ts';
import { descendants } from './walk.ts';

/**
 * What is wrong with an XLIFF file, in the order of the file; empty when it is valid. Files of XLIFF 2.0 to 2.2 are
 * checked against the form of core and modules and against the constraints that schemas cannot express; of XLIFF 1
 * what tools stumble over is checked. A file that is ill-formed or no text has one fault,
 * and is not read beyond it.
 */
export async function validateXliff(chunks: Chunks, name: string): Promise<readonly FileFault[]> {
  const faults = new Faults();
  try {
    checkRoot(await readPlacedTree(chunks, name), faults);
  } catch (error) {
    return [unreadableFault(error)];
  }
  return faults.all();
}

function checkRoot(root: PlacedElement, faults: Faults): void {
  if (root.local !== 'xliff') {
    faults.add(root, `The file is not XLIFF: it begins with ${shown(root)}, not <xliff>.`);
  } else if (isElement(root, 'xlf:xliff')) {
    checkStructure(root, faults);
    checkDocument(root, faults);
    for (const element of descendants(root)) if (isElement(element, 'xlf:unit')) checkCodes(element, faults);
    checkReferences(root, faults);
    checkModules(root, faults);
  } else if (root.attributes['version']?.startsWith('2')) {
    faults.add(root, `The namespace of <${root.name}> is “${root.namespace}”, which is none of XLIFF 2.`);
  } else {
    checkVersion1(root, faults);
  }
}
