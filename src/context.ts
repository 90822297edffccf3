import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Retrieval } from '../memory/retrieval/retrieval.ts';
import type { Store } from '../memory/store/store.ts';
import type { Accounts } from './accounts/accounts.ts';
import { openAccounts } from './accounts/accounts.ts';
import type { Config } from './config.ts';
import { addressOf } from './config.ts';
import { fileError } from './files.ts';
import type { Spool } from './jobs/spool.ts';
import { createSpool } from './jobs/spool.ts';
import { createThreads } from './jobs/threads.ts';
import type { MachineTranslator } from './machine/machine.ts';
import type { Access } from './services/access.ts';
import { createAccess } from './services/access.ts';
import type { ArticleReader } from './services/article-reader.ts';
import { readerHere, readerInThreads } from './services/article-reader.ts';
import type { Articles } from './services/articles.ts';
import { createArticles } from './services/articles.ts';
import type { Backups } from './services/backups.ts';
import { createBackups } from './services/backups.ts';
import type { Concordance } from './services/concordance.ts';
import { createConcordance } from './services/concordance.ts';
import type { FileOffers } from './services/file-offers.ts';
import { createFileOffers } from './services/file-offers.ts';
import type { Imports } from './services/imports/imports.ts';
import { createImports } from './services/imports/imports.ts';
import type { TermImports } from './services/imports/term-imports.ts';
import { createTermImports } from './services/imports/term-imports.ts';
import { transfersInThreads, xliffFilesInThreads } from './services/large-files.ts';
import type { Lookup, TookTier } from './services/lookup.ts';
import { createLookup } from './services/lookup.ts';
import type { Machine } from './services/machine.ts';
import { createMachine } from './services/machine.ts';
import type { Once } from './services/once.ts';
import { createOnce } from './services/once.ts';
import type { Pretranslation } from './services/pretranslation.ts';
import { createPretranslation } from './services/pretranslation.ts';
import { createProjectFiles, type ProjectFiles } from './services/project-files.ts';
import type { Projects } from './services/projects.ts';
import { createProjects } from './services/projects.ts';
import type { Reviews } from './services/reviews.ts';
import { createReviews } from './services/reviews.ts';
import type { Revisions } from './services/revisions.ts';
import { createRevisions } from './services/revisions.ts';
import type { Segments } from './services/segments.ts';
import { createSegments } from './services/segments.ts';
import type { TermEntries } from './services/term-entries.ts';
import { createTermEntries } from './services/term-entries.ts';
import type { Threads } from './services/threads.ts';
import type { Transfers } from './services/transfers.ts';
import { createTransfers } from './services/transfers.ts';
import type { Units } from './services/units.ts';
import { createUnits } from './services/units.ts';
import type { Validation } from './services/validation.ts';
import { validationHere, validationInThreads } from './services/validation.ts';
import type { XliffFiles } from './services/xliff-files.ts';
import { createXliffFiles } from './services/xliff-files.ts';
import { openAlone, openForServing } from './threads/open.ts';

/** An installation, opened: its store and the services around it. Each user takes from it the parts it works with. */
export interface Context {
  /** Closes the accounts too. */
  readonly store: Store;
  readonly accounts: Accounts;
  readonly access: Access;
  readonly retrieval: Retrieval;
  readonly lookup: Lookup;
  readonly machine: Machine;
  readonly concordance: Concordance;
  readonly reader: ArticleReader;
  readonly articles: Articles;
  /** Absent where no folder for them is set. */
  readonly backups?: Backups | undefined;
  readonly fileOffers: FileOffers;
  readonly imports: Imports;
  readonly pretranslation: Pretranslation;
  readonly projects: Projects;
  readonly reviews: Reviews;
  readonly segments: Segments;
  readonly termEntries: TermEntries;
  readonly termImports: TermImports;
  readonly transfers: Transfers;
  readonly revisions: Revisions;
  readonly units: Units;
  readonly once: Once;
  readonly spool: Spool;
  readonly threads: Threads;
  readonly projectFiles: ProjectFiles;
  readonly validation: Validation;
  readonly xliffFiles: XliffFiles;
}

/**
 * Opens the installation in the configured folder, which is made when it is missing.
 * @param use who it is for: a server's event loop must never be held up
 * @param took is told how long the tiers of lookups take
 * @throws CalqueError `read-only-database`, `newer-database`, `foreign-database`, `database-busy`, and of a server
 * `database-unreachable`, `database-refused`, `unsupported-database`
 */
export async function openContext(
  config: Config,
  use: 'alone' | 'serving' = 'alone',
  took?: TookTier,
): Promise<Context> {
  makeFolder(config.dataFolder);
  const open = use === 'serving' ? openForServing : openAlone;
  const { store: opened, retrieval, concordance } = await open(config);
  const accounts = accountsOf(config);
  const store: Store = {
    ...opened,
    async close() {
      await accounts.close();
      await opened.close();
    },
  };
  const threads = createThreads(config);
  const reader = use === 'serving' ? readerInThreads(threads, store) : readerHere(store);
  const projects = createProjects(store);
  const machine = createMachine(store, await translatorOf(config), Date.now);
  const lookup = createLookup(store, retrieval, machine, took);
  const transfers = createTransfers(store, lookup, Date.now);
  const xliffFiles = createXliffFiles(store, projects);
  const waiting = join(config.dataFolder, 'spool');
  return {
    store,
    accounts,
    access: createAccess(store, accounts),
    retrieval,
    lookup,
    machine,
    concordance: createConcordance(store, concordance),
    reader,
    articles: createArticles(store, reader),
    backups: config.backups && createBackups(config.databaseFile, config.backups, Date.now),
    fileOffers: createFileOffers(store, threads),
    imports: createImports(store, retrieval, waiting),
    pretranslation: createPretranslation(store, lookup),
    projects,
    projectFiles: createProjectFiles(store, projects, reader),
    reviews: createReviews(store, reader),
    segments: createSegments(store),
    termEntries: createTermEntries(store),
    termImports: createTermImports(store, waiting),
    transfers: use === 'serving' ? transfersInThreads(threads, store, transfers) : transfers,
    revisions: createRevisions(store),
    units: createUnits(store),
    once: createOnce(store),
    spool: createSpool(waiting),
    threads,
    validation: use === 'serving' ? validationInThreads(threads) : validationHere,
    xliffFiles: use === 'serving' ? xliffFilesInThreads(threads, xliffFiles) : xliffFiles,
  };
}

/** What most installations have none of is not loaded. */
async function translatorOf({ deepl }: Config): Promise<MachineTranslator | undefined> {
  return deepl && (await import('./machine/deepl.ts')).deepLTranslator(deepl);
}

function accountsOf(config: Config): Accounts {
  const { oidc, databaseUrl, databaseFile } = config;
  return openAccounts(databaseUrl ?? databaseFile, { url: addressOf(config), ...(oidc && { oidc }) });
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw fileError(error, folder, 'read-only-database');
  }
}
