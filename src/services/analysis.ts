import { setImmediate } from 'node:timers/promises';
import { checksUnder, type HouseRules } from '../../memory/checks/house-rules.ts';
import { runChecks } from '../../memory/checks/run.ts';
import { type Amount, type Analysis, BANDS, type Band, type ReportedIssue } from '../../memory/model/analysis.ts';
import { contentKey, contentText } from '../../memory/model/inline.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { Project, ProjectId, Segment } from '../../memory/model/project.ts';
import type { Store } from '../../memory/store/store.ts';
import type { FoundTerm } from '../../memory/terms/found-term.ts';
import { countWords } from '../../memory/text/words.ts';
import { houseRules } from './house-rules.ts';
import type { Lookup, Suggestions } from './lookup.ts';

/** The most issues that are listed one by one. */
const MOST_LISTED = 500;
/** Segments between two reports of progress. */
const STEP = 20;

/** The analysis of a project that was made last; `undefined` where none was. */
export async function lastAnalysis(
  store: Pick<Store, 'getSetting'>,
  projectId: ProjectId,
): Promise<Analysis | undefined> {
  return (await store.getSetting(settingOf(projectId))) as Analysis | undefined;
}

/**
 * Measures a project: by the very lookups of the editor, how much of it the memories know; by the checks, what is wrong
 * in its targets; and what was confirmed when. The result is kept until the next.
 * @param report called with segments done, of all; throws where the work is to stop
 */
export async function analyseProject(
  store: Store,
  lookup: Lookup,
  projectId: ProjectId,
  at: string,
  report: (done: number, total: number) => void,
): Promise<Analysis> {
  const project = await store.getProject(projectId);
  const rules = await houseRules(store);
  const documents = await store.listProjectDocuments(projectId);
  const lists = await Promise.all(documents.map(({ id }) => store.listSegments(id)));
  const total = lists.reduce((sum, { length }) => sum + length, 0);
  const bands = Object.fromEntries(BANDS.map((band) => [band, { segments: 0, words: 0 }])) as Record<Band, Amount>;
  const days = new Map<string, Amount>();
  const issues: ReportedIssue[] = [];
  const seen = new Set<string>();
  const translations = confirmedBySource(lists.flat());
  let done = 0;
  for (const segments of lists) {
    for (const [place, segment] of segments.entries()) {
      if (done % STEP === 0) {
        report(done, total);
        await setImmediate();
      }
      done++;
      const words = countWords(contentText(segment.source), languageOf(project.sourceLanguage));
      const key = contentKey(segment.source);
      const found = await suggestionsOf(lookup, project, segment, segments[place - 1], segments[place + 1]);
      const band = bandOf(found, seen.has(key));
      seen.add(key);
      bands[band] = plus(bands[band], words);
      const others = (translations.get(key) ?? []).filter(({ id }) => id !== segment.id);
      issues.push(...issuesOf(project, segment, rules, others, found?.terms ?? []));
      if (segment.status === 'confirmed' || segment.status === 'reviewed') {
        const day = segment.changedAt.slice(0, 10);
        days.set(day, plus(days.get(day), words));
      }
    }
  }
  report(total, total);
  const analysis: Analysis = {
    at,
    bands,
    issues: issues.slice(0, MOST_LISTED),
    issueCount: issues.length,
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, amount]) => ({ day, ...amount })),
  };
  await store.setSetting(settingOf(projectId), analysis);
  return analysis;
}

/** What the memories have, as the panel of the editor shows it; nothing for a segment without text. */
async function suggestionsOf(
  lookup: Lookup,
  project: Project,
  segment: Segment,
  previous: Segment | undefined,
  next: Segment | undefined,
): Promise<Suggestions | undefined> {
  if (contentText(segment.source).trim() === '') return undefined;
  return lookup.suggestionsIn(project, segment, { previous, next });
}

/** A match of the memory is worth more than a repetition only where it is a full one. */
function bandOf(found: Suggestions | undefined, repeated: boolean): Band {
  const rate = found?.matches[0]?.rate ?? 0;
  if (rate >= 101) return 'context';
  if (rate >= 100) return '100';
  if (repeated) return 'repetition';
  if (rate >= 95) return '95';
  if (rate >= 85) return '85';
  if (rate >= 75) return '75';
  if (rate >= 50) return '50';
  return (found?.related.length ?? 0) > 0 ? 'related' : 'new';
}

/** The segments that somebody has confirmed, by what they say in the source. */
function confirmedBySource(segments: readonly Segment[]): ReadonlyMap<string, readonly Segment[]> {
  const found = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (segment.status !== 'confirmed' && segment.status !== 'reviewed') continue;
    const key = contentKey(segment.source);
    found.set(key, [...(found.get(key) ?? []), segment]);
  }
  return found;
}

/** @param others confirmed segments of the project with the same source */
function issuesOf(
  project: Project,
  segment: Segment,
  rules: HouseRules,
  others: readonly Segment[],
  terms: readonly FoundTerm[],
): readonly ReportedIssue[] {
  if (segment.target.length === 0) return [];
  const { sourceLanguage, targetLanguage } = project;
  const elsewhere = others.map(({ target }) => contentText(target));
  const checked = { ...segment, sourceLanguage, targetLanguage, elsewhere, terms };
  return runChecks(checked, checksUnder(rules, targetLanguage)).map(({ code, severity, says, about, has }) => ({
    documentId: segment.documentId,
    number: segment.position + 1,
    code,
    severity,
    says,
    ...(about && { about }),
    ...(has !== undefined && { has }),
  }));
}

function plus(amount: Amount | undefined, words: number): Amount {
  return { segments: (amount?.segments ?? 0) + 1, words: (amount?.words ?? 0) + words };
}

function settingOf(projectId: ProjectId): string {
  return `analysis-${projectId}`;
}
