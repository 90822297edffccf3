import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Lexicon } from '../../../memory/alignment/lexicon.ts';
import { alignSentences } from '../../../memory/alignment/sentences.ts';
import type { Bead } from '../../../memory/model/bitext.ts';

const FRENCH = [
  'Le conseil municipal a voté un budget de 12,5 millions d’euros.',
  'La bibliothèque ouvrira en septembre.',
  'Les habitants du quartier attendaient cette décision depuis 2014.',
  'Deux écoles seront rénovées avant la fin de l’année.',
  'L’opposition critique un projet « sans ambition ».',
  'La piscine restera fermée pendant les travaux.',
  'Le maire répondra aux questions jeudi soir.',
  'Une pétition a réuni 3 400 signatures.',
];
const ENGLISH = [
  'The town council voted a budget of €12.5 million.',
  'The library will open in September.',
  'Residents of the district had been waiting for this decision since 2014.',
  'Two schools will be renovated before the end of the year.',
  'The opposition criticises a project “without ambition”.',
  'The swimming pool will stay closed during the work.',
  'The mayor will answer questions on Thursday evening.',
  'A petition gathered 3,400 signatures.',
];

function align(fr: readonly string[], en: readonly string[], lexicon?: Lexicon): readonly Bead[] {
  const sentences = (texts: readonly string[]) => texts.map((text) => ({ text }));
  return alignSentences(sentences(fr), sentences(en), lexicon === undefined ? {} : { lexicon });
}

function links(beads: readonly Bead[]): string[] {
  return beads.map(({ fr, en }) => `${fr.join(',')}:${en.join(',')}`);
}

describe('alignSentences', () => {
  it('links translations one to one', () => {
    const beads = align(FRENCH, ENGLISH);
    expect(links(beads)).toEqual(FRENCH.map((_, i) => `${i}:${i}`));
    expect(Math.min(...beads.map(({ confidence }) => confidence))).toBeGreaterThan(0.8);
  });

  it('leaves a sentence out that has no counterpart', () => {
    expect(links(align(FRENCH, ENGLISH.toSpliced(4, 1)))).toContain('4:');
    expect(links(align(FRENCH.toSpliced(7, 1), ENGLISH))).toContain(':7');
  });

  it('joins the halves of a sentence that is one in the other language', () => {
    const joined = ENGLISH.toSpliced(
      2,
      2,
      `${ENGLISH[2]?.slice(0, -1)}, and two schools will be renovated before the end of the year.`,
    );
    expect(links(align(FRENCH, joined))).toContain('2,3:2');
  });

  it('keeps the pieces of a bracket together', () => {
    const fr = [...FRENCH, 'Le climat se réchauffe [Martin et al.', '2014].', 'Le port a grandi.'];
    const en = [...ENGLISH, 'The climate is warming [Martin et al. 2014].', 'The port has grown.'];
    expect(links(align(fr, en))).toContain('8,9:8');
  });

  it('finds a block that was moved elsewhere', () => {
    const boxFr = ['Le calendrier : 4 mars 2023, premier vote.', 'Vérone et Gand ont signé le 17 avril 2023.'];
    const boxEn = ['Timetable: 4 March 2023, first vote.', 'Verona and Ghent signed on 17 April 2023.'];
    const beads = links(align([...boxFr, ...FRENCH], [...ENGLISH, ...boxEn]));
    expect(beads).toEqual(['0:8', '1:9', ...FRENCH.map((_, i) => `${i + 2}:${i}`)]);
  });

  it('gives the beads in the order of the French, confidence 0 to those of one side alone', () => {
    const beads = align(FRENCH.toSpliced(2, 1), ENGLISH.toSpliced(5, 1));
    const order = beads.flatMap(({ fr }) => fr);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    for (const { fr, en, confidence } of beads) expect(confidence > 0).toBe(fr.length > 0 && en.length > 0);
  });

  it('does not care which of two copies a translation went to', () => {
    const [bead] = align([FRENCH[4] ?? '', ...FRENCH.slice(4)], ENGLISH.slice(4)).filter(({ en }) => en[0] === 0);
    expect(bead?.fr.length).toBe(1);
    expect(bead?.confidence).toBeGreaterThan(0.6);
  });

  it('uses a lexicon where the words do not look alike', () => {
    const fr = ['Chien noir.', 'Chat blanc.', 'Cheval gris.'];
    const en = ['White cat.', 'Grey horse.'];
    const words: Readonly<Record<string, string>> = { blanc: 'white', chat: 'cat', cheval: 'hors', gris: 'grey' };
    const lexicon: Lexicon = {
      translations: (stem) => {
        const english = words[stem];
        return english === undefined ? [] : [{ en: english, enGivenFr: 0.9, frGivenEn: 0.9 }];
      },
    };
    expect(links(align(fr, en, lexicon))).toEqual(['0:', '1:0', '2:1']);
  });

  it('takes texts of no sentence, and sentences of no word', () => {
    expect(align([], [])).toEqual([]);
    expect(links(align(['Rien.'], []))).toEqual(['0:']);
    expect(links(align([], ['Nothing.', 'No.']))).toEqual([':0', ':1']);
    expect(links(align(['…', '—'], ['…', '—']))).toEqual(['0:0', '1:1']);
  });

  it('puts every sentence into exactly one bead, whatever it is given', () => {
    const word = fc.constantFrom('chat', 'cat', '12', '12,5', '[', ')', '«', 'Paris', 'a', '<b>', '\u0000', '😀');
    const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
    const sentence = fc.record({ text, paragraph: fc.nat(3) });
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), fc.array(sentence, { maxLength: 12 }), (fr, en) => {
        const beads = alignSentences(fr, en);
        expect(beads.flatMap((bead) => bead.fr).toSorted((a, b) => a - b)).toEqual(fr.map((_, i) => i));
        expect(beads.flatMap((bead) => bead.en).toSorted((a, b) => a - b)).toEqual(en.map((_, i) => i));
        for (const { fr: f, en: e, confidence } of beads) {
          expect(f.length + e.length).toBeGreaterThan(0);
          expect(Math.max(f.length, e.length)).toBeLessThanOrEqual(4);
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThan(1);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('aligns long texts around their landmarks as it aligns short ones', () => {
    const fr = Array.from({ length: 700 }, (_, i) => `Le rapport numéro ${1000 + i} concerne la commune Villa${i}.`);
    const en = Array.from(
      { length: 700 },
      (_, i) => `Report number ${1000 + i} concerns the municipality of Villa${i}.`,
    );
    const cut = [...en.slice(0, 100), ...en.slice(260)];
    const linked = align(fr, cut).filter((bead) => bead.fr.length > 0 && bead.en.length > 0);
    expect(linked.length).toBe(540);
    for (const { fr: f, en: e } of linked) expect((f[0] ?? 0) - (e[0] ?? 0)).toBe((e[0] ?? 0) < 100 ? 0 : 160);
  });
});
