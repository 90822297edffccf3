import { VOUCHED_FOR } from '../../memory/alignment/article.ts';
import { isOneSided } from '../../memory/alignment/review/decide.ts';
import { comparePairs, type PairNews, type StoredPair } from '../../memory/alignment/review/stored-pairs.ts';
import { blockOf, sideText } from '../../memory/alignment/review/texts.ts';
import { contentFromText } from '../../memory/model/inline.ts';
import type { Language } from '../../memory/model/language.ts';
import type { ReviewBead, ReviewState } from '../../memory/model/review.ts';
import type { NewUnit } from '../../memory/model/unit.ts';
import type { ReviewedDocument, ReviewedUnit, StoredVersion } from '../../memory/store/store.ts';

/**
 * The units of a document after its review. An accepted bead is stored, in the place of what it was before it was
 * reworded; what stays open or is gone from the article stays in the memory as it was.
 * @param removeMissing deletes what is gone from the article, and what was stored of deleted beads
 */
export function reviewedDocument(
  state: ReviewState,
  stored: readonly StoredPair[],
  removeMissing: boolean,
  originalLanguage: Language | undefined,
): Pick<ReviewedDocument, 'units' | 'deleted'> {
  const beads = state.beads.filter((bead) => !isOneSided(bead));
  const texts = beads.map((bead) => ({ fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en') }));
  const units: ReviewedUnit[] = [];
  const deleted: StoredVersion[] = [];
  for (const news of comparePairs(stored, texts)) {
    const bead = news.kind === 'removed' ? undefined : beads[news.bead];
    const block = bead && blockOf(state, bead);
    const placed = block && { block };
    const before = 'stored' in news ? { id: news.stored.id, version: news.stored.version } : undefined;
    if (bead !== undefined && isAccepted(bead)) {
      const said = texts[(news as Extract<PairNews, { bead: number }>).bead] ?? { fr: '', en: '' };
      const unit = newUnit(said, bead, originalLanguage);
      units.push({ unit, ...(news.kind === 'reworded' && before && { stored: before }), ...placed });
    } else if (before !== undefined) {
      const gone = bead === undefined || bead.decision === 'deleted';
      if (gone && removeMissing) deleted.push(before);
      else units.push({ stored: before, ...placed });
    }
  }
  return { units, deleted };
}

function isAccepted({ decision }: ReviewBead): boolean {
  return decision === 'accepted' || decision === 'passed';
}

function newUnit(
  { fr, en }: { readonly fr: string; readonly en: string },
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
