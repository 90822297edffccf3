import { contentText } from '../../../memory/model/inline.ts';
import { otherLanguage } from '../../../memory/model/language.ts';
import { diffTexts } from '../../../memory/text/diff.ts';
import type { ComparedUnit } from '../../../views/pages/memory/promote.tsx';
import type { ReplacedUnit } from '../../../views/pages/memory/replace.tsx';
import { sourceSide } from '../../services/imports/present.ts';
import type { Compared } from '../../services/management/promotion.ts';
import type { ReplacementHit } from '../../services/management/replacement.ts';

/** What replacing would change in a unit, to be shown. */
export function replacedUnit({ unitId, sides, empties }: ReplacementHit): ReplacedUnit {
  return {
    unitId,
    sides: sides.map(({ language, before, after }) => ({
      language,
      parts: diffTexts(contentText(before), contentText(after), language),
    })),
    ...(empties && { empties }),
  };
}

/** How a unit differs from what the master has of the same source, to be shown. */
export function comparedUnit({ unit, standing, present }: Compared): ComparedUnit {
  const language = otherLanguage(sourceSide(unit));
  const text = contentText(unit[language].content);
  return {
    unit,
    standing,
    language,
    present: present.map(({ id, target }) => ({ id, parts: diffTexts(contentText(target), text, language) })),
  };
}
