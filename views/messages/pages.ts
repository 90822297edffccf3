import { accounts as enAccounts } from './en/accounts.ts';
import { administration as enAdministration } from './en/administration.ts';
import { analysis as enAnalysis } from './en/analysis.ts';
import { apiDocs as enApiDocs } from './en/api-docs.ts';
import { candidates as enCandidates } from './en/candidates.ts';
import { checks as enChecks } from './en/checks.ts';
import { concordance as enConcordance } from './en/concordance.ts';
import { errors as enErrors, tellError as enTell } from './en/errors.ts';
import { format as enFormat } from './en/formats.ts';
import { importing as enImporting } from './en/importing.ts';
import { jobs as enJobs } from './en/jobs.ts';
import { keys as enKeys } from './en/keys.ts';
import { managing as enManaging } from './en/managing.ts';
import { memories as enMemories } from './en/memories.ts';
import { projectSettings as enProjectSettings } from './en/project-settings.ts';
import { projects as enProjects } from './en/projects.ts';
import { reading as enReading } from './en/reading.ts';
import { reviews as enReviews } from './en/reviews.ts';
import { revision as enRevision } from './en/revision.ts';
import { settings as enSettings } from './en/settings.ts';
import { shared as enShared } from './en/shared.ts';
import { site as enSite } from './en/site.ts';
import { mentions as enMentions, statistics as enStatistics } from './en/statistics.ts';
import { tables as enTables } from './en/tables.ts';
import { termbases as enTermbases } from './en/termbases.ts';
import { terms as enTerms } from './en/terms.ts';
import { unitFilters as enUnitFilters } from './en/unit-filters.ts';
import { validating as enValidating } from './en/validating.ts';
import { workplace as enWorkplace } from './en/workplace.ts';
import { accounts as frAccounts } from './fr/accounts.ts';
import { administration as frAdministration } from './fr/administration.ts';
import { analysis as frAnalysis } from './fr/analysis.ts';
import { apiDocs as frApiDocs } from './fr/api-docs.ts';
import { candidates as frCandidates } from './fr/candidates.ts';
import { checks as frChecks } from './fr/checks.ts';
import { concordance as frConcordance } from './fr/concordance.ts';
import { errors as frErrors } from './fr/errors.ts';
import { format as frFormat } from './fr/formats.ts';
import { importing as frImporting } from './fr/importing.ts';
import { jobs as frJobs } from './fr/jobs.ts';
import { keys as frKeys } from './fr/keys.ts';
import { managing as frManaging } from './fr/managing.ts';
import { memories as frMemories } from './fr/memories.ts';
import { tellPageError } from './fr/page-sentences.ts';
import { projectSettings as frProjectSettings } from './fr/project-settings.ts';
import { projects as frProjects } from './fr/projects.ts';
import { reading as frReading } from './fr/reading.ts';
import { reviews as frReviews } from './fr/reviews.ts';
import { revision as frRevision } from './fr/revision.ts';
import { settings as frSettings } from './fr/settings.ts';
import { shared as frShared } from './fr/shared.ts';
import { site as frSite } from './fr/site.ts';
import { mentions as frMentions, statistics as frStatistics } from './fr/statistics.ts';
import { tables as frTables } from './fr/tables.ts';
import { termbases as frTermbases } from './fr/termbases.ts';
import { terms as frTerms } from './fr/terms.ts';
import { unitFilters as frUnitFilters } from './fr/unit-filters.ts';
import { validating as frValidating } from './fr/validating.ts';
import { workplace as frWorkplace } from './fr/workplace.ts';
import type { InterfaceLanguage } from './language.ts';

const english = {
  language: 'en' as InterfaceLanguage,
  format: enFormat,
  shared: enShared,
  errors: enErrors,
  tellError: enTell,
  site: enSite,
  accounts: enAccounts,
  administration: enAdministration,
  analysis: enAnalysis,
  reading: enReading,
  settings: enSettings,
  checks: enChecks,
  keys: enKeys,
  projects: enProjects,
  projectSettings: enProjectSettings,
  memories: enMemories,
  managing: enManaging,
  termbases: enTermbases,
  candidates: enCandidates,
  terms: enTerms,
  unitFilters: enUnitFilters,
  concordance: enConcordance,
  importing: enImporting,
  tables: enTables,
  reviews: enReviews,
  statistics: enStatistics,
  mentions: enMentions,
  workplace: enWorkplace,
  jobs: enJobs,
  revision: enRevision,
  validating: enValidating,
  apiDocs: enApiDocs,
};

/** All that the pages say, in one language. */
export type PageMessages = typeof english;

const french: PageMessages = {
  language: 'fr',
  format: frFormat,
  shared: frShared,
  errors: frErrors,
  tellError: tellPageError,
  site: frSite,
  accounts: frAccounts,
  administration: frAdministration,
  analysis: frAnalysis,
  reading: frReading,
  settings: frSettings,
  checks: frChecks,
  keys: frKeys,
  projects: frProjects,
  projectSettings: frProjectSettings,
  memories: frMemories,
  managing: frManaging,
  termbases: frTermbases,
  candidates: frCandidates,
  terms: frTerms,
  unitFilters: frUnitFilters,
  concordance: frConcordance,
  importing: frImporting,
  tables: frTables,
  reviews: frReviews,
  statistics: frStatistics,
  mentions: frMentions,
  workplace: frWorkplace,
  jobs: frJobs,
  revision: frRevision,
  validating: frValidating,
  apiDocs: frApiDocs,
};

export const PAGE_MESSAGES: Readonly<Record<InterfaceLanguage, PageMessages>> = { en: english, fr: french };
