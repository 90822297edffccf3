import type { Migration } from '../../sql/migration.ts';
import { foundation } from './0001-foundation.ts';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [foundation];
