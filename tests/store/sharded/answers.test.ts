import { describe } from 'vitest';
import type { Findings } from '../../../memory/retrieval/retrieval.ts';
import type { StoreLimits } from '../../../memory/store/sql/assemble.ts';
import { openSharded } from '../../../src/threads/sharded.ts';
import { newDatabase } from '../../support/database.ts';
import { type Other, realTexts } from '../answers.ts';

async function openOther(limits: StoreLimits): Promise<Other> {
  const databases = await Promise.all([0, 1, 2, 3].map(() => newDatabase()));
  const [coordinator = '', ...urls] = databases.map(({ url }) => url);
  const { store, retrieval } = await openSharded(coordinator, { urls, required: true }, limits);
  return { store, retrieval, close: () => store.close() };
}

/** All of it, but for the numbers of rows, which tell the shard. */
function shown(findings: Findings | undefined): unknown {
  if (findings === undefined) return undefined;
  const { matches, related, fragments, missing } = findings;
  const without = ({ unitId: _, documentId: __, ...rest }: { unitId: number; documentId?: number }) => rest;
  return { matches: matches.map(without), related: related.map(without), fragments: fragments.map(without), missing };
}

describe('an installation on three shards answers as one database does', () => realTexts(openOther, shown));
