import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateTmx } from '../../memory/formats/tmx/validate/validate.ts';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { schemaFaults, TMX_DTDS, tmxFaults, XLIFF_2_SCHEMAS } from './schemas.ts';

const REAL = 'corpora/xliff/real';

/** A schema for the namespace of a file; `undefined` for another, or where a parser refuses it. */
function byNamespace(text: string): readonly string[] | undefined {
  const [, version] = /urn:oasis:names:tc:xliff:document:(2\.[02])["']/.exec(text) ?? [];
  if (version === undefined) return undefined;
  try {
    return schemaFaults(text, version === '2.2' ? XLIFF_2_SCHEMAS['2.2'] : XLIFF_2_SCHEMAS['2.1']);
  } catch {
    return undefined;
  }
}

describe('validation beside the schemas', needsShared(REAL, ...Object.values(XLIFF_2_SCHEMAS)), () => {
  it('refuses every real file that they refuse', async () => {
    let refused = 0;
    let checked = 0;
    for (const name of readdirSync(sharedPath(REAL))) {
      const bytes = readFileSync(join(sharedPath(REAL), name));
      const faults = byNamespace(bytes.toString('utf8'));
      if (faults === undefined) continue;
      checked++;
      const ours = await validateXliff([bytes], name);
      if (ours.length > 0) refused++;
      if (faults.length > 0) expect(ours, `${name}: ${faults[0]}`).not.toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
    process.stdout.write(`  ${checked} real files of XLIFF 2 checked, ${refused} refused\n`);
  });
});

const REAL_TMX = 'corpora/tmx/real';

describe('validation of TMX beside the document types', needsShared(REAL_TMX, ...Object.values(TMX_DTDS)), () => {
  it('refuses every real file that they refuse, and none for its form that they do not', async () => {
    const outcomes: Record<string, number> = {};
    for (const name of readdirSync(sharedPath(REAL_TMX))) {
      const bytes = readFileSync(join(sharedPath(REAL_TMX), name));
      const theirs = byDocumentType(bytes);
      if (theirs === undefined) continue;
      const ours = await validateTmx([bytes], name);
      if (theirs.length > 0) expect(ours, `${name}: ${theirs[0]}`).not.toEqual([]);
      else
        expect(
          ours.filter(({ message }) => FORM.test(message)),
          name,
        ).toEqual([]);
      const outcome = `${theirs.length > 0 ? 'refused' : 'taken'} by theirs, ${ours.length > 0 ? 'refused' : 'taken'} by ours`;
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    process.stdout.write(`  real TMX files: ${JSON.stringify(outcomes)}\n`);
  });
});

/** Faults that a document type can have too. */
const FORM = /must not stand here|lacks|holds text|none that it has|There is no element/;

/** The document type of a file's version against it; `undefined` where it states none, or a parser refuses it. */
function byDocumentType(bytes: Buffer): readonly string[] | undefined {
  // What the file says of its own document type would be looked for beside it.
  const text = bytes.toString('utf8').replace(/<!DOCTYPE[^>[]*>/, '');
  const [, version] = /<tmx\b[^>]*\sversion\s*=\s*["'](1\.[1-4])["']/.exec(text) ?? [];
  if (version === undefined) return undefined;
  try {
    return tmxFaults(text, TMX_DTDS[version as keyof typeof TMX_DTDS]);
  } catch {
    return undefined;
  }
}
