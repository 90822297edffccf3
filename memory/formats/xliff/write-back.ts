import type { Splice } from '../xml/splice.ts';
import { applySplices, attributeSplice } from '../xml/splice.ts';
import { candidateSplices2 } from './candidate-splices.ts';
import type { ChangedSegment, XliffChange } from './changes.ts';
import type { LanguageHolder, XliffFrame, XliffSegment } from './file.ts';
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
 * that came. A target is written with the codes as the file writes them. The file is read unit by unit and asked of each
 * segment what is to change, so that a large one takes no more memory than its bytes and its changes.
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
  if (targetLanguage !== undefined) splices.push(...languageSplices(silent, targetLanguage));
  return applySplices(bytes, frame.encoding, splices);
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

function languageSplices(holders: readonly LanguageHolder[], language: string): readonly Splice[] {
  return holders.flatMap(({ tag, attribute, value }) => {
    const splice = value === undefined && attributeSplice(tag, attribute, language);
    return splice ? [splice] : [];
  });
}
