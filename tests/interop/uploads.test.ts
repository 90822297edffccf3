import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentCodes } from '../../memory/model/inline.ts';
import { openSqliteStore } from '../../memory/store/sqlite/open.ts';
import type { Store } from '../../memory/store/store.ts';
import { createProjects } from '../../src/services/projects.ts';
import { createXliffFiles, originalFile } from '../../src/services/xliff-files.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { outsideView } from './outside-reader.ts';

const REAL = 'corpora/xliff/real';
const ACTOR = { by: 'translator', at: '2026-01-02T03:04:05.000Z' };

let store: Store;
beforeAll(async () => {
  store = await openSqliteStore(':memory:');
});
afterAll(() => store?.close());

/**
 * What is tried here is the form of the files, so those in other languages are said to be in ours: each file with the
 * languages its parts name exchanged. What cannot be changed in single bytes stays as it is.
 */
function inOurLanguages(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const exchanged = text
    .replaceAll(/(\s(?:source-language|srcLang)\s*=\s*["'])[^"']*/g, '$1en')
    .replaceAll(/(\s(?:target-language|trgLang)\s*=\s*["'])[^"']*/g, '$1fr');
  return Buffer.from(exchanged, 'latin1');
}

/** XLIFF 2 with targets must state their language: where the file left it open, it is filled in. */
function withTargetLanguage(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const isOpen = /<xliff\b[^>]*\ssrcLang=/.test(text) && !/<xliff\b[^>]*\strgLang=/.test(text);
  return isOpen ? Buffer.from(text.replace(/(<xliff\b[^>]*)>/, '$1 trgLang="fr">'), 'latin1') : bytes;
}

describe('XLIFF files of other tools, as documents in the editor', needsShared(REAL), () => {
  it('come back byte for byte when nothing is done, and with nothing but targets changed when all are', async () => {
    const files = createXliffFiles(store, createProjects(store));
    const refused: Record<string, number> = {};
    let taken = 0;
    let marked = 0;
    for (const name of readdirSync(sharedPath(REAL))) {
      const bytes = inOurLanguages(readFileSync(join(sharedPath(REAL), name)));
      // What an outside parser cannot read cannot be compared by it.
      if (outsideView(bytes) === undefined) continue;
      const opened = await files.create({ name, bytes }, ACTOR).catch((error: unknown) => {
        if (!(error instanceof CalqueError)) throw error;
        refused[error.code] = (refused[error.code] ?? 0) + 1;
      });
      if (!opened) continue;
      const { project, document } = opened;
      expect(Buffer.compare((await originalFile(store, project, [document])).bytes, bytes), name).toBe(0);

      let mine = 0;
      for (const { id, version, source, locked } of await store.listSegments(document.id)) {
        if (locked) continue;
        const target = [`Marqué « & » n° ${mine++};`, ...contentCodes(source)];
        await store.saveSegment(id, version, { target, origin: { kind: 'human' } }, ACTOR);
      }
      const stated = mine > 0 ? withTargetLanguage(bytes) : bytes;
      const after = outsideView((await originalFile(store, project, [document])).bytes);
      expect(after?.rest, name).toBe(outsideView(stated)?.rest);
      const found = [...(after?.targets.join('') ?? '').matchAll(/Marqué « & » n° (\d+);/g)].map(([, number]) =>
        Number(number),
      );
      expect(
        found.toSorted((a, b) => a - b),
        name,
      ).toEqual(Array.from({ length: mine }, (_, index) => index));
      await store.deleteProject(project.id);
      taken++;
      marked += mine;
    }
    expect(taken).toBeGreaterThan(400);
    process.stdout.write(`  ${taken} files taken, ${marked} targets marked; refused: ${JSON.stringify(refused)}\n`);
  });
});
