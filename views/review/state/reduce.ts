import { movedBeads } from '../../../memory/alignment/review/moved.ts';
import type { Reviewing } from '../../../memory/alignment/review/reviewing.ts';
import { comparePairs, type PairNews, type StoredPair } from '../../../memory/alignment/review/stored-pairs.ts';
import { sideText } from '../../../memory/alignment/review/texts.ts';
import type { Language } from '../../../memory/model/language.ts';
import type { ReviewBead, ReviewState, ReviewStep } from '../../../memory/model/review.ts';
import type { DocumentId } from '../../../memory/model/unit.ts';
import {
  beadKey,
  type Delivery,
  type Destination,
  type Fault,
  type Finished,
  isCompared,
  isDoubtful,
  type OpenPage,
  type PageState,
  USUAL_THRESHOLD,
} from './state.ts';

/** The review as the server states it, with what still waits here on top. */
export interface Arrived {
  readonly reviewing: Reviewing;
  readonly destination: Destination;
  readonly stored: readonly StoredPair[];
  readonly documentId?: DocumentId;
  readonly lost: readonly ReviewStep[];
}

/** All that can happen. */
export type Action =
  | { readonly type: 'arrived'; readonly review: Arrived }
  | { readonly type: 'openFailed'; readonly message: string }
  | { readonly type: 'stepTaken'; readonly reviewing: Reviewing; readonly active: number }
  | { readonly type: 'moved'; readonly active: number; readonly side: Language }
  | { readonly type: 'marked'; readonly place: number | undefined }
  | { readonly type: 'editingChanged'; readonly editing: boolean }
  | { readonly type: 'thresholdChanged'; readonly threshold: number }
  | {
      readonly type: 'destinationChanged';
      readonly destination: Destination;
      /** The fields that a person has just corrected. */
      readonly fields: readonly string[];
    }
  | { readonly type: 'faultFound'; readonly field: string; readonly fault: Fault }
  | { readonly type: 'deliveryChanged'; readonly delivery: Delivery }
  | { readonly type: 'lossesRead' }
  | { readonly type: 'finished'; readonly finished: Finished; readonly stored: readonly StoredPair[] }
  | { readonly type: 'dialogChanged'; readonly dialog: 'help' | 'finish' | undefined }
  | { readonly type: 'announced'; readonly text: string };

/** The state after an action. Pure: what must be done besides is done by the session. */
export function reduce(state: PageState, action: Action): PageState {
  if (action.type === 'openFailed') return { opening: 'failed', message: action.message };
  if (action.type === 'arrived') return arrived(state, action.review);
  return state.opening === 'open' ? reduceOpen(state, action) : state;
}

type OpenAction = Exclude<Action, { type: 'openFailed' | 'arrived' }>;

function reduceOpen(state: OpenPage, action: OpenAction): OpenPage {
  switch (action.type) {
    case 'stepTaken':
      return within({ ...withReview(state, action.reviewing), active: action.active, editing: false });
    case 'moved':
      return within({ ...state, active: action.active, side: action.side, editing: false });
    case 'marked': {
      const { marked: _, ...rest } = state;
      const bead = action.place === undefined ? undefined : state.reviewing.state.beads[action.place];
      return bead === undefined ? rest : { ...rest, marked: beadKey(bead) };
    }
    case 'editingChanged':
      return { ...state, editing: action.editing };
    case 'thresholdChanged':
      return { ...state, threshold: action.threshold };
    case 'destinationChanged':
      return { ...state, destination: action.destination, faults: withoutFaults(state.faults, action.fields) };
    case 'faultFound':
      return { ...state, faults: { ...state.faults, [action.field]: action.fault } };
    case 'deliveryChanged':
      return { ...state, delivery: action.delivery };
    case 'lossesRead':
      return { ...state, lost: [] };
    case 'finished': {
      const { dialog: _, ...rest } = state;
      const { finished, stored } = action;
      const { documentId } = finished;
      return { ...rest, finished, stored, documentId, news: newsOf(stored, state.reviewing.state) };
    }
    case 'dialogChanged': {
      const { dialog: _, ...rest } = state;
      return action.dialog === undefined ? rest : { ...rest, dialog: action.dialog };
    }
    case 'announced':
      return { ...state, announcement: { text: action.text, count: state.announcement.count + 1 } };
  }
}

function arrived(before: PageState, { reviewing, destination, stored, documentId, lost }: Arrived): OpenPage {
  const known = before.opening === 'open' ? before : undefined;
  const { beads } = reviewing.state;
  const threshold = known?.threshold ?? USUAL_THRESHOLD;
  const firstDoubtful = beads.findIndex((bead) => isDoubtful(bead, threshold));
  return within({
    opening: 'open',
    reviewing,
    destination,
    faults: known?.faults ?? {},
    stored,
    news: newsOf(stored, reviewing.state),
    ...(documentId !== undefined && { documentId }),
    moved: movedBeads(beads),
    active: known?.active ?? Math.max(0, firstDoubtful),
    side: known?.side ?? 'fr',
    editing: false,
    threshold,
    delivery: known?.delivery ?? { waiting: 0, connection: 'up', durable: true },
    lost: [...(known?.lost ?? []), ...lost],
    announcement: known?.announcement ?? { text: '', count: 0 },
  });
}

/** A field that is corrected anew is at fault no more, as far as anyone knows; the others stay as they were. */
function withoutFaults(faults: OpenPage['faults'], fields: readonly string[]): OpenPage['faults'] {
  return Object.fromEntries(Object.entries(faults).filter(([field]) => !fields.includes(field)));
}

function withReview(state: OpenPage, reviewing: Reviewing): OpenPage {
  const { finished: _, marked, ...rest } = state;
  const shape = ({ fr, en }: ReviewBead) => `${fr[0]}:${en[0]}`;
  const { beads } = reviewing.state;
  // Deciding on a bead moves none: most steps leave the order as it is.
  const reshaped =
    beads.length !== state.reviewing.state.beads.length ||
    beads.some((bead, place) => shape(bead) !== shape(state.reviewing.state.beads[place] ?? bead));
  return {
    ...rest,
    ...(marked !== undefined && !reshaped && { marked }),
    reviewing,
    news: newsOf(state.stored, reviewing.state),
    moved: reshaped ? movedBeads(beads) : state.moved,
  };
}

function newsOf(stored: readonly StoredPair[], state: ReviewState): readonly PairNews[] {
  if (stored.length === 0) return [];
  const beads = state.beads.filter(isCompared);
  return comparePairs(
    stored,
    beads.map((bead) => ({ fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en') })),
  );
}

function within(state: OpenPage): OpenPage {
  const last = Math.max(0, state.reviewing.state.beads.length - 1);
  const active = Math.min(Math.max(0, state.active), last);
  return active === state.active ? state : { ...state, active };
}
