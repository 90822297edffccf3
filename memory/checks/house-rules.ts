import type { Language, LanguageTag } from '../model/language.ts';
import { languageOf } from '../model/language.ts';
import { defaultStyle, type TypographyStyle } from '../text/typography/style.ts';
import type { Severity } from './check.ts';
import type { CheckSettings } from './run.ts';
import { CHECKS, type CheckCode } from './table.ts';

/** What a house has decided of checks and typography; what is absent is as usual. */
export interface HouseRules {
  readonly checks: Readonly<Partial<Record<CheckCode, Severity | 'off'>>>;
  readonly style: Readonly<Partial<Record<Language, Partial<TypographyStyle>>>>;
}

export const NO_RULES: HouseRules = { checks: {}, style: {} };

/** What can be chosen of each part of a style. */
export const STYLE_CHOICES = {
  beforeColon: ['no-break', 'narrow', 'none', 'as-written'],
  beforeHighMarks: ['no-break', 'narrow', 'none', 'as-written'],
  insideGuillemets: ['no-break', 'narrow', 'none', 'as-written'],
  apostrophes: ['curly', 'as-written'],
  quotes: ['guillemets', 'curly', 'as-written'],
} as const satisfies { readonly [K in keyof TypographyStyle]: readonly TypographyStyle[K][] };

export const STYLE_PARTS = Object.keys(STYLE_CHOICES) as readonly (keyof TypographyStyle)[];

/** The typography of a target under the rules of the house. */
export function styleUnder({ style }: HouseRules, tag: LanguageTag): TypographyStyle {
  return { ...defaultStyle(tag), ...style[languageOf(tag)] };
}

/** How the checks are made on targets of a language. */
export function checksUnder(rules: HouseRules, tag: LanguageTag): CheckSettings {
  const decided = Object.entries(rules.checks) as readonly (readonly [CheckCode, Severity | 'off'])[];
  return {
    off: decided.flatMap(([code, severity]) => (severity === 'off' ? [code] : [])),
    severities: Object.fromEntries(decided.filter(([, severity]) => severity !== 'off')),
    style: styleUnder(rules, tag),
  };
}

/**
 * Rules as they were kept or sent. What is not known is left out.
 * @param given `{checks: {code: severity}, style: {fr: {part: choice}}}`
 */
export function readHouseRules(given: unknown): HouseRules {
  const { checks, style } = recordOf(given);
  const decided = recordOf(checks);
  const severities = CHECKS.flatMap(({ code }) => {
    const severity = (['error', 'warning', 'off'] as const).find((known) => known === decided[code]);
    return severity === undefined ? [] : [[code, severity] as const];
  });
  const styles = (['fr', 'en'] as const).flatMap((language) => {
    const parts = recordOf(recordOf(style)[language]);
    const chosen = STYLE_PARTS.flatMap((part) => {
      const choice = STYLE_CHOICES[part].find((known) => known === parts[part]);
      return choice === undefined ? [] : [[part, choice] as const];
    });
    return chosen.length === 0 ? [] : [[language, Object.fromEntries(chosen)] as const];
  });
  return { checks: Object.fromEntries(severities), style: Object.fromEntries(styles) };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
