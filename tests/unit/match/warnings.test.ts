import { describe, expect, it } from 'vitest';
import { profileOf } from '../../../memory/match/profile.ts';
import { warningsFor } from '../../../memory/match/warnings.ts';
import type { Language } from '../../../memory/model/language.ts';

const warn = (query: string, stored: string, language: Language = 'fr') =>
  warningsFor(profileOf([query], language), profileOf([stored], language));

describe('warningsFor', () => {
  it('says that a negation was dropped or added', () => {
    expect(warn('Elle exploite le logiciel.', 'Elle n’exploite pas le logiciel.')).toEqual([
      { kind: 'negation', inQuery: [], inStored: ['n’ … pas'] },
    ]);
    expect(warn('It does not sell.', 'It does sell.', 'en')).toEqual([
      { kind: 'negation', inQuery: ['not'], inStored: [] },
    ]);
    expect(warn('Il ne vend pas.', 'Il ne vend jamais.')).toEqual([]);
  });

  it('says which numbers, times and dates differ', () => {
    expect(warn('Le 3 mai, 12 États à 14 h 30', 'Le 4 mai, 12 États à 15 h')).toEqual([
      { kind: 'number', inQuery: ['14 h 30'], inStored: ['15 h'] },
      { kind: 'date', inQuery: ['3 mai'], inStored: ['4 mai'] },
    ]);
    expect(warn('1 234 euros', '1234 euros')).toEqual([]);
  });

  it('says which names the other has nowhere', () => {
    expect(warn('Le président Macron parle.', 'Le président Sarkozy parle.')).toEqual([
      { kind: 'name', inQuery: ['Macron'], inStored: ['Sarkozy'] },
    ]);
    expect(warn('Macron parle.', 'Le président Macron parle.')).toEqual([]);
    expect(warn('NSO a refusé.', 'Elle a refusé.')).toEqual([{ kind: 'name', inQuery: ['NSO'], inStored: [] }]);
    expect(warn('Il dit : « Nous verrons. »', 'Il dit : « On verra. »')).toEqual([]);
  });

  it('says nothing of identical texts, and stays quick on long ones', () => {
    expect(warn('Il n’a pas dit 12.', 'Il n’a pas dit 12.')).toEqual([]);
    expect(warn('12 '.repeat(30_000), 'ne '.repeat(30_000)).map((warning) => warning.kind)).toEqual([
      'negation',
      'number',
    ]);
  });
});
