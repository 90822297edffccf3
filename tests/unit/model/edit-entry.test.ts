import { describe, expect, it } from 'vitest';
import type { Concept } from '../../../memory/model/concept.ts';
import { changedConcept, newConcept, viewOf } from '../../../memory/model/edit-entry.ts';

const note = (type: string, text: string) => ({ element: 'termNote', type, text }) as const;

const CONCEPT: Concept = {
  id: 'c1',
  facts: [{ element: 'descrip', type: 'Definition', text: 'Texte court.', about: [note('source', 'Manuel')] }],
  languages: [
    { language: 'de', facts: [], terms: [{ text: 'Vorspann', facts: [] }] },
    {
      language: 'FR',
      facts: [{ element: 'note', text: 'presse' }],
      terms: [
        { id: 't1', text: 'chapeau', facts: [note('grammaticalGender', 'masculine')] },
        { text: 'chapô', facts: [note('normativeAuthorization', 'supersededTerm')] },
      ],
    },
  ],
};

describe('viewOf', () => {
  it('says what people read, and of each term what is said of its language', () => {
    expect(viewOf(CONCEPT)).toEqual({
      definition: 'Texte court.',
      terms: [
        { place: 0, language: 'de', text: 'Vorspann', status: 'admitted' },
        { place: 1, language: 'FR', text: 'chapeau', status: 'admitted', note: 'presse' },
        { place: 2, language: 'FR', text: 'chapô', status: 'forbidden', note: 'presse' },
      ],
    });
  });
});

describe('changedConcept', () => {
  it('changes what is named, and leaves what other tools wrote', () => {
    const changed = changedConcept(CONCEPT, {
      definition: 'Texte bref.',
      subject: 'presse',
      terms: [
        { place: 1, language: 'fr', text: 'chapeau', status: 'preferred', partOfSpeech: 'noun' },
        { place: 2, language: 'fr', text: 'chapô', status: 'forbidden' },
        { language: 'en-GB', text: ' standfirst ' },
      ],
    });
    expect(changed).toEqual({
      id: 'c1',
      facts: [
        { element: 'descrip', type: 'Definition', text: 'Texte bref.', about: [note('source', 'Manuel')] },
        { element: 'descrip', type: 'subjectField', text: 'presse' },
      ],
      languages: [
        // What cannot be given, for it is in another language, is not taken away.
        { language: 'de', facts: [], terms: [{ text: 'Vorspann', facts: [] }] },
        {
          language: 'FR',
          facts: [{ element: 'note', text: 'presse' }],
          terms: [
            {
              id: 't1',
              text: 'chapeau',
              facts: [
                note('grammaticalGender', 'masculine'),
                note('partOfSpeech', 'noun'),
                note('administrativeStatus', 'preferredTerm-admn-sts'),
              ],
            },
            { text: 'chapô', facts: [note('normativeAuthorization', 'supersededTerm')] },
          ],
        },
        { language: 'en-GB', facts: [], terms: [{ text: 'standfirst', facts: [] }] },
      ],
    });
    expect(changedConcept(CONCEPT, {})).toEqual(CONCEPT);
    expect(changedConcept(CONCEPT, { definition: '' }).facts).toEqual([]);
  });

  it('refuses an entry without terms, a term without text, and one that is not there or twice', () => {
    const term = { language: 'fr', text: 'x' } as const;
    for (const [terms, code] of [
      [[], 'empty-text'],
      [[{ ...term, text: ' ' }], 'empty-text'],
      [[{ ...term, place: 9 }], 'bad-request'],
      [
        [
          { ...term, place: 1 },
          { ...term, place: 1 },
        ],
        'bad-request',
      ],
    ] as const) {
      expect(() => changedConcept(CONCEPT, { terms })).toThrow(expect.objectContaining({ code }));
    }
    expect(() => newConcept({ note: 'x' })).toThrow(expect.objectContaining({ code: 'empty-text' }));
  });
});
