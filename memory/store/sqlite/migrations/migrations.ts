import type { Migration } from '../../sql/migration.ts';
import { foundation } from './0001-foundation.ts';
import { index } from './0002-index.ts';
import { documentFiles } from './0003-document-files.ts';
import { jobs } from './0004-jobs.ts';
import { reviews } from './0005-reviews.ts';
import { events } from './0006-events.ts';
import { requestKeys } from './0007-request-keys.ts';
import { comments } from './0008-comments.ts';
import { segmentationChoices } from './0009-segmentation-choices.ts';
import { memoryRevisions } from './0010-memory-revisions.ts';
import { lexicon } from './0011-lexicon.ts';
import { segmentBlocks } from './0012-segment-blocks.ts';
import { unitBatches } from './0013-unit-batches.ts';
import { machine } from './0014-machine.ts';
import { termbases } from './0015-termbases.ts';
import { accounts } from './0016-accounts.ts';
import { indexBeside } from './0017-index-beside.ts';
import { projectRanks } from './0018-project-ranks.ts';

/** Every step of the schema, in order. */
export const MIGRATIONS: readonly Migration[] = [
  foundation,
  index,
  documentFiles,
  jobs,
  reviews,
  events,
  requestKeys,
  comments,
  segmentationChoices,
  memoryRevisions,
  lexicon,
  segmentBlocks,
  unitBatches,
  machine,
  termbases,
  accounts,
  indexBeside,
  projectRanks,
];
