import { describe, expect } from 'vitest';
import type { Findings } from '../../../memory/retrieval/retrieval.ts';
import type { StoreLimits } from '../../../memory/store/sql/assemble.ts';
import { openSharded } from '../../../src/threads/sharded.ts';
import { newDatabase } from '../../support/database.ts';
import { type Other, realTexts } from '../answers.ts';

async function openOther(limits: StoreLimits): Promise<Other> {
  const uses = ['coordinator', 'shard 1', 'shard 2', 'shard 3'];
  const databases = await Promise.all(uses.map((use) => newDatabase(use)));
  const [coordinator = '', ...urls] = databases.map(({ url }) => url);
  const { store, retrieval } = await openSharded(coordinator, { urls, required: true }, limits);
  const close = async () => {
    await store.close();
    await Promise.all(databases.map((database) => database.release()));
  };
  return { store, retrieval, close };
}

/** A suggestion of any tier. */
interface Suggested {
  readonly unitId: number;
  readonly documentId?: number;
  readonly confidence?: number;
}

/** All of it, but for the numbers of rows, which tell the shard. */
function withoutRows({ unitId: _, documentId: __, ...suggested }: Suggested): object {
  return suggested;
}

/** The lexicon is summed up in another order, which shows in the last places. */
function about({ confidence, ...suggested }: Suggested): object {
  return { ...withoutRows(suggested), ...(confidence !== undefined && { confidence: expect.closeTo(confidence, 2) }) };
}

function each(show: (suggested: Suggested) => object) {
  return (findings: Findings | undefined): unknown =>
    findings && {
      ...findings,
      matches: findings.matches.map(show),
      related: findings.related.map(show),
      fragments: findings.fragments.map(show),
    };
}

describe('an installation on three shards answers as one database does', () =>
  realTexts(openOther, each(withoutRows), each(about)));
