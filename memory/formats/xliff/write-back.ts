import { CalqueError } from '../../model/errors.ts';
import type { Splice } from '../xml/splice.ts';
import { applySplices, attributeSplice } from '../xml/splice.ts';
import type { XliffChange } from './changes.ts';
import type { XliffFile, XliffSegment } from './file.ts';
import { isVersion2 } from './file.ts';
import { unitSplices1 } from './splices1.ts';
import { segmentSplices2 } from './splices2.ts';

export interface WriteBackOptions {
  /** The language of the targets, written where the file leaves it open. */
  readonly targetLanguage?: string;
}

/**
 * The file with targets, states and approvals exchanged and every other byte as it was; without changes, the very bytes
 * that were opened. A target is written with the codes as the file writes them.
 *
 * @throws CalqueError `not-found` for a change of a segment the file does not have
 */
export function writeBack(
  file: XliffFile,
  changes: Iterable<XliffChange>,
  { targetLanguage }: WriteBackOptions = {},
): Uint8Array {
  const wanted = new Map([...changes].map((change) => [change.id, change]));
  if (wanted.size === 0) return file.bytes;
  const splices: Splice[] = [];
  for (const document of file.documents) {
    const language = document.targetLanguage ?? targetLanguage;
    for (const unit of unitsOf(document.segments)) {
      const changed = unit.map((segment) => ({ segment, change: wanted.get(segment.id) }));
      if (changed.every(({ change }) => change === undefined)) continue;
      for (const { id } of unit) wanted.delete(id);
      splices.push(
        ...(isVersion2(file.version)
          ? changed.flatMap((one) => segmentSplices2(one, file))
          : unitSplices1(changed, file, language)),
      );
    }
  }
  const [unknown] = wanted.keys();
  if (unknown !== undefined) {
    throw new CalqueError('not-found', `${file.name} has no segment “${unknown}”.`, { where: file.name });
  }
  if (targetLanguage !== undefined) splices.push(...languageSplices(file, targetLanguage));
  return applySplices(file.bytes, file.decoded, splices);
}

function* unitsOf(segments: readonly XliffSegment[]): Generator<readonly XliffSegment[]> {
  let unit: XliffSegment[] = [];
  for (const segment of segments) {
    if (unit[0] && unit[0].unit !== segment.unit) {
      yield unit;
      unit = [];
    }
    unit.push(segment);
  }
  if (unit.length > 0) yield unit;
}

function languageSplices({ languageHolders, decoded }: XliffFile, language: string): readonly Splice[] {
  return languageHolders.flatMap(({ element, attribute, value }) => {
    const splice = value === undefined && attributeSplice(decoded.text, element, attribute, language);
    return splice ? [splice] : [];
  });
}
