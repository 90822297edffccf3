import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { codeKey } from '../../memory/formats/xliff/code-tags.ts';
import type { XliffSegment } from '../../memory/formats/xliff/file.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import type { InlineContent } from '../../memory/model/inline.ts';
import { contentCodes, isCode } from '../../memory/model/inline.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { openXliff, writeBack, type XliffFile } from '../support/xliff.ts';
import { type OutsideView, outsideView } from './outside-reader.ts';

const REAL = 'corpora/xliff/real';

interface RealFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What an outside parser finds in it. */
  readonly view: OutsideView;
}

function segmentsOf(file: XliffFile): readonly XliffSegment[] {
  return file.documents.flatMap(({ segments }) => segments);
}

/** Texts and codes without what else is known of a code, which a target may write otherwise than its source. */
function bare(content: InlineContent): readonly unknown[] {
  return content.map((part) => (isCode(part) ? codeKey(part) : part));
}

const MARKER = 'Marqué « & » n° ';

describe('XLIFF files of other tools', needsShared(REAL), () => {
  /** The files that an outside parser finds to be well-formed XLIFF. */
  let files: readonly RealFile[];
  beforeAll(() => {
    files = readdirSync(sharedPath(REAL)).flatMap((name) => {
      const bytes = new Uint8Array(readFileSync(join(sharedPath(REAL), name)));
      const view = outsideView(bytes);
      return view === undefined ? [] : [{ name, bytes, view }];
    });
  });

  it('are opened and given back byte for byte, and read the same the next time', () => {
    let segments = 0;
    for (const { name, bytes } of files) {
      const file = openXliff(bytes, name);
      expect(Buffer.compare(writeBack(file, []), bytes), name).toBe(0);
      const ids = segmentsOf(file).map(({ id }) => id);
      expect(new Set(ids).size, name).toBe(ids.length);
      segments += ids.length;
    }
    expect(segments).toBeGreaterThan(1000);
    process.stdout.write(`  ${files.length} files opened and given back byte for byte: ${segments} segments\n`);
  });

  it('take a marker in every target, and nothing else changes', () => {
    let marked = 0;
    for (const { name, bytes, view } of files) {
      const file = openXliff(bytes, name);
      const changes = segmentsOf(file).map(({ id, source }, index) => ({
        id,
        target: [`${MARKER}${index};`, ...contentCodes(source)],
        status: 'confirmed' as const,
      }));
      const written = writeBack(file, changes);
      const after = outsideView(written);
      expect(after?.rest, name).toBe(view.rest);
      const found = [...(after?.targets.join('') ?? '').matchAll(/Marqué « & » n° (\d+);/g)].map(([, number]) =>
        Number(number),
      );
      expect(
        found.toSorted((a, b) => a - b),
        name,
      ).toEqual(changes.map((_, index) => index));
      const again = segmentsOf(openXliff(written, name));
      expect(
        again.map(({ source }) => source),
        name,
      ).toEqual(segmentsOf(file).map(({ source }) => source));
      expect(
        again.map(({ target }) => bare(target)),
        name,
      ).toEqual(changes.map(({ target }) => bare(target)));
      marked += found.length;
    }
    process.stdout.write(`  ${marked} targets marked\n`);
  });

  it('stay valid when every empty target is filled with the codes of its source, and all are reviewed', async () => {
    let checked = 0;
    for (const { name, bytes } of files) {
      if ((await validateXliff([bytes], name)).length > 0) continue;
      const file = openXliff(bytes, name);
      const changes = segmentsOf(file).map(({ id, source, target }) => {
        return { id, target: target.length > 0 ? target : source, status: 'reviewed' as const };
      });
      if (changes.length === 0) continue;
      const written = writeBack(file, changes, { targetLanguage: 'en' });
      expect(await validateXliff([written], name), name).toEqual([]);
      checked++;
    }
    expect(checked).toBeGreaterThan(100);
    process.stdout.write(`  ${checked} valid files still valid with other targets\n`);
  });

  it('keep their bytes when every target is set to what it was', () => {
    for (const { name, bytes, view } of files) {
      const file = openXliff(bytes, name);
      const changes = segmentsOf(file)
        .filter(({ target }) => target.length > 0)
        .map(({ id, target }) => ({ id, target }));
      const written = outsideView(writeBack(file, changes));
      expect(written, name).toEqual(view);
    }
  });
});
