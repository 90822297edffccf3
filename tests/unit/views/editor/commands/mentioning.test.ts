import { describe, expect, it } from 'vitest';
import { mentionBegun, peopleCalled } from '../../../../../views/editor/commands/mentioning.ts';

const PEOPLE = ['Ada Lovelace', 'Éloïse Martin', 'Lise Ader', 'Zoë O’Neill'];

describe('a name that is being written', () => {
  it('begins behind an @ that no letter stands before', () => {
    expect(mentionBegun('See @')).toEqual({ from: 4, written: '' });
    expect(mentionBegun('@élo')).toEqual({ from: 0, written: 'élo' });
    expect(mentionBegun('desk@exam')).toBeUndefined();
    expect(mentionBegun('@ada is')).toBeUndefined();
  });

  it('may become any with a word that begins so, those first whose first word does', () => {
    expect(peopleCalled('', PEOPLE)).toEqual(PEOPLE);
    expect(peopleCalled('AD', PEOPLE)).toEqual(['Ada Lovelace', 'Lise Ader']);
    expect(peopleCalled('eloise.m', PEOPLE)).toEqual(['Éloïse Martin']);
    expect(peopleCalled('love', PEOPLE)).toEqual(['Ada Lovelace']);
    expect(peopleCalled('x', PEOPLE)).toEqual([]);
  });
});
