import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConcordanceMode } from '../../../../memory/model/concordance.ts';
import type { Language } from '../../../../memory/model/language.ts';
import { marksIn, readSearch } from '../../../../memory/retrieval/concordance/text-search.ts';

/** What is marked of a text, each stretch in its own words. */
function marked(
  text: string,
  search: string,
  mode: ConcordanceMode,
  { language = 'fr', within = 5 }: { readonly language?: Language; readonly within?: number } = {},
): readonly string[] {
  return marksIn(text, readSearch(search, language, mode, within)).map(({ start, end }) => text.slice(start, end));
}

const FERRY = 'Les négociations sur le port n’ont pas repris ; la négociation sur les quais, si.';

describe('a search for words', () => {
  it('finds every form of each, in any order', () => {
    expect(marked(FERRY, 'port négociation', 'words')).toEqual(['négociations', 'port', 'négociation']);
    expect(marked(FERRY, 'NEGOCIATIONS', 'words')).toEqual(['négociations', 'négociation']);
  });

  it('finds nothing where one of them is missing', () => {
    expect(marked(FERRY, 'port tramway', 'words')).toEqual([]);
    expect(marked(FERRY, '… !', 'words')).toEqual([]);
    expect(marked(FERRY, '', 'words')).toEqual([]);
  });

  it('reads numbers by their value and dates by their names', () => {
    expect(marked('It cost 1,234.50 euros on 3 May.', '1234.50', 'words', { language: 'en' })).toEqual(['1,234.50']);
    expect(marked('Il a coûté 1 234,50 euros le 3 mai.', 'mai 1234,50', 'words')).toEqual(['1 234,50', 'mai']);
    expect(marked('Le 13 mai.', '3', 'words')).toEqual([]);
  });
});

describe('a search for a phrase', () => {
  it('finds the sequence as it stands, whatever its typography', () => {
    expect(marked('Il parle d’« accord de paix » ; l’Accord de Paix tient.', "l'accord de paix", 'phrase')).toEqual([
      'l’Accord de Paix',
    ]);
    expect(marked('« Accord »', '"accord"', 'phrase')).toEqual(['« Accord »']);
  });

  it('takes neither other forms nor other marks', () => {
    expect(marked(FERRY, 'négociation sur le port', 'phrase')).toEqual([]);
    expect(marked('La paix, la guerre.', 'paix la guerre', 'phrase')).toEqual([]);
    expect(marked('La paix, la guerre.', 'paix, la guerre', 'phrase')).toEqual(['paix, la guerre']);
  });

  it('marks repetitions apart from each other', () => {
    expect(marked('non non non', 'non non', 'phrase')).toEqual(['non non']);
  });
});

describe('a search for words near each other', () => {
  it('finds them within a stretch of so many words, marks not counted', () => {
    const text = 'Le juge, dit-on, entend un témoin.';
    expect(marked(text, 'témoin juge', 'near', { within: 6 })).toEqual(['juge', 'témoin']);
    expect(marked(text, 'témoin juge', 'near', { within: 5 })).toEqual([]);
  });

  it('marks only what stands in such a stretch', () => {
    const text = 'Le juge parle longuement de bien des choses avant que le juge entende un témoin.';
    expect(marksIn(text, readSearch('juge témoin', 'fr', 'near', 4))).toEqual([
      { start: 57, end: 61 },
      { start: 73, end: 79 },
    ]);
  });
});

describe('marks', () => {
  it('are whole stretches of the text, in order and apart', () => {
    const word = fc.constantFrom('le', 'juge', 'juges', 'Paris', '12', 'mai', ',', '«', 'l’', '😀');
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(' '));
    const mode = fc.constantFrom<ConcordanceMode>('words', 'phrase', 'near');
    fc.assert(
      fc.property(text, text, mode, fc.integer({ min: 2, max: 6 }), (stored, search, how, within) => {
        let end = 0;
        for (const mark of marksIn(stored, readSearch(search, 'fr', how, within))) {
          expect(mark.start).toBeGreaterThanOrEqual(end);
          expect(mark.end).toBeGreaterThan(mark.start);
          end = mark.end;
        }
        expect(end).toBeLessThanOrEqual(stored.length);
      }),
    );
  });

  it('of a phrase are where near and words have some, too', () => {
    const word = fc.constantFrom('le', 'juge', 'juges', '12', 'mai');
    const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (stored, search) => {
        fc.pre(marked(stored, search, 'phrase').length > 0);
        expect(marked(stored, search, 'near', { within: 8 })).not.toEqual([]);
        expect(marked(stored, search, 'words')).not.toEqual([]);
      }),
    );
  });
});
