import type { Language } from '../model/language.ts';
import type { Penalty } from '../model/match.ts';
import type { Memory, TranslationUnit } from '../model/unit.ts';

/** An alignment nobody has looked at loses from 1 point, when the aligner is certain, to 10 when it has no idea. */
const ALIGNMENT = { least: 1, most: 10 } as const;
/** A machine's translation: nobody has looked at it, one person has, two have. */
const MACHINE = { draft: 10, confirmed: 2, reviewed: 0 } as const;
/** The sentence asked for is the original of the stored pair: its translation was made the other way round. */
const REVERSE = 1;
/** A draft of any other origin. */
const DRAFT = 3;

/**
 * The points a unit loses for what is known of it, whatever the text looked up; each positive.
 * @param originalLanguage the side of the unit that was written first, where known
 */
export function penaltiesOf(
  unit: Pick<TranslationUnit, 'origin' | 'status'>,
  originalLanguage: Language | undefined,
  memory: Pick<Memory, 'penalty'>,
  targetLanguage: Language,
): readonly Penalty[] {
  const penalties: Penalty[] = [
    { name: 'memory', points: memory.penalty },
    { name: 'reverse', points: originalLanguage === targetLanguage ? REVERSE : 0 },
    ...originPenalties(unit),
  ];
  return penalties.filter((penalty) => penalty.points > 0);
}

/** Net rate, never under 0. */
export function netRate(grossRate: number, penalties: readonly Penalty[]): number {
  return penalties.reduce((rate, penalty) => Math.max(0, rate - penalty.points), grossRate);
}

function originPenalties({ origin, status }: Pick<TranslationUnit, 'origin' | 'status'>): readonly Penalty[] {
  const draft = status !== 'confirmed' && status !== 'reviewed';
  if (origin.kind === 'machine') return [{ name: 'machine', points: MACHINE[draft ? 'draft' : status] }];
  if (!draft) return [];
  if (origin.kind !== 'alignment') return [{ name: 'draft', points: DRAFT }];
  const doubt = 1 - Math.min(1, Math.max(0, origin.confidence));
  return [{ name: 'alignment', points: ALIGNMENT.least + Math.round(doubt * (ALIGNMENT.most - ALIGNMENT.least)) }];
}
