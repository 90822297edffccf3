import { type Profile, profileOf } from '../../../memory/match/profile.ts';
import { grossRate } from '../../../memory/match/rate.ts';
import { warningsFor } from '../../../memory/match/warnings.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import type { Match } from '../../../memory/model/match.ts';
import type { Memory, TranslationUnit, UnitId } from '../../../memory/model/unit.ts';
import type { Retrieval } from '../../../memory/retrieval/retrieval.ts';
import { normalizeText } from '../../../memory/text/normalize.ts';
import { sourceSide } from '../imports/present.ts';

/**
 * From this rate on, on both sides, two units say the same to a person: one word of seven put in, left out or replaced, an
 * inflection, a typing error, a mark.
 */
const NEARLY = 85;
/** Matches may be found for less than they come to: what speaks against a unit is not asked here. */
const LOWEST_FOUND = 80;
const MOST_FOUND = 10;

/** Units that belong together, told by pairs of them. */
export class Together {
  /** The least unit that each was found together with; itself for the least of a group. */
  readonly #least = new Map<UnitId, UnitId>();

  add(one: UnitId, other: UnitId): void {
    const [a, b] = [this.#of(one), this.#of(other)];
    this.#least.set(Math.max(a, b), Math.min(a, b));
    this.#least.set(Math.min(a, b), Math.min(a, b));
  }

  /** In the order of their first units. */
  groups(): readonly (readonly UnitId[])[] {
    const groups = new Map<UnitId, UnitId[]>();
    for (const id of [...this.#least.keys()].sort((a, b) => a - b)) {
      const least = this.#of(id);
      groups.set(least, [...(groups.get(least) ?? []), id]);
    }
    return [...groups.values()];
  }

  #of(id: UnitId): UnitId {
    let least = id;
    for (let next = this.#least.get(least); next !== undefined && next !== least; next = this.#least.get(least)) {
      least = next;
    }
    return least;
  }
}

/**
 * Finds, through the index, the units of a memory that a person would call the same as one of it: nearly the same on both sides,
 * with no number, date, name or negation that differs. The same source with other translations is another matter.
 */
export function nearDuplicates(
  retrieval: Retrieval,
  memory: Memory,
): (unit: TranslationUnit) => Promise<readonly UnitId[]> {
  const memories = [{ ...memory, priority: 0, penalty: 0 }];
  return async (unit) => {
    const side = sourceSide(unit);
    const other = otherLanguage(side);
    const { matches } = await retrieval.find(
      {
        content: unit[side].content,
        sourceLanguage: side,
        targetLanguage: other,
        memories,
        minimumRate: LOWEST_FOUND,
        limit: MOST_FOUND,
      },
      { matches: true, related: false },
    );
    const others = matches.filter(({ unitId, kind }) => unitId !== unit.id && kind !== 'adapted');
    if (others.length === 0) return [];
    const source = profileOf(unit[side].content, side);
    const target = profileOf(unit[other].content, other);
    return others.filter((match) => isNearly(match, source, target)).map(({ unitId }) => unitId);
  };
}

function isNearly({ grossRate: rate, source: content, target: translation }: Match, source: Profile, target: Profile) {
  if (rate < NEARLY) return false;
  const otherSource = profileOf(content, source.language);
  const otherTarget = profileOf(translation, target.language);
  const sameSource = normalizeText(source.text) === normalizeText(otherSource.text);
  if (sameSource && normalizeText(target.text) !== normalizeText(otherTarget.text)) return false;
  if (grossRate(target, otherTarget, NEARLY) < NEARLY) return false;
  return warningsFor(source, otherSource).length + warningsFor(target, otherTarget).length === 0;
}
