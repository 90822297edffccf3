import { describe, expect, it } from 'vitest';
import { checksUnder, NO_RULES, readHouseRules, styleUnder } from '../../../memory/checks/house-rules.ts';
import { defaultStyle } from '../../../memory/text/typography/style.ts';

describe('house rules', () => {
  it('are read back as they were kept, and nothing unknown with them', () => {
    const rules = { checks: { length: 'off', numbers: 'error' }, style: { fr: { quotes: 'curly' } } } as const;
    expect(readHouseRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
    expect(
      readHouseRules({ checks: { flying: 'off', length: 'fatal' }, style: { de: {}, fr: { quotes: 'thin' } } }),
    ).toEqual(NO_RULES);
  });

  it.each([undefined, null, 7, 'x', [], { checks: 4, style: null }])('that are none are the usual: %j', (given) => {
    expect(readHouseRules(given)).toEqual(NO_RULES);
  });

  it('become what the checks and the typography go by', () => {
    const rules = readHouseRules({
      checks: { length: 'off', numbers: 'error' },
      style: { fr: { beforeHighMarks: 'no-break' } },
    });
    expect(checksUnder(rules, 'fr')).toEqual({
      off: ['length'],
      severities: { numbers: 'error' },
      style: { ...defaultStyle('fr'), beforeHighMarks: 'no-break' },
    });
    expect(styleUnder(rules, 'en')).toEqual(defaultStyle('en'));
    expect(styleUnder(rules, 'fr-CA').beforeHighMarks).toBe('no-break');
  });
});
