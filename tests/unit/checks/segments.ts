import { type CheckedSegment, type CheckFinding, type CheckSettings, runChecks } from '../../../memory/checks/run.ts';
import { contentFromText } from '../../../memory/model/inline.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';

/** A draft translated from English into French, or from French where the target is English. */
export function segment(
  source: string,
  target: string,
  targetLanguage: LanguageTag = 'fr',
  more: Partial<CheckedSegment> = {},
): CheckedSegment {
  return {
    source: contentFromText(source),
    target: contentFromText(target),
    sourceLanguage: targetLanguage.startsWith('fr') ? 'en' : 'fr',
    targetLanguage,
    status: 'draft',
    ...more,
  };
}

export function check(
  source: string,
  target: string,
  targetLanguage: LanguageTag = 'fr',
  settings: CheckSettings = {},
): readonly CheckFinding[] {
  return runChecks(segment(source, target, targetLanguage), settings);
}
