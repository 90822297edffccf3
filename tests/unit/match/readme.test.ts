import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { halfEdits } from '../../../memory/match/distance.ts';
import { profileOf } from '../../../memory/match/profile.ts';
import { grossRate } from '../../../memory/match/rate.ts';
import { smallDifferences } from '../../../memory/match/small-differences.ts';
import { contentFromText } from '../../../memory/model/inline.ts';

const README = readFileSync(new URL('../../../memory/match/README.md', import.meta.url), 'utf8');
const EXAMPLES = [...README.matchAll(/^\| (fr|en) \| (.+) \| (.+) \| ([\d.]+) \| (\d+) \| (\d+) \| (\d+) \|$/gm)].map(
  ([, language, one, another, distance, longer, points, rate]) => ({
    language: language === 'fr' ? ('fr' as const) : ('en' as const),
    one: one ?? '',
    another: another ?? '',
    worked: [distance, longer, points, rate].map(Number),
  }),
);

describe('the worked examples of memory/match/README.md', () => {
  it('are there', () => {
    expect(EXAMPLES.length).toBeGreaterThan(5);
  });

  it.each(EXAMPLES)('$one – $another', ({ language, one, another, worked }) => {
    const a = profileOf(contentFromText(one), language);
    const b = profileOf(contentFromText(another), language);
    const longer = Math.max(a.forms.length, b.forms.length);
    expect([halfEdits(a, b) / 2, longer, smallDifferences(a, b), grossRate(a, b)]).toEqual(worked);
  });
});
