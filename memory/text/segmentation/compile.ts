import { translatePattern } from './pattern.ts';
import type { SegmentationRule, SegmentationRules } from './rules.ts';

/** Rules ready to be run over lines. */
export interface CompiledRules {
  /** Finds each place where some breaking rule matches; global. */
  readonly candidates: RegExp | undefined;
  /** Neighbouring rules of one verdict as one pattern each, in order; sticky. */
  readonly verdicts: readonly { readonly breaks: boolean; readonly pattern: RegExp }[];
}

const compiled = new WeakMap<SegmentationRules, CompiledRules>();

/**
 * Compiles rules once for each list.
 * @throws CalqueError `ill-formed-file` for a pattern that cannot be read
 */
export function compileRules(rules: SegmentationRules): CompiledRules {
  const known = compiled.get(rules);
  if (known) return known;
  const fresh = compile(rules);
  compiled.set(rules, fresh);
  return fresh;
}

function compile(rules: SegmentationRules): CompiledRules {
  const runs: { breaks: boolean; places: string[] }[] = [];
  for (const rule of rules) {
    const last = runs.at(-1);
    if (last?.breaks === rule.breaks) last.places.push(place(rule));
    else runs.push({ breaks: rule.breaks, places: [place(rule)] });
  }
  const breaking = runs.filter((run) => run.breaks).flatMap((run) => run.places);
  return {
    candidates: breaking.length > 0 ? new RegExp(breaking.join('|'), 'gu') : undefined,
    verdicts: runs.map(({ breaks, places }) => ({ breaks, pattern: new RegExp(places.join('|'), 'uy') })),
  };
}

/** What follows is tested first: in running text it turns away nearly every place at its first character. */
function place(rule: SegmentationRule): string {
  return `(?=${translatePattern(rule.after)})(?<=${translatePattern(rule.before)})`;
}
