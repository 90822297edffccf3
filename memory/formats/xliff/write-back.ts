import type { Splice } from '../xml/splice.ts';
import { attributeSplice, SplicedFile } from '../xml/splice.ts';
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
  let holder: LanguageHolder | undefined;
  let written: SplicedFile | undefined;
  scanXliff(bytes, name, {
    languageHolder: (found) => {
      holder = found;
    },
    unit: (segments, document, frame) => {
      const unit = withChanges(segments, changeOf);
      if (unit.every(({ change }) => change === undefined)) return;
      written ??= begunFile(bytes, frame, holder, targetLanguage);
      written.splice(unitSplices(unit, frame, document.targetLanguage ?? targetLanguage));
    },
  });
  return written?.end() ?? bytes;
}

/** Targets in a language nobody states are invalid in XLIFF 2 alone; an older file is left as silent as it was. */
function begunFile(
  bytes: Uint8Array,
  { encoding }: XliffFrame,
  holder: LanguageHolder | undefined,
  language: string | undefined,
): SplicedFile {
  const file = new SplicedFile(bytes, encoding);
  const isSilent = holder !== undefined && holder.language === undefined;
  const stated = isSilent && language !== undefined && attributeSplice(holder.tag, 'trgLang', language);
  if (stated) file.splice([stated]);
  return file;
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
  return isVersion2(frame.version)
    ? [...unit.flatMap((one) => segmentSplices2(one, frame)), ...candidateSplices2(unit, frame)]
    : unitSplices1(unit, frame, language);
}
