import { type ArticleBitext, beadsOf } from '../../memory/alignment/article.ts';
import { withKeptShapes } from '../../memory/alignment/review/kept-shapes.ts';
import { isVouchedFor, type StoredPair } from '../../memory/alignment/review/stored-pairs.ts';
import { type KnownPairs, NOTHING_KNOWN, takenUp } from '../../memory/alignment/review/taken-up.ts';
import type { Bitext } from '../../memory/model/bitext.ts';
import { contentFromText, contentText } from '../../memory/model/inline.ts';
import type { DocumentId, MemoryDocument, TranslationUnit } from '../../memory/model/unit.ts';
import type { Store } from '../../memory/store/store.ts';

/** Of the pairs of the shorter of two documents, this share makes them versions of one article. */
const SAME_ARTICLE = 0.5;

/** An article that may have been imported before. */
interface ArticleAgain {
  /** The document in which an earlier version was stored. */
  readonly earlier?: MemoryDocument;
  /** With beads in the shape that a person gave them then, what was decided on them, and furniture of pages left out. */
  readonly bitext: Bitext;
}

/**
 * Looks for an earlier import of an article into a memory: by its address, its title, or half of its pairs.
 * @param memory its name
 */
export async function asBefore(
  store: Store,
  memory: string,
  { bitext, provenance }: Pick<ArticleBitext, 'bitext' | 'provenance'>,
): Promise<ArticleAgain> {
  const into = await store.findMemory(memory);
  const isNew = { bitext: takenUp(bitext, NOTHING_KNOWN) };
  if (into === undefined) return isNew;
  const pairs = beadsOf(bitext).beads.map(({ fr, en }) => ({
    fr: { language: 'fr' as const, content: contentFromText(fr) },
    en: { language: 'en' as const, content: contentFromText(en) },
  }));
  const like = await store.documentsLike(into.id, provenance, pairs);
  const { url, title } = provenance;
  const named = like.find(({ document }) => url !== undefined && document.provenance.url === url);
  const titled = like.find(
    ({ document, shared }) => shared > 0 && title !== undefined && document.provenance.title === title,
  );
  const alike = like.find(
    ({ document, shared }) =>
      shared > 0 &&
      shared >= SAME_ARTICLE * Math.min(pairs.length, document.unitCount) &&
      // Two addresses are two articles, whatever they share.
      (url === undefined || (document.provenance.url ?? url) === url),
  );
  const earlier = (named ?? titled ?? alike)?.document;
  if (earlier === undefined) return isNew;
  const known = await knownPairs(store, earlier.id);
  const edited = new Map(known.edited.map(({ printed, now }) => [now, printed]));
  const vouchedFor = known.stored.filter(isVouchedFor).map((pair) => edited.get(pair) ?? pair);
  const shaped = withKeptShapes(bitext, [
    ...vouchedFor,
    ...known.refused.filter(({ fr, en }) => fr !== '' && en !== ''),
  ]);
  return { earlier, bitext: takenUp(shaped, known) };
}

/** What the memory knows of the pairs of a document. A unit that was flagged as wrong counts as kept out. */
async function knownPairs(store: Store, documentId: DocumentId): Promise<KnownPairs> {
  const stored = await storedPairs(store, documentId);
  const decided = await store.earlierDecisions(documentId);
  const suggested = new Map(stored.filter(({ status }) => status !== 'rejected').map((pair) => [pair.id, pair]));
  return {
    stored: [...suggested.values()],
    refused: [
      ...decided.filter(({ unitId }) => unitId === undefined || !suggested.has(unitId)),
      ...stored.filter(({ id }) => !suggested.has(id)),
    ],
    edited: decided.flatMap(({ fr, en, unitId }) => {
      const now = unitId === undefined ? undefined : suggested.get(unitId);
      return now === undefined ? [] : [{ printed: { fr, en }, now }];
    }),
  };
}

/** What the units of a document say; nothing where there is none. */
export async function storedPairs(store: Store, documentId: DocumentId | undefined): Promise<readonly StoredPair[]> {
  return documentId === undefined ? [] : (await store.documentUnits(documentId)).map(pairOf);
}

function pairOf({ id, version, status, fr, en }: TranslationUnit): StoredPair {
  return { id, version, status, fr: contentText(fr.content), en: contentText(en.content) };
}
