import { CalqueError } from '../../memory/model/errors.ts';
import { contentText } from '../../memory/model/inline.ts';
import type { Language } from '../../memory/model/language.ts';
import { languageOf } from '../../memory/model/language.ts';
import type { MemoryId, NewUnit, TranslationUnit, UnitChange, UnitId, Variant } from '../../memory/model/unit.ts';
import type { Actor, Store, StoredUnits } from '../../memory/store/store.ts';

/** A unit as a person or program states it. */
export type GivenUnit = Pick<NewUnit, 'fr' | 'en' | 'originalLanguage' | 'note'>;

/** Adds and changes units by hand. */
export interface Units {
  /** @throws CalqueError `empty-text` or `wrong-language`, naming the unit and side; then nothing is stored */
  add(memoryId: MemoryId, units: readonly GivenUnit[], actor: Actor): Promise<StoredUnits>;
  change(id: UnitId, version: number, change: UnitChange, actor: Actor): Promise<TranslationUnit>;
}

export function createUnits(store: Store): Units {
  return {
    async add(memoryId, units, actor) {
      for (const [index, unit] of units.entries()) {
        checkVariant(unit.fr, 'fr', `units.${index}.fr`);
        checkVariant(unit.en, 'en', `units.${index}.en`);
      }
      const confirmed = units.map((unit): NewUnit => ({ ...unit, origin: { kind: 'human' }, status: 'confirmed' }));
      return store.addUnits(memoryId, confirmed, actor);
    },

    async change(id, version, change, actor) {
      if (change.fr) checkVariant(change.fr, 'fr', 'fr');
      if (change.en) checkVariant(change.en, 'en', 'en');
      return store.changeUnit(id, version, change, actor);
    },
  };
}

function checkVariant({ language, content }: Variant, side: Language, where: string): void {
  if (languageOf(language) !== side) {
    throw new CalqueError('wrong-language', `The ${side} side is stated to be ${language}.`, {
      where: `${where}.language`,
    });
  }
  if (contentText(content).trim() === '') {
    throw new CalqueError('empty-text', `The ${side} side has no text.`, { where: `${where}.content` });
  }
}
