import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { needsShared, sharedPath } from '../support/shared.ts';
import { schemaFaults, XLIFF_2_SCHEMAS } from './schemas.ts';

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
  it('refuses every real file that they refuse', () => {
    let refused = 0;
    let checked = 0;
    for (const name of readdirSync(sharedPath(REAL))) {
      const bytes = readFileSync(join(sharedPath(REAL), name));
      const faults = byNamespace(bytes.toString('utf8'));
      if (faults === undefined) continue;
      checked++;
      const ours = validateXliff(bytes, name);
      if (ours.length > 0) refused++;
      if (faults.length > 0) expect(ours, `${name}: ${faults[0]}`).not.toEqual([]);
    }
    expect(refused).toBeGreaterThan(0);
    process.stdout.write(`  ${checked} real files of XLIFF 2 checked, ${refused} refused\n`);
  });
});
