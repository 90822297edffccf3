import { setImmediate } from 'node:timers/promises';
import { writtenCandidates } from '../../memory/formats/xliff/candidate-list.ts';
import type { XliffChange } from '../../memory/formats/xliff/changes.ts';
import type { Candidates } from '../../memory/formats/xliff/export-input.ts';
import { readXliffWork } from '../../memory/formats/xliff/work.ts';
import { rewriteXliff } from '../../memory/formats/xliff/write-back.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import type { LanguageTag } from '../../memory/model/language.ts';
import { languageOf, otherLanguage } from '../../memory/model/language.ts';
import type { NewSegment, ProjectDocument, Segment } from '../../memory/model/project.ts';
import type { MemoryId } from '../../memory/model/unit.ts';
import type { Actor, Store } from '../../memory/store/store.ts';
import { countWords } from '../../memory/text/words.ts';
import type { Lookup } from './lookup.ts';
import type { PretranslationReport, PretranslationRules } from './pretranslation-rules.ts';
import { bandOf, fillingFor, PretranslationCount } from './pretranslation-rules.ts';
import type { GivenFile } from './xliff-files.ts';

/** How a file is pre-translated. */
export interface PretranslationWish extends PretranslationRules {
  /** Whether what was found is written beside the segments, with where it comes from. */
  readonly candidates: boolean;
  /** The memories looked up; every memory when absent. */
  readonly memories?: readonly MemoryId[];
}

/** @param done segments, of `total`; throws where the work is to stop */
export type ReportProgress = (done: number, total: number) => void;

/** Fills what the memories know, confirms nothing, and counts the work by bands. */
export interface Pretranslation {
  /**
   * An XLIFF file with its empty targets filled and candidates added; the very bytes where nothing was found.
   * @throws CalqueError as `readXliffWork` does, or `not-found` for a memory
   */
  file(
    file: GivenFile,
    wish: PretranslationWish,
    report?: ReportProgress,
  ): Promise<{ readonly bytes: Uint8Array; readonly report: PretranslationReport }>;
  /**
   * Fills the empty targets of documents in the editor, as drafts, by the memories of their project. What is translated
   * meanwhile by hand stays. Doing it twice does it once.
   * @param actorNow who fills, at the moment of asking
   */
  documents(
    documents: readonly ProjectDocument[],
    rules: PretranslationRules,
    actorNow: () => Actor,
    report?: ReportProgress,
  ): Promise<PretranslationReport>;
}

/** Suggestions that are looked at for each segment, and written as candidates. */
const LIMIT = 3;

/** Where no rule asks for less, what is less alike is not looked for. */
const LEAST_RATE = 70;

/** Segments between two reports of progress. */
const STEP = 20;

export function createPretranslation(store: Store, lookup: Lookup): Pretranslation {
  async function find(
    segments: readonly Pick<NewSegment, 'source'>[],
    index: number,
    languages: { readonly sourceLanguage: LanguageTag; readonly targetLanguage: LanguageTag },
    { machine, fuzzy = LEAST_RATE, memories }: PretranslationRules & { readonly memories?: readonly MemoryId[] },
  ): Promise<Candidates> {
    const text = segments[index]?.source ?? [];
    if (contentText(text).trim() === '') return { matches: [], related: [], machine: [] };
    const [previous, next] = [segments[index - 1]?.source, segments[index + 1]?.source];
    const ask = (tiers: ('matches' | 'machine')[]) =>
      lookup.lookup({
        text: [...text],
        ...languages,
        ...(previous && { previous: [...previous] }),
        ...(next && { next: [...next] }),
        ...(memories && { memories: [...memories] }),
        minimumRate: Math.min(fuzzy, LEAST_RATE),
        limit: LIMIT,
        tiers,
      });
    const { matches } = await ask(['matches']);
    // Machine translation costs: it is asked for what no match fills alone.
    const isNeeded = machine && !fillingFor(text, { matches, machine: [] }, { adapted: true, fuzzy, machine: false });
    const translated = isNeeded ? (await ask(['machine'])).machine : [];
    return {
      matches,
      related: [],
      machine: translated.flatMap(({ engine, target }) => (target ? [{ engine, target }] : [])),
    };
  }

  return {
    async file({ name, bytes }, wish, report) {
      const work = readXliffWork(bytes, name);
      const { sourceLanguage } = work;
      const targetLanguage = work.targetLanguage ?? otherLanguage(languageOf(sourceLanguage));
      const count = new PretranslationCount();
      const changes = new Map<string, XliffChange>();
      for (const [index, { source, target, locked, words, fileSegment: id = '' }] of work.segments.entries()) {
        if (index % STEP === 0) report?.(index, work.segments.length);
        if (locked || target) {
          count.segment(locked ? 'locked' : 'translated', words);
          continue;
        }
        await setImmediate();
        const found = await find(work.segments, index, { sourceLanguage, targetLanguage }, wish);
        count.segment(bandOf(found.matches), words);
        const filling = fillingFor(source, found, wish);
        const candidates = wish.candidates ? writtenCandidates(found, targetLanguage) : [];
        if (filling) count.filled(filling);
        if (candidates.length > 0) count.candidates();
        if (!filling && candidates.length === 0) continue;
        changes.set(id, { id, ...(filling && { ...filling, status: 'draft' }), candidates });
      }
      const written = rewriteXliff(bytes, name, ({ id }) => changes.get(id), { targetLanguage });
      report?.(work.segments.length, work.segments.length);
      return { bytes: written, report: count.report() };
    },

    async documents(documents, rules, actorNow, report) {
      const count = new PretranslationCount();
      const lists = await Promise.all(documents.map(({ id }) => store.listSegments(id)));
      const total = lists.reduce((sum, { length }) => sum + length, 0);
      let done = 0;
      for (const [place, { projectId }] of documents.entries()) {
        const { sourceLanguage, targetLanguage, memories } = await store.getProject(projectId);
        const segments = lists[place] ?? [];
        for (const [index, segment] of segments.entries()) {
          if (done++ % STEP === 0) report?.(done, total);
          const words = countWords(contentText(segment.source), languageOf(sourceLanguage));
          if (segment.locked || segment.status !== 'untranslated') {
            count.segment(segment.locked ? 'locked' : 'translated', words);
            continue;
          }
          await setImmediate();
          const chosen = { ...rules, memories: memories.map(({ memoryId }) => memoryId) };
          const found = await find(segments, index, { sourceLanguage, targetLanguage }, chosen);
          count.segment(bandOf(found.matches), words);
          const filling = fillingFor(segment.source, found, rules);
          if (filling && (await keep(segment, filling, actorNow()))) count.filled(filling);
        }
      }
      report?.(total, total);
      return count.report();
    },
  };

  /** Whether it was kept: what somebody typed meanwhile stays. */
  async function keep({ id, version }: Segment, filling: Parameters<Store['saveSegment']>[2], actor: Actor) {
    try {
      await store.saveSegment(id, version, filling, actor);
      return true;
    } catch (error) {
      const isTaken = error instanceof CalqueError && ['version-conflict', 'locked', 'not-found'].includes(error.code);
      if (isTaken) return false;
      throw error;
    }
  }
}
