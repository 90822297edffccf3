import type { HouseRules } from '../../../memory/checks/house-rules.ts';
import type { ErrorCode } from '../../../memory/model/errors.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { MemoryId } from '../../../memory/model/unit.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../preferences/preferences.ts';
import type { Filter } from '../filtering/filter.ts';
import type { Repetitions } from '../filtering/repetitions.ts';
import type { Shown } from '../filtering/shown.ts';
import type { Comments, ReadComments } from './comments.ts';
import type { IssueCounts } from './issues.ts';
import type { Orphan } from './orphans.ts';
import type { Row } from './row.ts';
import { type Rows, rowAt } from './rows.ts';
import type { Search } from './search.ts';
import type { Offer } from './suggestions.ts';
import type { Together } from './together.ts';

/** What the editor was opened on. */
export interface Place {
  readonly projectId: number;
  readonly documentId: number;
  readonly sourceLanguage: LanguageTag;
  readonly targetLanguage: LanguageTag;
  /** What the house has decided of checks and typography; the usual where absent. */
  readonly rules?: HouseRules;
  /** The service that translates by machine, where the installation has one. */
  readonly machine?: string;
  /** Who works here, as histories and comments name them. */
  readonly person: string;
  /** Who can be spoken to in a comment, by name. */
  readonly people: readonly string[];
  /** The memories whose units this person may not change. */
  readonly fixedMemories: ReadonlySet<MemoryId>;
  /** Where there is no termbase yet, this person may begin one. */
  readonly beginsTermbase: boolean;
}

/** How it stands with what was changed here. */
export interface Delivery {
  /** Segments with changes that the server has not acknowledged. */
  readonly waiting: number;
  /** Of these, segments whose changes are not sent before a person has decided. */
  readonly held: number;
  readonly connection: 'up' | 'down';
  /** What the server that cannot save says is wrong with it; absent where it cannot be reached. */
  readonly trouble?: ErrorCode;
  /** Whether changes are kept on this device until then, so that a reload loses none. */
  readonly durable: boolean;
}

export type Dialog = 'help' | 'split' | 'go-to' | 'replace' | 'versions' | 'comments' | 'term';

/** What a new term begins with: what was selected on either side. */
export interface TermDraft {
  readonly source: string;
  readonly target: string;
}

/** All that the editor shows. Replaced as a whole with every action, never changed. */
export interface EditorState {
  readonly place: Place;
  readonly opening: 'opening' | 'open' | { readonly failed: string };
  readonly rows: Rows;
  /** Row by identity of its segment. */
  readonly indexes: ReadonlyMap<SegmentId, number>;
  readonly repetitions: Repetitions;
  /** Words of each source, in order; absent until they are counted. */
  readonly words?: readonly number[];
  /** The row that is worked on. */
  readonly active?: number;
  /** What is said about segments, by segment. */
  readonly comments: Comments;
  readonly readComments: ReadComments;
  /** What the checks find, as far as they were made. */
  readonly issues: IssueCounts;
  readonly filter: Filter;
  /** The rows that the filter lets through; all where absent. */
  readonly shown?: Shown;
  /** The fields of the filter are in view. */
  readonly filterOpen: boolean;
  /** The last change of several segments at once, which can be taken back. */
  readonly together?: Together;
  readonly preferences: Preferences;
  readonly offers: ReadonlyMap<SegmentId, Offer>;
  /** The suggestion that was stepped to, 0-based among those numbered. */
  readonly step?: number;
  /** A search inside the memories, while one is shown. */
  readonly search?: Search;
  readonly delivery: Delivery;
  /** What this device keeps for segments that are gone. */
  readonly orphans: readonly Orphan[];
  readonly dialog?: Dialog;
  /** Of the dialog that adds a term. */
  readonly term?: TermDraft;
  /** The latest thing to be told, read out by screen readers; `count` tells two equal ones apart. */
  readonly announcement: { readonly text: string; readonly count: number };
}

export function initialState(place: Place, preferences: Preferences = DEFAULT_PREFERENCES): EditorState {
  return {
    place,
    opening: 'opening',
    rows: [],
    indexes: new Map(),
    repetitions: new Map(),
    comments: new Map(),
    readComments: new Map(),
    issues: new Map(),
    filter: {},
    filterOpen: false,
    preferences,
    offers: new Map(),
    delivery: { waiting: 0, held: 0, connection: 'up', durable: true },
    orphans: [],
    announcement: { text: '', count: 0 },
  };
}

export function activeRow(state: EditorState): Row | undefined {
  return state.active === undefined ? undefined : rowAt(state.rows, state.active);
}

export function rowOfSegment(state: EditorState, id: SegmentId): Row | undefined {
  const index = state.indexes.get(id);
  return index === undefined ? undefined : rowAt(state.rows, index);
}
