import type { Migration } from '../../sql/migration.ts';
import { foundation } from './0001-foundation.ts';
import { unitBatches } from './0002-unit-batches.ts';
import { machine } from './0003-machine.ts';
import { termbases } from './0004-termbases.ts';
import { accounts } from './0005-accounts.ts';
import { indexBeside } from './0006-index-beside.ts';
import { projectRanks } from './0007-project-ranks.ts';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  unitBatches,
  machine,
  termbases,
  accounts,
  indexBeside,
  projectRanks,
];
