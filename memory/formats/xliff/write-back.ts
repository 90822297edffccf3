import { CalqueError } from '../../model/errors.ts';
import type { Splice } from '../xml/splice.ts';
import { applySplices, attributeSplice } from '../xml/splice.ts';
import { candidateSplices2 } from './candidate-splices.ts';
import type { ChangedSegment, XliffChange } from './changes.ts';
import type { LanguageHolder, XliffFile, XliffFrame, XliffSegment } from './file.ts';
import { isVersion2 } from './file.ts';
import { scanXliff } from './scan.ts';
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
      splices.push(
        ...unitSplices(
          withChanges(unit, ({ id }) => wanted.get(id)),
          file,
          language,
        ),
      );
      for (const { id } of unit) wanted.delete(id);
    }
  }
  const [unknown] = wanted.keys();
  if (unknown !== undefined) {
    throw new CalqueError('not-found', `${file.name} has no segment “${unknown}”.`, { where: file.name });
  }
  if (targetLanguage !== undefined) splices.push(...languageSplices(file.languageHolders, file, targetLanguage));
  return applySplices(file.bytes, file.decoded, splices);
}

/**
 * As {@link writeBack}, for a file that is not open: it is read unit by unit and asked of each segment what is to
 * change, so that a large one takes no more memory than its bytes and its changes.
 *
 * @param changeOf called once for each segment, in the order of the file
 * @throws CalqueError as `scanXliff` does
 */
export function rewriteXliff(
  bytes: Uint8Array,
  name: string,
  changeOf: (segment: XliffSegment) => XliffChange | undefined,
  { targetLanguage }: WriteBackOptions = {},
): Uint8Array {
  const splices: Splice[] = [];
  let changed = false;
  const { frame, languageHolders } = scanXliff(bytes, name, {
    unit: (segments, document, within) => {
      const unit = withChanges(segments, changeOf);
      changed ||= unit.some(({ change }) => change !== undefined);
      splices.push(...unitSplices(unit, within, document.targetLanguage ?? targetLanguage));
    },
  });
  if (!changed) return bytes;
  // Targets in a language nobody states are invalid in XLIFF 2 alone; an older file is left as silent as it was.
  const silent = languageHolders.filter(({ attribute }) => attribute === 'trgLang');
  if (targetLanguage !== undefined) splices.push(...languageSplices(silent, frame, targetLanguage));
  return applySplices(bytes, frame.decoded, splices);
}

function withChanges(
  unit: readonly XliffSegment[],
  changeOf: (segment: XliffSegment) => XliffChange | undefined,
): readonly ChangedSegment[] {
  return unit.map((segment) => ({ segment, change: changeOf(segment) }));
}

function unitSplices(
  unit: readonly ChangedSegment[],
  frame: XliffFrame,
  language: string | undefined,
): readonly Splice[] {
  if (unit.every(({ change }) => change === undefined)) return [];
  return isVersion2(frame.version)
    ? [...unit.flatMap((one) => segmentSplices2(one, frame)), ...candidateSplices2(unit, frame)]
    : unitSplices1(unit, frame, language);
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

function languageSplices(
  holders: readonly LanguageHolder[],
  { decoded }: XliffFrame,
  language: string,
): readonly Splice[] {
  return holders.flatMap(({ element, attribute, value }) => {
    const splice = value === undefined && attributeSplice(decoded.text, element, attribute, language);
    return splice ? [splice] : [];
  });
}
