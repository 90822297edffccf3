import { repetitionsOf } from '../filtering/repetitions.ts';
import { shownStill } from '../filtering/shown.ts';
import type { Action } from './actions.ts';
import { commentsOf, withComment, withoutComment } from './comments.ts';
import { withIssues } from './issues.ts';
import { withOrphan, withoutOrphan } from './orphans.ts';
import { reduceOffers } from './reduce-offers.ts';
import { reduceRows } from './reduce-rows.ts';
import { rowsOf } from './rows.ts';
import { reduceSearch } from './search.ts';
import { activeRow, type EditorState } from './state.ts';

/** The state after an action. Pure: what must be done besides (saving, asking the server) is done by the session. */
export function reduce(state: EditorState, action: Action): EditorState {
  switch (action.type) {
    case 'opened': {
      const rows = rowsOf(action.segments);
      const indexes = new Map(action.segments.map(({ id }, index) => [id, index]));
      const fresh = { ...state, opening: 'open', rows, repetitions: repetitionsOf(rows), indexes } as const;
      return { ...fresh, ...kept(state, indexes) };
    }
    case 'openFailed':
      return { ...state, opening: { failed: action.message } };
    case 'wordsCounted':
      return { ...state, words: action.words };
    case 'issuesCounted': {
      const issues = withIssues(state.issues, action.found);
      return issues === state.issues ? state : { ...state, issues };
    }
    case 'moved': {
      const { step: _, search: _shown, ...rest } = state;
      return { ...rest, active: action.index };
    }
    case 'filtered': {
      const { shown: _, ...rest } = state;
      return { ...rest, filter: action.filter, ...(action.shown && { shown: action.shown }) };
    }
    case 'commentsRead':
      return action.comments.length + state.comments.size === 0
        ? state
        : { ...state, comments: commentsOf(action.comments) };
    case 'commented':
      return { ...state, comments: withComment(state.comments, action.comment) };
    case 'commentDeleted':
      return { ...state, comments: withoutComment(state.comments, action.id) };
    case 'commentsSeen': {
      const { segmentId, upTo } = action;
      if ((state.readComments.get(segmentId) ?? 0) >= upTo) return state;
      return { ...state, readComments: new Map([...state.readComments, [segmentId, upTo]]) };
    }
    case 'commentsSeenBefore':
      return { ...state, readComments: action.read };
    case 'filterToggled':
      return { ...state, filterOpen: action.open };
    case 'preferencesChanged':
      return { ...state, preferences: action.preferences };
    case 'changedTogether':
      return { ...state, rows: reduceRows(state, action), together: action.together };
    case 'takenBack': {
      const { together: _, ...rest } = state;
      return { ...rest, rows: reduceRows(state, action) };
    }
    case 'togetherForgotten': {
      const { together: _, ...rest } = state;
      return rest;
    }
    case 'orphaned':
      return { ...state, orphans: withOrphan(state.orphans, action.orphan) };
    case 'orphanLetGo':
      return { ...state, orphans: withoutOrphan(state.orphans, action.segmentId) };
    case 'deliveryChanged':
      return { ...state, delivery: action.delivery };
    case 'stepped': {
      const { step: _, ...rest } = state;
      return action.step === undefined ? rest : { ...rest, step: action.step };
    }
    case 'dialogChanged': {
      const { dialog: _, term: _term, ...rest } = state;
      const { dialog, term } = action;
      return dialog === undefined ? rest : { ...rest, dialog, ...(term && { term }) };
    }
    case 'announced':
      return { ...state, announcement: { text: action.text, count: state.announcement.count + 1 } };
    case 'searchAsked':
    case 'searchFound':
    case 'searchFailed':
    case 'searchClosed': {
      const { search, ...rest } = state;
      const next = reduceSearch(search, action);
      if (next === search) return state;
      return next === undefined ? rest : { ...rest, search: next };
    }
    case 'suggestionsFound':
      return { ...state, rows: reduceRows(state, action), offers: reduceOffers(state.offers, action) };
    case 'suggestionsAsked':
    case 'suggestionsFailed':
    case 'machineAnswered':
    case 'memoryChanged':
      return { ...state, offers: reduceOffers(state.offers, action) };
    default: {
      const rows = reduceRows(state, action);
      return rows === state.rows ? state : { ...state, rows };
    }
  }
}

/** What is worked on and what the filter shows, where segments above have been split or joined. */
function kept(before: EditorState, indexes: EditorState['indexes']): Pick<EditorState, 'active' | 'shown'> {
  const active = activeRow(before);
  const { shown } = before;
  return {
    // The second of two that were joined is in the first.
    ...(active && { active: indexes.get(active.segment.id) ?? Math.max(0, active.index - 1) }),
    ...(shown && { shown: shownStill(shown, before.rows, indexes) }),
  };
}
