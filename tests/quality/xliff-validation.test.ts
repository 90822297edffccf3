import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../memory/formats/xliff/validate/validate.ts';
import { needsShared, sharedPath } from '../support/shared.ts';

const SUITES = ['oasis-21', 'oasis-22'] as const;
const PARTS = ['core', 'modules'] as const;

/** The only file of the suites that is not well-formed XML, though its name says that it is valid. */
const ILL_FORMED = 'Good-pgs_plural.xlf';

interface Verdict {
  readonly name: string;
  readonly isValid: boolean;
}

function verdicts(suite: string, part: string, kind: string): Promise<readonly Verdict[]> {
  const folder = sharedPath('corpora/xliff', suite, part, kind);
  return Promise.all(
    readdirSync(folder).map(async (name) => {
      const faults = await validateXliff([readFileSync(join(folder, name))], name);
      return { name, isValid: faults.length === 0 };
    }),
  );
}

const cases = SUITES.flatMap((suite) => PARTS.map((part) => [suite, part] as const));

describe('the OASIS test suites', needsShared(...SUITES.map((suite) => `corpora/xliff/${suite}`)), () => {
  it.each(cases)('%s %s: what is valid is accepted, what is invalid rejected', async (suite, part) => {
    const valid = await verdicts(suite, part, 'valid');
    const invalid = await verdicts(suite, part, 'invalid');
    const accepted = valid.filter(({ isValid }) => isValid).length;
    const rejected = invalid.filter(({ isValid }) => !isValid).length;
    process.stdout.write(
      `  ${suite} ${part.padEnd(7)}  accepted ${accepted} of ${valid.length}  rejected ${rejected} of ${invalid.length}\n`,
    );
    expect(valid.filter(({ isValid, name }) => !isValid && name !== ILL_FORMED)).toEqual([]);
    expect(invalid.filter(({ isValid }) => isValid)).toEqual([]);
    expect(invalid.length).toBe(part === 'core' ? 119 : 43);
  });
});
