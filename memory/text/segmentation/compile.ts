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
  const runs: { breaks: boolean; rules: SegmentationRule[] }[] = [];
  for (const rule of rules) {
    const last = runs.at(-1);
    if (last?.breaks === rule.breaks) last.rules.push(rule);
    else runs.push({ breaks: rule.breaks, rules: [rule] });
  }
  const breaking = rules.filter((rule) => rule.breaks);
  return {
    candidates: breaking.length > 0 ? new RegExp(places(breaking), 'gu') : undefined,
    verdicts: runs.map((run) => ({ breaks: run.breaks, pattern: new RegExp(places(run.rules), 'uy') })),
  };
}

/**
 * A pattern for the places of rules that share a verdict. What follows is tested first, and once for all rules that ask
 * for the same: in running text that turns away nearly every place at its first character.
 */
function places(rules: readonly SegmentationRule[]): string {
  const befores = new Map<string, string[]>();
  for (const { before, after } of rules) {
    const same = befores.get(after);
    if (same) same.push(translatePattern(before));
    else befores.set(after, [translatePattern(before)]);
  }
  return [...befores].map(([after, same]) => `(?=${translatePattern(after)})(?<=${same.join('|')})`).join('|');
}
