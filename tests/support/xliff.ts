import type { XliffChange } from '../../memory/formats/xliff/changes.ts';
import type { XliffDocumentHead, XliffSegment } from '../../memory/formats/xliff/file.ts';
import { scanXliff } from '../../memory/formats/xliff/scan.ts';
import type { WriteBackOptions } from '../../memory/formats/xliff/write-back.ts';
import { rewriteXliff } from '../../memory/formats/xliff/write-back.ts';

interface XliffDocument extends XliffDocumentHead {
  readonly segments: readonly XliffSegment[];
}

/** All that an XLIFF file holds, kept: files in tests are small. */
export interface XliffFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly version: string;
  readonly dialect: string;
  readonly documents: readonly XliffDocument[];
}

/** @throws CalqueError as `scanXliff` does */
export function openXliff(bytes: Uint8Array, name: string): XliffFile {
  const segments: XliffSegment[][] = [];
  const { frame, documents } = scanXliff(bytes, name, {
    document: () => void segments.push([]),
    unit: (read) => void segments.at(-1)?.push(...read),
  });
  const { version, dialect } = frame;
  const whole = documents.map((document, index) => ({ ...document, segments: segments[index] ?? [] }));
  return { name, bytes, version, dialect, documents: whole };
}

/** The file with these changes, each of which must be of a segment it has. */
export function writeBack(file: XliffFile, changes: Iterable<XliffChange>, options?: WriteBackOptions): Uint8Array {
  const wanted = new Map([...changes].map((change) => [change.id, change]));
  const seen = new Set<string>();
  const changeOf = ({ id }: XliffSegment) => {
    seen.add(id);
    return wanted.get(id);
  };
  const written = rewriteXliff(file.bytes, file.name, changeOf, options);
  for (const id of wanted.keys()) if (!seen.has(id)) throw new Error(`${file.name} has no segment “${id}”.`);
  return written;
}
