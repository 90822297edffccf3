import { describe, expect, it } from 'vitest';
import { TermExtraction } from '../../../memory/terms/extraction/extract.ts';

/** Sentences in which a piece of software is bought, seen and named in one way, and other things in several. */
const UNITS = [
  ['Le logiciel espion a été acheté par la police.', 'The spyware was bought by the police.'],
  ['Selon Amnesty, ce logiciel espion est dangereux.', 'According to Amnesty, this spyware is dangerous.'],
  ['Des logiciels espions visent les journalistes.', 'Spyware targets journalists.'],
  ['La police de Paris ouvre une enquête préliminaire.', 'The Paris police open a preliminary inquiry.'],
  ['L’enquête préliminaire avance, dit Amnesty.', 'The preliminary inquiry moves on, Amnesty says.'],
  ['Une enquête préliminaire vise un journaliste.', 'A preliminary inquiry is aimed at a journalist.'],
  ['Ils dorment en mars.', 'They sleep in March.'],
  ['Ils dorment en mars aussi.', 'They sleep in March too.'],
] as const;

function extracted(fewest: number, units: readonly (readonly [string, string])[] = UNITS) {
  const extraction = new TermExtraction();
  for (const [fr, en] of units) extraction.add(fr, en);
  const work = extraction.extract(fewest);
  let step = work.next();
  while (!step.done) step = work.next();
  return step.value;
}

describe('extraction of terms', () => {
  it('finds what two languages say for each other, in whatever form, with how far they go together', () => {
    const [first, second] = extracted(3);
    expect([first, second].map((pair) => [pair?.fr.text, pair?.en.text])).toEqual([
      ['enquête préliminaire', 'preliminary inquiry'],
      ['logiciel espion', 'spyware'],
    ]);
    expect(second).toMatchObject({ fr: { units: 3 }, en: { units: 3 }, together: 3, examples: [0, 1, 2] });
    // The lower bound of Wilson's interval for 3 of 3.
    expect(second?.score).toBeCloseTo(0.4385, 3);
  });

  it('takes no part of a longer term, no name that is the same, no verb and no month', () => {
    const texts = extracted(2).flatMap(({ fr, en }) => [fr.text, en.text]);
    for (const none of ['enquête', 'logiciel', 'Amnesty', 'dorment', 'sleep', 'mars', 'March']) {
      expect(texts).not.toContain(none);
    }
  });

  it('is the same however often it is done, and finds nothing in nothing', () => {
    expect(extracted(2)).toEqual(extracted(2));
    expect(extracted(2, [])).toEqual([]);
    expect(
      extracted(2, [
        ['', ''],
        ['…', '12 %'],
      ]),
    ).toEqual([]);
  });
});
