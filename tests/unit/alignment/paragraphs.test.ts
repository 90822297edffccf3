import { describe, expect, it } from 'vitest';
import { learnParagraphs, paragraphEvidence, paragraphStarts } from '../../../memory/alignment/paragraphs.ts';

const startsOf = (paragraphs: readonly (number | undefined)[]) =>
  paragraphStarts(paragraphs.map((paragraph) => (paragraph === undefined ? { text: 'x' } : { text: 'x', paragraph })));
const TWENTY = Array.from({ length: 20 }, (_, i) => ({ fr: i, en: i }));
const inFours = startsOf(TWENTY.map(({ fr }) => Math.floor(fr / 4)));
const bead = (fr: number, en: number, frEnd = fr + 1, enEnd = en + 1) => ({ fr, en, frEnd, enEnd });

describe('paragraphs', () => {
  it('begin where the number changes, and nowhere without numbers', () => {
    expect([...startsOf([0, 0, 1, 1, 2])]).toEqual([1, 0, 1, 0, 1]);
    expect([...startsOf([undefined, undefined])]).toEqual([0, 0]);
  });

  it('are believed where they agree', () => {
    const model = learnParagraphs(inFours, inFours, TWENTY);
    expect(paragraphEvidence(model, inFours, inFours, bead(4, 4))).toBeGreaterThan(0.5);
    expect(paragraphEvidence(model, inFours, inFours, bead(4, 5))).toBeLessThan(-0.5);
    expect(paragraphEvidence(model, inFours, inFours, bead(2, 2, 6, 3))).toBeLessThan(-0.5);
  });

  it('say nothing where one side has none or a line a paragraph', () => {
    const everyLine = startsOf(TWENTY.map(({ fr }) => fr));
    for (const other of [everyLine, startsOf(TWENTY.map(() => undefined))]) {
      const model = learnParagraphs(inFours, other, TWENTY);
      expect(Math.abs(paragraphEvidence(model, inFours, other, bead(4, 4)))).toBeLessThan(0.01);
      expect(Math.abs(paragraphEvidence(model, inFours, other, bead(5, 5)))).toBeLessThan(0.01);
    }
  });
});
