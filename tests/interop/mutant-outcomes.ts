import { expect } from 'vitest';
import { CalqueError } from '../../memory/model/errors.ts';
import { seeded } from '../support/seeded.ts';
import { mutant } from './mutants.ts';

/** More mutants, and others, by hand: `CALQUE_MUTANTS=20000 CALQUE_SEED=7`. */
const SEED = Number(process.env['CALQUE_SEED'] ?? 1);

/** No mutant may take more time of the processor; real files of their size take a hundredth of it. */
const MAXIMUM_MILLISECONDS = 2000;

/** How many mutants are read of a kind. @param few where nobody asked for another number */
function mutantCount(few: number): number {
  return Number(process.env['CALQUE_MUTANTS'] ?? few);
}

/** How long a test of so many mutants may take before it is taken for hung. */
export function patience(few: number): number {
  return 60_000 + mutantCount(few) * 500;
}

export type NamedBytes = readonly [name: string, bytes: Uint8Array];

interface Mutation {
  /** Names the files in the report. */
  readonly what: string;
  readonly few: number;
  /** Makes one of a file; `mutant` where nothing else is said. */
  readonly mutate?: typeof mutant;
}

/** Reads mutants of files. @returns how many were `taken`, or were refused with which code */
export async function outcomes(
  files: readonly NamedBytes[],
  { what, few, mutate = mutant }: Mutation,
  read: (bytes: Uint8Array, name: string) => Promise<void>,
): Promise<Readonly<Record<string, number>>> {
  const random = seeded(SEED);
  const counts: Record<string, number> = {};
  for (let number = 0; number < mutantCount(few); number++) {
    const [name, bytes] = files[random(files.length)] ?? ['', new Uint8Array()];
    const bad = mutate(bytes, random);
    const code = await outcome(`mutant ${number} of seed ${SEED}, ${name}`, () => read(bad, name));
    counts[code] = (counts[code] ?? 0) + 1;
  }
  process.stdout.write(`  ${mutantCount(few)} mutants of ${what}: ${JSON.stringify(counts)}\n`);
  return counts;
}

/** `taken`, or the code of the error; anything but an error for people fails the test, and so does a hang. */
async function outcome(label: string, read: () => Promise<void>): Promise<string> {
  const start = process.cpuUsage();
  let code = 'taken';
  try {
    await read();
  } catch (error) {
    if (!(error instanceof CalqueError)) throw new Error(`${label}: ${String(error)}`, { cause: error });
    expect(error.code, label).not.toBe('internal');
    code = error.code;
  }
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000, label).toBeLessThan(MAXIMUM_MILLISECONDS);
  return code;
}
