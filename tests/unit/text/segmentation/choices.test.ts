import { describe, expect, it } from 'vitest';
import type { SegmentationChoice } from '../../../../memory/model/project.ts';
import { applyChoices } from '../../../../memory/text/segmentation/choices.ts';
import { segmentText } from '../../../../memory/text/segmentation/segmentation.ts';

const TEXT = 'Le port ouvre lundi. La grue est neuve.\nLe port ouvre lundi.\nLa grue est neuve.';
const part: SegmentationChoice = { first: 'Le port', gap: ' ', second: 'ouvre lundi.', breaks: true };
const join: SegmentationChoice = { first: 'ouvre lundi.', gap: ' ', second: 'La grue est neuve.', breaks: false };

const cut = (...choices: readonly SegmentationChoice[]) =>
  applyChoices(TEXT, segmentText(TEXT, 'fr'), choices).map(({ text, start, end }) => {
    expect(TEXT.slice(start, end)).toBe(text);
    return text;
  });

describe('what a person decided on where segments end', () => {
  it('parts the same text wherever it stands, and joins within a paragraph alone', () => {
    expect(cut(part)).toEqual([
      'Le port',
      'ouvre lundi.',
      'La grue est neuve.',
      'Le port',
      'ouvre lundi.',
      'La grue est neuve.',
    ]);
    expect(cut(part, join)).toEqual([
      'Le port',
      'ouvre lundi. La grue est neuve.',
      'Le port',
      'ouvre lundi.',
      'La grue est neuve.',
    ]);
  });

  it('leaves other text as it is', () => {
    expect(cut(join)).toEqual(segmentText(TEXT, 'fr').map(({ text }) => text));
  });
});
