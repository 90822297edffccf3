import type { Language } from '../../memory/model/language.ts';
import type { TermbaseId } from '../../memory/model/termbase.ts';
import type { Store } from '../../memory/store/store.ts';
import type { FoundTerm } from '../../memory/terms/found-term.ts';
import { foundTerms } from '../../memory/terms/found-term.ts';
import { recogniseTerms } from '../../memory/terms/recognise.ts';
import { startsIn, termWords } from '../../memory/terms/term-words.ts';

/**
 * The terms of termbases that stand in a text.
 * @param termbases all of them when absent
 */
export async function termsIn(
  store: Pick<Store, 'termsStarting' | 'getEntries' | 'listTermbases'>,
  text: string,
  direction: { readonly sourceLanguage: Language; readonly targetLanguage: Language },
  termbases: readonly TermbaseId[] | undefined,
): Promise<readonly FoundTerm[]> {
  const { sourceLanguage, targetLanguage } = direction;
  const words = termWords(text, sourceLanguage);
  const candidates = await store.termsStarting(termbases, sourceLanguage, startsIn(words));
  const recognised = recogniseTerms(words, candidates);
  if (recognised.length === 0) return [];
  const entries = await store.getEntries([...new Set(recognised.map(({ term }) => term.entryId))]);
  const names = new Map((await store.listTermbases()).map(({ id, name }) => [id, name]));
  return foundTerms(recognised, entries, targetLanguage, (id) => names.get(id) ?? '');
}
