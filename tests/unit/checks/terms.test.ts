import { describe, expect, it } from 'vitest';
import { runChecks } from '../../../memory/checks/run.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { TermStatus } from '../../../memory/model/term-status.ts';
import type { FoundTerm } from '../../../memory/terms/found-term.ts';
import { applyEdits } from '../../../memory/text/edit.ts';
import { segment } from './segments.ts';

/** A term of a source with its translations; one that is not to be used begins with `!`. */
function term(source: string, text: string, ...targets: readonly string[]): FoundTerm {
  const start = source.indexOf(text);
  return {
    entryId: start + 1,
    termbase: { id: 1, name: 'Press' },
    term: text,
    status: 'preferred',
    ranges: [{ start, end: start + text.length }],
    targets: targets.map((target) => ({
      text: target.replace(/^!/, ''),
      status: (target.startsWith('!') ? 'forbidden' : 'admitted') as TermStatus,
    })),
  };
}

function found(source: string, target: string, language: LanguageTag, ...terms: readonly (readonly string[])[]) {
  const findings = runChecks({
    ...segment(source, target, language),
    terms: terms.map(([text = '', ...targets]) => term(source, text, ...targets)),
  });
  return findings.filter(({ code }) => code.startsWith('term-'));
}

const CEASEFIRE = ['cessez-le-feu', 'ceasefire', 'truce', '!cease-fire'];

describe('terms that are not to be used', () => {
  it('are found in any form, with what is to stand there instead', () => {
    const target = 'Cease-fires have been agreed.';
    const [finding] = found('Des cessez-le-feu ont été conclus.', target, 'en', CEASEFIRE);
    expect(finding).toMatchObject({
      code: 'term-forbidden',
      says: 'term-forbidden',
      about: ['Cease-fires'],
      start: 0,
      end: 11,
      fix: { does: 'change', to: 'Ceasefire' },
    });
    expect(applyEdits(target, finding?.fix?.edits ?? [])).toBe('Ceasefire have been agreed.');
  });

  it('have no fix where there is nothing better, and are left alone where they are right for another word', () => {
    expect(found('Le chapeau.', 'The lede.', 'en', ['chapeau', '!lede'])[0]).not.toHaveProperty('fix');
    expect(
      found(
        'Le chapeau et le lead.',
        'The standfirst and the lede.',
        'en',
        ['chapeau', 'standfirst', '!lede'],
        ['lead', 'lede'],
      ),
    ).toEqual([]);
    expect(found('Un courriel.', 'Un e-mailing.', 'fr', ['courriel', 'courriel', '!e-mail'])).toMatchObject([
      { code: 'term-missing' },
    ]);
  });
});

describe('terms of the source that are missing', () => {
  it.each([
    ['the term itself', 'The ceasefire holds.'],
    ['another form of it', 'Ceasefires hold.'],
    ['another term that is admitted', 'The truce holds.'],
  ])('are none where the target has %s', (_, target) => {
    expect(found('Le cessez-le-feu tient.', target, 'en', CEASEFIRE)).toEqual([]);
  });

  it('are told with what the termbase has', () => {
    expect(found('Le cessez-le-feu tient.', 'The lull holds.', 'en', CEASEFIRE)).toMatchObject([
      { code: 'term-missing', severity: 'warning', about: ['ceasefire', 'truce'], has: 'cessez-le-feu' },
    ]);
  });

  it('may have a word or two between theirs, and are one of several that read alike', () => {
    const minister = ['defence minister', 'ministre de la Défense'];
    expect(
      found('The defence minister left.', 'Le ministre israélien de la Défense est parti.', 'fr', minister),
    ).toEqual([]);
    expect(
      found('The defence minister left.', 'Le ministre est parti loin du lieu de la défense.', 'fr', minister),
    ).toHaveLength(1);
    expect(
      found('The pool is open.', 'La piscine est ouverte.', 'fr', ['pool', 'billard'], ['pool', 'piscine']),
    ).toEqual([]);
    expect(
      found('The pool is open.', 'Le bassin est ouvert.', 'fr', ['pool', 'billard'], ['pool', 'piscine']),
    ).toHaveLength(1);
  });
});
