import type { XliffFile, XliffSegment } from './file.ts';
import { scanXliff } from './scan.ts';

/**
 * Opens an XLIFF file, 1.0 to 1.2 and 2.0 to 2.2, of any tool and in any languages, so that it can be worked on and
 * given back with nothing changed but what was worked on (`writeBack`). Nothing is checked that reading does not
 * need: `validateXliff` does that. All of it is kept; `scanXliff` reads unit by unit.
 *
 * @throws CalqueError `ill-formed-xml` with line and column; `ill-formed-file` when it is no XLIFF;
 * `unsupported-format` for another version or encoding; `not-text`, `not-utf8`, `text-too-long`
 */
export function openXliff(bytes: Uint8Array, name: string): XliffFile {
  const segments: XliffSegment[][] = [];
  const { frame, documents, languageHolders } = scanXliff(bytes, name, {
    document: () => void segments.push([]),
    unit: (read) => void segments.at(-1)?.push(...read),
  });
  return {
    ...frame,
    documents: documents.map((document, index) => ({ ...document, segments: segments[index] ?? [] })),
    languageHolders,
  };
}
