import type { EventId, EventsSince } from '../model/event.ts';
import type { Job, JobId, JobKind, JobLease, JobOutcome } from '../model/job.ts';
import type { LanguageTag } from '../model/language.ts';
import type {
  DocumentFormat,
  NewSegment,
  Project,
  ProjectDocument,
  ProjectDocumentId,
  ProjectId,
  ProjectMemory,
  Segment,
  SegmentationChoice,
  SegmentChange,
  SegmentId,
  SegmentPart,
  SegmentRevision,
} from '../model/project.ts';
import type { Provenance } from '../model/provenance.ts';
import type { KnownRequest, RequestKey } from '../model/request-key.ts';
import type { TermbaseId } from '../model/termbase.ts';
import type {
  DocumentId,
  Instant,
  Memory,
  MemoryDocument,
  MemoryId,
  NewDocumentUnit,
  NewUnit,
  TranslationUnit,
  UnitChange,
  UnitId,
  UnitInContext,
  UnitRevision,
} from '../model/unit.ts';
import type { UnitFilter } from '../model/unit-filter.ts';
import type { ConcordanceStorage } from '../retrieval/concordance/storage.ts';
import type { IndexStorage } from '../retrieval/index/index-port.ts';
import type { LexiconPairs } from '../retrieval/lexicon/lexicon.ts';
import type { UnitScan } from '../retrieval/retrieval.ts';
import type { BitextStore } from './bitext-store.ts';
import type { Actor, Page, PageRequest } from './calls.ts';
import type { CandidateStore } from './candidate-store.ts';
import type { CommentStore } from './comment-store.ts';
import type { EventSignals } from './event-signals.ts';
import type { MachineStore } from './machine-store.ts';
import type { StoreSize } from './store-size.ts';
import type { TermbaseStore } from './termbase-store.ts';
import type { UnitManagement } from './unit-management.ts';
import type { WorkDone } from './work-done.ts';

export type { FinishedReview, NewReview, ReviewedDocument, ReviewedUnit, StoredVersion } from './bitext-store.ts';
export type { Actor, Page, PageRequest };

export interface NewMemory {
  readonly name: string;
  readonly priority?: number;
  readonly penalty?: number;
}

export interface MemoryChange {
  readonly name?: string;
  readonly priority?: number;
  readonly penalty?: number;
  readonly readOnly?: boolean;
}

/** Units in the order of a document; each gets an occurrence there. */
export interface NewMemoryDocument {
  readonly provenance: Provenance;
  readonly units: readonly NewDocumentUnit[];
}

/** What storing units did. A pair the memory already held gains an occurrence and is counted as `merged`. */
export interface StoredUnits {
  readonly documentId?: DocumentId;
  readonly added: number;
  readonly merged: number;
  /** The unit of each pair, in the order given. */
  readonly unitIds: readonly UnitId[];
}

export interface NewProject {
  readonly name: string;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  readonly memories: readonly ProjectMemory[];
  /** All of them when absent. */
  readonly termbases?: readonly TermbaseId[];
}

/** What of a project is to change; what is absent stays. */
export interface ProjectChange {
  readonly name?: string;
  /** Both or none of them, and only as long as there is no document in it. */
  readonly sourceLanguage?: LanguageTag;
  readonly targetLanguage?: LanguageTag;
  readonly memories?: readonly ProjectMemory[];
  /** `all`, those made later too. */
  readonly termbases?: readonly TermbaseId[] | 'all';
}

export interface NewProjectDocument {
  readonly name: string;
  readonly provenance: Provenance;
  readonly segments: readonly NewSegment[];
  /** The file it came as, to be kept whole. */
  readonly file?: { readonly format: DocumentFormat; readonly bytes: Uint8Array };
}

/** What holding the index against the units has shown. */
export interface IndexCheck {
  readonly units: number;
  /** Units that the index says nothing or something wrong of, by id. */
  readonly wrong: readonly UnitId[];
  /** How many units an index holds that was begun to take the place of this one; absent where none was. */
  readonly rebuilt?: number;
  /** Rows that indexes have left which were in use before: removing them was cut off. Absent where none are. */
  readonly left?: number;
}

/** Which lexicon is in use, and what it was learnt from. */
export interface LexiconVersion {
  readonly version: number;
  readonly learntAt: Instant;
  /** How many units it was learnt from, and how many there were then in all memories. */
  readonly units: number;
  readonly unitsThen: number;
}

/** A lexicon that was learnt. */
export interface LearntLexicon {
  readonly pairs: LexiconPairs;
  readonly units: number;
  /** The index's `numbering` of the words it was learnt from. */
  readonly numbering: number;
  /** How many units there are in all memories; counted where absent. */
  readonly unitsThen?: number;
}

/** What confirming a segment did: the segment as it is now, and the unit it wrote into the memory, where one is written. */
export interface Confirmation {
  readonly segment: Segment;
  readonly unitId?: UnitId;
}

/**
 * All that Calque keeps, behind one port. Every method is one transaction: it happens whole or not at all,
 * and no transaction spans two calls. What a method resolves with is on disk.
 *
 * Methods that name something that is not there throw `not-found`; those that take a version throw
 * `version-conflict` with the present state as `current` when it is not the latest one. All may throw
 * `database-busy`, `database-full` or `read-only-database`.
 */
export interface Store
  extends UnitScan,
    IndexStorage,
    ConcordanceStorage,
    UnitManagement,
    BitextStore,
    MachineStore,
    TermbaseStore,
    CandidateStore,
    CommentStore,
    EventSignals,
    StoreSize,
    WorkDone {
  close(): Promise<void>;

  // Memories
  createMemory(memory: NewMemory, actor: Actor): Promise<Memory>;
  /** Every memory, by priority, then name. */
  listMemories(): Promise<readonly Memory[]>;
  getMemory(id: MemoryId): Promise<Memory>;
  /** Rises with every change of a memory's units and of the documents they come from; their use is none. */
  memoryRevision(id: MemoryId): Promise<number>;
  findMemory(name: string): Promise<Memory | undefined>;
  changeMemory(id: MemoryId, change: MemoryChange): Promise<Memory>;
  /** Deletes the memory with its documents, units and their history; `read-only-memory` while it is that. */
  deleteMemory(id: MemoryId): Promise<void>;

  // Units and the documents they come from
  /**
   * Stores a bitext: a document and its units, in order, as neighbours of each other. A document that comes again, with
   * the same URL, title and pairs in the same order, is found again and not doubled: corrections made since stay, units
   * deleted since are stored again, and what was not known of its provenance is filled in.
   */
  addDocument(memoryId: MemoryId, document: NewMemoryDocument, actor: Actor): Promise<StoredUnits>;
  /** Stores several bitexts at once, faster than one by one. */
  addDocuments(
    memoryId: MemoryId,
    documents: readonly NewMemoryDocument[],
    actor: Actor,
  ): Promise<readonly StoredUnits[]>;
  /** Stores units that belong to no document. `empty-text` for a side with neither text nor code; then none is stored. */
  addUnits(memoryId: MemoryId, units: readonly NewUnit[], actor: Actor): Promise<StoredUnits>;
  getUnit(id: UnitId): Promise<UnitInContext>;
  /** In the order they were stored. A page may have fewer than it asked for, or none, and another may follow all the same. */
  listUnits(filter: UnitFilter, page: PageRequest): Promise<Page<TranslationUnit>>;
  /** `already-exists` when another unit of the memory says the same. An empty note takes the note away. */
  changeUnit(id: UnitId, version: number, change: UnitChange, actor: Actor): Promise<TranslationUnit>;
  deleteUnit(id: UnitId, version: number, actor: Actor): Promise<void>;
  /** Every state the unit had, oldest first; also of a deleted unit. */
  unitHistory(id: UnitId): Promise<readonly UnitRevision[]>;
  /** Takes the last change back, a deletion too; `nothing-to-undo` when only its creation is left. */
  undoUnit(id: UnitId, actor: Actor): Promise<TranslationUnit>;
  /** Counts a unit as used in a translation. */
  markUsed(id: UnitId, at: Instant): Promise<void>;
  listDocuments(memoryId: MemoryId | undefined, page: PageRequest): Promise<Page<MemoryDocument>>;
  getDocument(id: DocumentId): Promise<MemoryDocument>;
  changeDocument(id: DocumentId, provenance: Provenance): Promise<MemoryDocument>;
  /** The units of a document in its order. */
  documentUnits(id: DocumentId): Promise<readonly TranslationUnit[]>;

  // Projects
  createProject(project: NewProject, actor: Actor): Promise<Project>;
  /** Every project, newest first. */
  listProjects(): Promise<readonly Project[]>;
  getProject(id: ProjectId): Promise<Project>;
  /** `impossible-step` for other languages where there are documents already. */
  changeProject(id: ProjectId, change: ProjectChange): Promise<Project>;
  deleteProject(id: ProjectId): Promise<void>;
  addProjectDocument(projectId: ProjectId, document: NewProjectDocument, actor: Actor): Promise<ProjectDocument>;
  /** Adds several, in order: all of them or none. */
  addProjectDocuments(
    projectId: ProjectId,
    documents: readonly NewProjectDocument[],
    actor: Actor,
  ): Promise<readonly ProjectDocument[]>;
  listProjectDocuments(projectId: ProjectId): Promise<readonly ProjectDocument[]>;
  getProjectDocument(id: ProjectDocumentId): Promise<ProjectDocument>;
  /** The bytes of the file that the document came as; `not-found` where it came as text. */
  projectDocumentFile(id: ProjectDocumentId): Promise<Uint8Array>;
  deleteProjectDocument(id: ProjectDocumentId): Promise<void>;
  /** The segments of a document in order. */
  listSegments(documentId: ProjectDocumentId): Promise<readonly Segment[]>;
  getSegment(id: SegmentId): Promise<Segment>;
  /** The segments before and after it in its document. */
  segmentNeighbours(id: SegmentId): Promise<{ readonly previous?: Segment; readonly next?: Segment }>;
  /** Keeps a target as draft (untranslated when it is empty). `locked` when the segment is. */
  saveSegment(id: SegmentId, version: number, change: SegmentChange, actor: Actor): Promise<Segment>;
  /**
   * Confirms a target, writes it as a unit of the project's writable memory, and counts the unit it was taken from as
   * used, in one transaction. Confirming again
   * changes the unit that the first confirmation wrote, as long as no other segment or document stands on it.
   */
  confirmSegment(id: SegmentId, version: number, change: SegmentChange, actor: Actor): Promise<Confirmation>;
  /** Takes a confirmation back: the segment is a draft again; the unit stays. */
  unconfirmSegment(id: SegmentId, version: number, actor: Actor): Promise<Segment>;
  /**
   * Puts parts in the place of segments in a row, which are drafts from then on, and remembers for the project how such
   * text is cut. The first segment keeps its identity and history; those behind it move along. `impossible-step` for
   * segments that do not follow each other or belong to a file that is given back, `locked` for a locked one.
   */
  resegment(
    segments: readonly { readonly id: SegmentId; readonly version: number }[],
    parts: readonly SegmentPart[],
    choice: SegmentationChoice,
    actor: Actor,
  ): Promise<readonly Segment[]>;
  /** What was decided on where segments end, in the order it was; what was taken back is not among it. */
  segmentationChoices(projectId: ProjectId): Promise<readonly SegmentationChoice[]>;
  /** Every state the segment had, oldest first, the present one last. */
  segmentHistory(id: SegmentId): Promise<readonly SegmentRevision[]>;

  // Jobs
  createJob(kind: JobKind, input: unknown, actor: Actor): Promise<Job>;
  getJob(id: JobId): Promise<Job>;
  /** Newest first. */
  listJobs(page: PageRequest): Promise<Page<Job>>;
  /**
   * Takes the oldest job up that waits, or whose process let its lease run out, and has it running under `lease`.
   * However many ask at once, each job goes to one of them.
   * @param kinds those the caller can run
   * @returns `undefined` when there is nothing to do
   */
  claimJob(kinds: readonly JobKind[], lease: JobLease, at: Instant): Promise<Job | undefined>;
  /**
   * Keeps the progress of a running job, with the result it has so far where it says, and renews its lease.
   * @returns the job, which may have been asked to end; `undefined` when it is no longer the owner's
   */
  renewJob(
    id: JobId,
    lease: JobLease,
    progress: { readonly done: number; readonly total?: number; readonly result?: unknown },
    at: Instant,
  ): Promise<Job | undefined>;
  /** Gives a running job back, to be taken up again as if it had not been begun. No matter where it is not the owner's. */
  releaseJob(id: JobId, owner: string, at: Instant): Promise<void>;
  /** Ends a running job. @returns `undefined`, and nothing is changed, when it is no longer the owner's */
  finishJob(id: JobId, owner: string, outcome: JobOutcome, at: Instant): Promise<Job | undefined>;
  /** Asks a job to end: at once while it waits, at its next safe point while it runs. One that has ended stays as it is. */
  cancelJob(id: JobId, at: Instant): Promise<Job>;
  /** Forgets the jobs that ended before `before`. @returns how many */
  forgetJobs(before: Instant): Promise<number>;

  // Events
  /**
   * What has happened after an event: segments whose target, status or extent was changed, jobs that changed their state. The
   * last ten thousand are kept.
   * @param event where to begin; only what comes after the call when absent
   * @param limit 1–1000
   */
  eventsSince(event: EventId | undefined, limit: number): Promise<EventsSince>;

  // Requests under a key
  /** Takes a request to be done, unless it was: answers are kept for 24 hours, a request without one for ten minutes. */
  claimRequest(request: RequestKey, at: Instant): Promise<KnownRequest>;
  /** Keeps what a claimed request was answered with, as JSON; forgets the request where that is `undefined`. */
  answerRequest(request: RequestKey, answer: unknown): Promise<void>;

  // Index
  /** Holds the index against the units, word by word. */
  checkIndex(): Promise<IndexCheck>;
  /**
   * Builds the index anew from the units, in steps, beside the one in use, and puts it in its place when it holds all of
   * them; or goes on where an earlier call was cut off. Units change meanwhile as ever.
   * @param report called with how many units are done; what it throws ends the call
   */
  reindex(report?: (done: number) => void): Promise<void>;
  /** Removes what is left of indexes that were in use before, where a call of {@link reindex} was cut off at its end. */
  removeEarlierIndexes(): Promise<void>;

  // Lexicon
  /**
   * Keeps a lexicon, which is in use from then on; the one before is kept too. One whose words have other numbers by now
   * is kept and never used.
   */
  saveLexicon(lexicon: LearntLexicon, at: Instant): Promise<void>;
  lexiconVersion(): Promise<LexiconVersion | undefined>;

  // Settings
  getSetting(name: string): Promise<unknown>;
  setSetting(name: string, value: unknown): Promise<void>;
}
