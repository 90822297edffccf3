import { expect, it } from 'vitest';
import { citusLines } from '../../../src/cli/check.ts';

it('says in a line of each database where Citus is there, and what it is not used for', () => {
  const plain = { engine: 'PostgreSQL', version: '17.2' } as const;
  expect(citusLines([plain, { engine: 'SQLite', version: '3.49.1' }])).toEqual([]);
  expect(citusLines([{ ...plain, citus: {} }, plain, { ...plain, citus: { version: '13.0-1' } }])).toEqual([
    expect.stringMatching(/^The database: Citus could be made part of it\. Calque does not use it/),
    expect.stringMatching(/^Shard 2: Citus 13\.0-1 is part of it\. Calque does not use it/),
  ]);
});
