import { describe, expect, it } from 'vitest';
import type { GivenTerm } from '../../../memory/model/edit-entry.ts';
import { newConcept, viewOf } from '../../../memory/model/edit-entry.ts';
import { glossaryOf } from '../../../memory/terms/glossary.ts';

function entry(...terms: readonly GivenTerm[]) {
  return viewOf(newConcept({ terms }));
}

const fr = (text: string, status?: GivenTerm['status']) =>
  ({ language: 'fr', text, ...(status && { status }) }) as const;
const en = (text: string, status?: GivenTerm['status']) =>
  ({ language: 'en-GB', text, ...(status && { status }) }) as const;

describe('glossaryOf', () => {
  it('has every term translated by the preferred one of its concept, and by none that is forbidden', () => {
    const { fr: french, en: english } = glossaryOf([
      entry(
        fr('chapeau'),
        fr('chapô', 'forbidden'),
        en('lede', 'forbidden'),
        en('intro'),
        en('standfirst', 'preferred'),
      ),
      entry(fr('une'), en('splash', 'forbidden')),
    ]);
    expect(Object.fromEntries(french)).toEqual({ chapeau: 'standfirst', chapô: 'standfirst' });
    expect(Object.fromEntries(english)).toEqual({
      lede: 'chapeau',
      intro: 'chapeau',
      standfirst: 'chapeau',
      splash: 'une',
    });
  });

  it('leaves out what several concepts have translated differently, and what no list can hold', () => {
    const { fr: french } = glossaryOf([
      entry(fr('bac'), en('ferry')),
      entry(fr('bac'), en('baccalaureate')),
      entry(fr('quai'), en('quay')),
      entry(fr('quai'), en('quay')),
      entry(fr('deux\tmots'), en('two words')),
      entry(fr('x'.repeat(1_025)), en('too long')),
    ]);
    expect(Object.fromEntries(french)).toEqual({ quai: 'quay' });
  });
});
