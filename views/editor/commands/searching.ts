import { contentText } from '../../../memory/model/inline.ts';
import { canonicalTag, type Language, languageOf } from '../../../memory/model/language.ts';
import type { Session } from '../session.ts';
import type { Command } from './command.ts';
import { elementOf, selectedIn } from './selected.ts';
import { editableRow } from './writing.ts';

/** Searches the memories for what is selected, in the target, the source or a suggestion; with nothing selected, asks for it. */
export const concordance: Command = (session) => {
  session.dispatch({ type: 'searchAsked', ...selected(session) });
};

/** Puts the suggestions back and the cursor where it was. */
export function closeSearch(session: Session): void {
  session.dispatch({ type: 'searchClosed' });
  session.target?.view.focus();
}

/** Inserts a hit at the cursor: what is selected of its translation, else all of it. Then the suggestions are back. */
export function insertHit(session: Session, place: number): void {
  const { search, place: work } = session.state();
  const hit = search?.found?.items[place];
  const { news } = session.messages;
  if (hit === undefined) session.announce(news.noSuggestion(place + 1));
  if (hit === undefined || editableRow(session) === undefined) return;
  const content = hit[languageOf(work.targetLanguage)].content;
  const part = selectedIn(`hit ${place}`);
  // Its codes belong to another sentence.
  session.target?.insert(part === '' ? contentText(content) : part);
  closeSearch(session);
  session.announce(news.hitInserted);
}

function selected(session: Session): { readonly text: string; readonly language?: Language } {
  const { target } = session;
  const written = target?.view.hasFocus ? target.selectedText() : '';
  if (written !== '') return { text: written, language: languageOf(session.state().place.targetLanguage) };
  const selection = globalThis.getSelection?.();
  const tag = canonicalTag(elementOf(selection?.anchorNode)?.closest('[lang]')?.getAttribute('lang') ?? '');
  return { text: selection?.toString().trim() ?? '', ...(tag !== undefined && { language: languageOf(tag) }) };
}
