import type { ConcordancePage } from '../../../memory/model/concordance.ts';
import type { Client } from '../../../src/contract/client.ts';
import { ProblemError } from '../../../src/contract/client.ts';
import type { EditorMessages } from '../../messages/editor.ts';
import type { Session } from '../session.ts';
import type { Search } from '../state/search.ts';

/** Hits that the panel shows; there is a page for more. */
const SHOWN = 20;

/** Answers every search that the state asks for: the phrase as it stands, and where no unit has it, its words. */
export function startSearcher(session: Session, call: Client): void {
  let answered: Search | undefined;

  async function answer(search: Search): Promise<void> {
    const { text, language } = search;
    const ask = async (mode: 'phrase' | 'words') => {
      const query = { q: text, mode, limit: SHOWN, ...(language && { language }) };
      // The contract states tags of languages as text; they are the model’s.
      return (await call('concordance', { query })) as ConcordancePage;
    };
    try {
      const phrase = await ask('phrase');
      const mode = phrase.items.length > 0 ? 'phrase' : 'words';
      session.dispatch({ type: 'searchFound', search, mode, found: mode === 'phrase' ? phrase : await ask(mode) });
    } catch (error) {
      session.dispatch({ type: 'searchFailed', search, message: sentenceOf(error, session.messages) });
    }
  }

  session.subscribe(() => {
    const { search } = session.state();
    if (search?.state !== 'asked' || search === answered) return;
    answered = search;
    void answer(search);
  });
}

function sentenceOf(error: unknown, messages: EditorMessages): string {
  if (error instanceof ProblemError) return messages.tellError(error.problem.code, error.problem.detail);
  return messages.search.unreachable;
}
