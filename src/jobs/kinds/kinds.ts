import type { z } from 'zod';
import { CalqueError } from '../../../memory/model/errors.ts';
import type { JobKind } from '../../../memory/model/job.ts';
import type { Kind } from '../kind.ts';
import { analyse } from './analyse.ts';
import { backup } from './backup.ts';
import { checkMemoryKind } from './check-memory.ts';
import { deleteMemoryKind } from './delete-memory.ts';
import { deleteUnitsKind } from './delete-units.ts';
import { exportProject } from './export-project.ts';
import { extractTermsKind } from './extract-terms.ts';
import { importFile } from './import.ts';
import { importArticles } from './import-articles.ts';
import { importTerms } from './import-terms.ts';
import { pretranslate } from './pretranslate.ts';
import { pretranslateFile } from './pretranslate-file.ts';
import { promoteKind } from './promote.ts';
import { readArticle } from './read-article.ts';
import { readOffersKind } from './read-offers.ts';
import { reindex } from './reindex.ts';
import { replace } from './replace.ts';
import { takeXliff } from './take-xliff.ts';
import { train } from './train.ts';
import { undoBatch } from './undo-batch.ts';
import { validate } from './validate.ts';

/** Every kind of job there is. */
export const KINDS = {
  import: importFile,
  analyse,
  backup,
  'export-project': exportProject,
  'extract-terms': extractTermsKind,
  'check-memory': checkMemoryKind,
  'delete-memory': deleteMemoryKind,
  'delete-units': deleteUnitsKind,
  'import-articles': importArticles,
  'import-terms': importTerms,
  pretranslate,
  promote: promoteKind,
  replace,
  'undo-batch': undoBatch,
  'pretranslate-file': pretranslateFile,
  'read-article': readArticle,
  'read-offers': readOffersKind,
  reindex,
  'take-xliff': takeXliff,
  train,
  validate,
} as const;

export type KindName = keyof typeof KINDS;
export type KindInput<K extends KindName> = z.input<(typeof KINDS)[K]['input']>;
export type KindResult<K extends KindName> = Awaited<ReturnType<(typeof KINDS)[K]['run']>>;

/** @throws CalqueError `not-found` for a kind that this version does not know */
export function kindNamed(name: JobKind): Kind {
  if (Object.hasOwn(KINDS, name)) return KINDS[name as KindName];
  throw new CalqueError('not-found', `There is no kind of job “${name}”.`, { where: 'kind' });
}
