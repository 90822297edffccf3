import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../memory/model/language.ts';
import { breakRule, keepRule } from '../../../../memory/text/segmentation/rules.ts';
import { segmentText } from '../../../../memory/text/segmentation/segmentation.ts';
import { needsShared, sharedPath } from '../../../support/shared.ts';

/** The segments, each followed by the mark of a boundary but the last. */
function cut(text: string, language: Language): string {
  return segmentText(text, language)
    .map((segment) => segment.text)
    .join(' ‖ ');
}

/** Cuts the text without its marks, and expects them back. */
function expectCut(marked: string, language: Language): void {
  expect(cut(marked.replaceAll(' ‖ ', ' '), language)).toBe(marked);
}

describe('segmentText', () => {
  it('gives offsets and the number of the line', () => {
    expect(segmentText('  Un titre \n\n Il part. Elle reste.\n', 'fr')).toEqual([
      { text: 'Un titre', start: 2, end: 10, paragraph: 0 },
      { text: 'Il part.', start: 14, end: 22, paragraph: 1 },
      { text: 'Elle reste.', start: 23, end: 34, paragraph: 1 },
    ]);
  });

  it.each(['', ' ', '\n\n', '\t\r\n\u00a0'])('finds nothing in %j', (text) => {
    expect(segmentText(text, 'en')).toEqual([]);
  });

  it('ends a segment at any line break, and at a gap that no rule sees across', () => {
    expect(cut('one\r\ntwo\rthree\u2028four\u2029five\fsix', 'en')).toBe('one ‖ two ‖ three ‖ four ‖ five ‖ six');
    expect(cut(`left${' '.repeat(101)}right`, 'en')).toBe('left ‖ right');
    expect(segmentText(`left${' '.repeat(100)}right`, 'en')).toHaveLength(1);
  });

  it('takes the rules of a house in place of its own', () => {
    const rules = [keepRule('art\\.', '\\s'), breakRule('[.|]', '\\s')];
    expect(segmentText('Voir art. 5. à | b', 'fr', rules).map((segment) => segment.text)).toEqual([
      'Voir art. 5.',
      'à |',
      'b',
    ]);
    expect(segmentText('One. Two.', 'en', [])).toHaveLength(1);
  });

  it('gives the text back from the segments and the white space between them', () => {
    const piece = fc.constantFrom(
      ...'aéA.?!…«»"“”()[]12 \n\u00a0-—:;,'.split(''),
      'M. ',
      'U.S. ',
      ' p. ',
      '😀',
      '\ud800',
    );
    const texts = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom(...LANGUAGES), (text, language) => {
        let at = 0;
        for (const segment of segmentText(text, language)) {
          expect(text.slice(at, segment.start).trim()).toBe('');
          expect(segment.text).toBe(text.slice(segment.start, segment.end));
          expect(segment.text).not.toBe('');
          expect(segment.text.trim()).toBe(segment.text);
          at = segment.end;
        }
        expect(text.slice(at).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });

  it.each(LANGUAGES)('is done with hostile text in time that grows with its length, %s', (language) => {
    expect(segmentText('.'.repeat(100_000), language)).toHaveLength(1);
    expect(segmentText(`a${'. '.repeat(100_000)}`, language)).toHaveLength(1);
    expect(segmentText('A. '.repeat(50_000), language)).toHaveLength(1);
    expect(segmentText('«("'.repeat(50_000), language)).toHaveLength(1);
    expect(segmentText('www.a@'.repeat(50_000), language)).toHaveLength(1);
    expect(segmentText(' '.repeat(5_000_000), language)).toEqual([]);
    expect(segmentText('x'.repeat(5_000_000), language)).toHaveLength(1);
  });
});

describe('French', () => {
  it.each([
    'M. Dupont, MM. Blanc et Noir, Mme Roy et le Dr. House parlent. ‖ Ils partent.',
    'Le gén. de Gaulle et J.-P. Sartre sont là. ‖ J. K. Rowling et A. Camus aussi.',
    'Il mourut en 44 av. J.-C. à Rome. ‖ Il naquit en 100 av. J.-C. ‖ Son fils régna.',
    'On peut, p. ex. à Paris, le voir. ‖ Cf. p. 12, art. 5, al. 3 et chap. IV. ‖ Le reste, etc. ‖ Il part.',
    'Voir n° 5, vol. 3, t. 2, éd. Gallimard, pp. 5-6. ‖ Le 1er janv. 2020, à l’art. 49 al. 3.',
    'Elle voit son ex. ‖ Elle rit, à la mer. ‖ 5 bateaux partent. ‖ Voir chap. I, t. V et, par ex., C. ‖ C’est tout.',
    'Le XIXe siècle. ‖ Louis XIV. ‖ Il régna. ‖ L’O.N.U. a voté. ‖ Les É.-U. ont voté.',
  ])('knows abbreviations, initials and ordinals: %s', (marked) => expectCut(marked, 'fr'));

  it.each([
    '« Je viens. ‖ Tu pars », a dit Jean. ‖ Il sort.',
    '« Oui ! » s’exclame-t-il. ‖ « Tu viens ? » ‖ Il se tait.',
    'Elle dit : « C’est fini. » ‖ Marie sort.',
    'Selon lui, « c’est faux ». ‖ Cependant, « c’est vrai ! », dit-elle.',
    '« C’est faux ». a déclaré le juge. ‖ « Non ». affirme-t-il.',
    '— Tu viens ? demanda-t-il. ‖ — Non. ‖ — Pourquoi ?',
    'Il écrit "Je pars. " ‖ Elle lit.',
    'Elle lit. ‖ " Je pars ", dit-il.',
  ])('leaves a quotation and its speaker together: %s', (marked) => expectCut(marked, 'fr'));

  it.each([
    'C’est vrai... ‖ Mais non. ‖ C’est vrai… mais oui. ‖ Ah ! mon Dieu. ‖ Il a gagné... 30 F.',
    'Il a payé 1 234,50 € à 20 h 30. ‖ Soit 1.234.567 euros et 3,5 %. ‖ Il fait 25 °C. ‖ Il pleut.',
    'Voir https://www.example.org/Article.html?x=1. ‖ Écrire à A.B@example.org. ‖ Merci.',
    'Le texte[1] fut publié.[2] ‖ Il dit tout.¹ ‖ Puis rien (voir p. 5). ‖ (Il partit.) ‖ Fin',
    'Il existait. ‖ à peu près au même moment, il mourut. ‖ - si vous partez',
    'Il est parti. [...] ‖ Elle reste. ‖ ² Ou non.',
    '3.1. Les fibres',
  ])('reads pauses, figures, addresses and notes: %s', (marked) => expectCut(marked, 'fr'));

  it('takes a date header for a segment of its own', () => {
    expect(cut(" date 2021-11 D'après lui, oui. Non.", 'fr')).toBe("date 2021-11 ‖ D'après lui, oui. ‖ Non.");
    expectCut('2021-11-25 ‖ La France part', 'fr');
    expectCut('Le 2021-11-25 La France part', 'fr');
  });
});

describe('English', () => {
  it.each([
    'Mr. Brown, Rep. John Lewis and Lt. Col. Green met Gen. White. ‖ They left.',
    'George H. W. Bush and J. K. Rowling came. ‖ You and I. ‖ Did you see Albert I. Jones?',
    'The U.S. Senate voted. ‖ I live in the U.S. ‖ How about you? ‖ It is in the U.K. for now.',
    'Apple Inc. said profits rose. ‖ He works for Pitt, Briggs & Co. ‖ It closed.',
    'It starts at 5 p.m. on Friday, at 6 p.m. EST. ‖ He left at 7 a.m. ‖ Travelers stayed.',
    'See p. 12, fig. 3 and No. 5, e.g. the last, i.e. this one, etc. ‖ The end. ‖ Is it a no. ‖ Yes.',
    'On Jan. 5 and in Sept. 2001, in St. Louis, Mo., it snowed. ‖ Around 300 A.D. Rome fell in 410 A.D. ‖ Augustus did not.',
    'She came in. ‖ 5 left. ‖ She loves art. ‖ I do not. ‖ It was lit. ‖ See Vol. I and vol. IX, ch. V.',
    'She earned her Ph.D. ‖ Tom has a Ph.D. in physics. ‖ It is 6 ft. by 2 ft. 4 in. of oak.',
  ])('knows abbreviations, initials and times: %s', (marked) => expectCut(marked, 'en'));

  it.each([
    'A spokesperson for the office said: "We do not comment on operational matters. ‖ British intelligence agencies do."',
    '“We won,” he said. ‖ “It was close.” ‖ The crowd cheered.',
    '“Really?” asked Mrs. Brown. ‖ “Yes!” President Green said. ‖ “Why?” ‖ He left.',
    '"Stop!" he cried. ‖ "This is great." she said. ‖ What for? she wonders.',
    'It works (really!). ‖ He teaches (He worked for years.) at the school. ‖ (Another sentence.) ‖ The end.',
    '– Will you come? ‖ – No. ‖ – Why not?',
  ])('leaves a quotation and its speaker together: %s', (marked) => expectCut(marked, 'en'));

  it.each([
    'Don’t go... well, go. ‖ I never meant that.... ‖ She left the store . . . . ‖ Next one.',
    'It cost $1,234.50, up 3.5 percent. ‖ It is 600. ‖ How many? ‖ See 11.18.2014.',
    'Visit https://www.example.50.com/New.Site/a.html. ‖ Mail Jane.Doe@example.com. ‖ Now.',
    'It was published.[2][3] ‖ It said so.¹ ‖ Hydrogen is a gas. [1] [2] ‖ It is light (Figure 1.6). 5 ‖ At the end',
    'who wrote it? ‖ not me. ‖ it was her.',
    '1. The first item ‖ 2. The second item',
    'a) The first item ‖ b) The second item',
    'Headline without a full stop',
  ])('reads pauses, figures, addresses, notes and lists: %s', (marked) => expectCut(marked, 'en'));

  it('finds the boundary where the space was forgotten', () => {
    expect(cut('This is it.Is it?Yes, in example.com and Node.js.', 'en')).toBe(
      'This is it. ‖ Is it? ‖ Yes, in example.com and Node.js.',
    );
  });
});

/** How many segments each line of an article that is not blank holds. */
const ARTICLES: Readonly<Record<string, readonly number[]>> = {
  'mee-2021-11.fr': [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 3],
  'mee-2021-11.en': [1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1, 1, 1, 2, 1, 2, 1, 3],
  'tech-press-2021-11.fr': [2, 4, 3, 1, 1, 3, 1, 1, 2, 1],
};

describe('the real articles', () => {
  for (const [name, expected] of Object.entries(ARTICLES)) {
    it(`${name} reads sentence by sentence`, needsShared(`articles/${name}.txt`), () => {
      const text = readFileSync(sharedPath('articles', `${name}.txt`), 'utf8');
      const counts: number[] = [];
      for (const { paragraph } of segmentText(text, name.endsWith('fr') ? 'fr' : 'en')) {
        counts[paragraph] = (counts[paragraph] ?? 0) + 1;
      }
      expect(counts).toEqual(expected);
    });
  }
});
