import { areSwapped } from '../../memory/alignment/article-checks.ts';
import { type LexiconEntry, lexiconFrom } from '../../memory/alignment/lexicon.ts';
import type { AlignmentOptions } from '../../memory/alignment/sentences.ts';
import type { Language } from '../../memory/model/language.ts';
import { type StemId, stemOf, UNKNOWN } from '../../memory/retrieval/index/word-ids.ts';
import type { Store } from '../../memory/store/store.ts';
import { isFunctionWord } from '../../memory/text/stopwords.ts';
import { tokenize } from '../../memory/text/tokenize.ts';

/** What of a store knows words: the lexicon that was learnt from the memories, and the numbers it has them under. */
export type LexiconSource = Pick<Store, 'lexicon' | 'wordIds'>;

/**
 * What the memories have taught of how the words of two texts translate each other, for the aligner: a table of these
 * words alone. Without a lexicon there is none, and the texts are aligned by themselves. Texts in each other's place are
 * understood as the aligner understands them.
 */
export async function learntWords(store: LexiconSource, frText: string, enText: string): Promise<AlignmentOptions> {
  const lexicon = await store.lexicon();
  if (lexicon === undefined) return {};
  const [french, english] = areSwapped(frText, enText) ? [enText, frText] : [frText, enText];
  const fr = await knownStems(store, french, 'fr');
  const en = await knownStems(store, english, 'en');
  const entries: LexiconEntry[] = [];
  for (const [id, stem] of fr) {
    for (const { stem: other, forth, back } of lexicon.translations('fr', id)) {
      const translation = en.get(other);
      if (translation !== undefined) entries.push({ fr: stem, en: translation, enGivenFr: forth, frGivenEn: back });
    }
  }
  return entries.length > 0 ? { lexicon: lexiconFrom(entries) } : {};
}

/** The stems of a text that some stored text has too, by their number; function words stand beside everything. */
async function knownStems(
  store: LexiconSource,
  text: string,
  language: Language,
): Promise<ReadonlyMap<StemId, string>> {
  const words = tokenize(text, language).filter(({ kind, norm }) => kind === 'word' && !isFunctionWord(norm, language));
  const forms = new Map(words.map(({ stem, norm }) => [stem, norm]));
  const stems = [...forms.keys()];
  const ids = await store.wordIds(language, [...forms.values()], stems);
  return new Map(ids.flatMap((id, place) => (id === UNKNOWN ? [] : [[stemOf(id), stems[place] ?? ''] as const])));
}
