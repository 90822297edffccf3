import type { ConcordancePage } from '../../../memory/model/concordance.ts';
import type { Language } from '../../../memory/model/language.ts';

/** A search inside the memories, shown in the place of the suggestions. What was found stays in view while another is asked for. */
export interface Search {
  readonly text: string;
  /** The side that is searched; either where it is absent. */
  readonly language?: Language;
  /** `idle` as long as there is no text. */
  readonly state: 'idle' | 'asked' | 'found' | 'failed';
  /** `phrase` as it stands; `words` where no unit has it so. */
  readonly mode?: 'phrase' | 'words';
  readonly found?: ConcordancePage;
  /** Why it could not be searched for. */
  readonly fault?: string;
}

export type SearchAction =
  | { readonly type: 'searchAsked'; readonly text: string; readonly language?: Language }
  | {
      readonly type: 'searchFound';
      /** The search that is answered; an answer to another one comes too late. */
      readonly search: Search;
      readonly mode: 'phrase' | 'words';
      readonly found: ConcordancePage;
    }
  | { readonly type: 'searchFailed'; readonly search: Search; readonly message: string }
  | { readonly type: 'searchClosed' };

export function reduceSearch(search: Search | undefined, action: SearchAction): Search | undefined {
  switch (action.type) {
    case 'searchAsked': {
      const { text, language } = action;
      const state = text.trim() === '' ? 'idle' : 'asked';
      return { text, state, ...(language && { language }), ...(search?.found && { found: search.found }) };
    }
    case 'searchFound':
      if (search !== action.search) return search;
      return { ...search, state: 'found', mode: action.mode, found: action.found };
    case 'searchFailed':
      if (search !== action.search) return search;
      return { ...search, state: 'failed', fault: action.message };
    case 'searchClosed':
      return undefined;
  }
}
