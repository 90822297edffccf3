import { type ArticleBitext, alignForReview } from '../../memory/alignment/article.ts';
import type { ReadDocument } from '../../memory/model/document.ts';
import { CalqueError } from '../../memory/model/errors.ts';
import type { Provenance } from '../../memory/model/provenance.ts';
import type { GivenDocument } from './documents.ts';
import { readHere } from './documents.ts';
import { type LexiconSource, learntWords } from './learnt-words.ts';
import type { Threads } from './threads.ts';

/** An article in both languages that is to be read and aligned. */
export interface UnreadArticle {
  readonly fr: GivenDocument;
  readonly en: GivenDocument;
  /** What is known of the article; wins over what is read from it. */
  readonly provenance?: Provenance | undefined;
}

/** Reads documents and aligns articles, by the words that the memories have taught; it stores nothing. */
export interface ArticleReader {
  /** @throws CalqueError as `readHere` does; `too-large` for what takes too long to read */
  read(given: GivenDocument): Promise<ReadDocument>;
  /** @throws CalqueError as {@link read} and `alignForReview` do */
  align(article: UnreadArticle): Promise<ArticleBitext>;
}

/** Reads here, and has this thread do nothing else meanwhile. @param store asked for words alone */
export function readerHere(store: LexiconSource): ArticleReader {
  return {
    read: readHere,
    async align({ fr, en, provenance }) {
      const [french, english] = [await readHere(fr), await readHere(en)];
      return alignForReview(french, english, provenance, await learntWords(store, french.text, english.text));
    },
  };
}

/** Pasted texts up to so many UTF-16 units, and text files up to so many bytes, are read in less time than a thread takes to start. */
const SHORT_TEXT = 12_000;
/** A document that is not read by then was made to be unreadable; in milliseconds. */
const LONGEST_READING = 120_000;

/**
 * Reads in threads what may take long, so that requests are answered meanwhile. A thread asks the store it has opened
 * itself: which words are to be asked for is known only once it has read the documents.
 */
export function readerInThreads(threads: Threads, store: LexiconSource): ArticleReader {
  const here = readerHere(store);
  const away = async <T>(what: string, input: object): Promise<T> => {
    const signal = AbortSignal.timeout(LONGEST_READING);
    try {
      return (await threads.run('read-article', { what, ...input }, { signal })) as T;
    } catch (error) {
      if (!signal.aborted || error instanceof CalqueError) throw error;
      const seconds = LONGEST_READING / 1000;
      throw new CalqueError('too-large', `It could not be read within ${seconds} seconds.`, {}, { cause: error });
    }
  };
  return {
    read: (given) => (isShort(given) ? here.read(given) : away('read', { document: given })),
    align: (article) =>
      isShort(article.fr, article.en) ? here.align(article) : away('align', { article: stated(article) }),
  };
}

function isShort(...given: readonly GivenDocument[]): boolean {
  return given.reduce((sum, one) => sum + lengthOf(one), 0) <= SHORT_TEXT;
}

/** Infinite where it is not known how long reading it takes. */
function lengthOf(given: GivenDocument): number {
  if ('text' in given) return given.text.length;
  return /\.txt$/i.test(given.name) ? given.bytes.length : Number.POSITIVE_INFINITY;
}

function stated({ fr, en, provenance }: UnreadArticle): UnreadArticle {
  return { fr, en, ...(provenance && { provenance }) };
}
