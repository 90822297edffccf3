import type { Migration } from '../../sql/migration.ts';
import { foundation } from './0001-foundation.ts';
import { unitBatches } from './0002-unit-batches.ts';
import { machine } from './0003-machine.ts';
import { termbases } from './0004-termbases.ts';
import { accounts } from './0005-accounts.ts';
import { occurrenceBlocks } from './0006-occurrence-blocks.ts';
import { earlierDecisions } from './0007-earlier-decisions.ts';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  unitBatches,
  machine,
  termbases,
  accounts,
  occurrenceBlocks,
  earlierDecisions,
];
