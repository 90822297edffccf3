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
 * A pattern for the places of rules that share a verdict. Rules that ask for white space stand together behind one test
 * for it, so that inside a word they cost one test and not one each; what follows is then tested once for all rules that
 * ask for the same. Of the others, what comes before is tested first: a mark, mostly, which turns away nearly every place.
 */
function places(rules: readonly SegmentationRule[]): string {
  const befores = new Map<string, string[]>();
  for (const { before, after } of rules) {
    const same = befores.get(after);
    if (same) same.push(translatePattern(before));
    else befores.set(after, [translatePattern(before)]);
  }
  const spaced: string[] = [];
  const others: string[] = [];
  for (const [after, same] of befores) {
    const ahead = `(?=${translatePattern(after)})`;
    const behind = `(?<=${same.join('|')})`;
    if (asksForSpace(after)) spaced.push(ahead + behind);
    else others.push(behind + ahead);
  }
  return [...(spaced.length > 0 ? [`(?=\\s)(?:${spaced.join('|')})`] : []), ...others].join('|');
}

/** Whether a pattern can only match what begins with white space. */
function asksForSpace(pattern: string): boolean {
  return alternatives(pattern).every((one) => /^\\s(?:\+|\{[1-9]|(?![?*{]))/.test(one));
}

/** The alternatives of a pattern that stand in no group. */
function alternatives(pattern: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  for (const { 0: part, index } of pattern.matchAll(/\\.|\[(?:\\.|[^\]\\])*\]|[()|]/gsu)) {
    if (part === '(') depth++;
    else if (part === ')') depth--;
    else if (part === '|' && depth === 0) {
      found.push(pattern.slice(from, index));
      from = index + 1;
    }
  }
  return [...found, pattern.slice(from)];
}
