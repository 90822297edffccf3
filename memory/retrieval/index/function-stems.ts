import type { Language } from '../../model/language.ts';
import { stem } from '../../text/stem/stem.ts';
import { functionWords } from '../../text/stopwords.ts';
import type { IndexStorage } from './index-port.ts';
import { type StemId, stemOf, UNKNOWN } from './word-ids.ts';

/** The form and stem that all numbers have in a text (`match/profile.ts`). */
const NUMBER = '#';

/** The stems of function words, and that of numbers: they say little of what a text is about. */
export async function functionStems(
  storage: Pick<IndexStorage, 'wordIds'>,
  language: Language,
): Promise<ReadonlySet<StemId>> {
  const forms = [...functionWords(language), NUMBER];
  const stems = forms.map((form) => (form === NUMBER ? NUMBER : stem(form, language)));
  const words = await storage.wordIds(language, forms, stems);
  return new Set(words.filter((word) => word !== UNKNOWN).map(stemOf));
}
