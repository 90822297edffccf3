import { VOUCHED_FOR } from '../../memory/alignment/article.ts';
import { isOneSided } from '../../memory/alignment/review/decide.ts';
import {
  comparePairs,
  isVouchedFor,
  type PairNews,
  type StoredPair,
} from '../../memory/alignment/review/stored-pairs.ts';
import { blockOf, printedTexts, sideText } from '../../memory/alignment/review/texts.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import type { Language } from '../../memory/model/language.ts';
import type { PairTexts, ReviewBead, ReviewState } from '../../memory/model/review.ts';
import type { NewUnit } from '../../memory/model/unit.ts';
import type { ReviewedDocument, ReviewedUnit, StoredVersion } from '../../memory/store/store.ts';

interface StoringWish {
  /** Deletes what is gone from the article, and what was stored of deleted beads. */
  readonly removeMissing: boolean;
  readonly originalLanguage: Language | undefined;
}

/**
 * The units of a document after its review. An accepted bead is stored, in the place of what it was before it was
 * reworded; what stays open or is gone from the article stays in the memory as it was. A bead that nobody looked at takes
 * the place of nothing that somebody vouched for: it is stored beside that.
 */
export function reviewedDocument(
  state: ReviewState,
  stored: readonly StoredPair[],
  { removeMissing, originalLanguage }: StoringWish,
): Pick<ReviewedDocument, 'units' | 'deleted' | 'refused'> {
  const beads = state.beads.filter((bead) => !isOneSided(bead));
  const texts = beads.map((bead) => ({ fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en') }));
  const units: ReviewedUnit[] = [];
  const deleted: StoredVersion[] = [];
  for (const news of comparePairs(stored, texts)) {
    const bead = news.kind === 'removed' ? undefined : beads[news.bead];
    const before = 'stored' in news ? { id: news.stored.id, version: news.stored.version } : undefined;
    const said = texts[(news as Extract<PairNews, { bead: number }>).bead] ?? { fr: '', en: '' };
    const place = bead && news.kind !== 'removed' ? placeOf(state, bead, said) : {};
    if (bead !== undefined && isAccepted(bead)) {
      const unit = newUnit(said, bead, originalLanguage);
      const replaces = news.kind === 'reworded' && !(bead.decision === 'passed' && isVouchedFor(news.stored));
      if (news.kind === 'reworded' && !replaces && before) units.push({ stored: before });
      units.push({ unit, ...(replaces && before && { stored: before }), ...place });
    } else if (before !== undefined) {
      const gone = bead === undefined || bead.decision === 'deleted';
      if (gone && removeMissing) deleted.push(before);
      else units.push({ stored: before, ...(news.kind === 'same' && place) });
    }
  }
  const refused = state.beads
    .filter(({ decision, reason }) => decision === 'deleted' && reason !== 'furniture')
    .map((bead) => printedTexts(state, bead));
  return { units, deleted, refused };
}

/** What the block is there for, and what the document prints where that is not what the bead says. */
function placeOf(state: ReviewState, bead: ReviewBead, said: PairTexts): Pick<ReviewedUnit, 'block' | 'printed'> {
  const block = blockOf(state, bead);
  const printed = printedTexts(state, bead);
  const edited = printed.fr !== said.fr || printed.en !== said.en;
  return { ...(block && { block }), ...(edited && { printed }) };
}

function isAccepted({ decision }: ReviewBead): boolean {
  return decision === 'accepted' || decision === 'passed';
}

function newUnit(
  { fr, en }: PairTexts,
  { confidence = VOUCHED_FOR, decision }: ReviewBead,
  originalLanguage: Language | undefined,
): NewUnit {
  return {
    fr: { language: 'fr', content: contentFromText(fr) },
    en: { language: 'en', content: contentFromText(en) },
    ...(originalLanguage && { originalLanguage }),
    origin: { kind: 'alignment', confidence },
    status: decision === 'accepted' ? 'confirmed' : 'draft',
  };
}
