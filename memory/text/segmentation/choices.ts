import type { SegmentationChoice } from '../../model/project.ts';
import type { TextSegment } from './segmentation.ts';

/**
 * Segments cut as a person has cut the same text before: each choice, in the order they were made, parts a segment in
 * two or joins two of one paragraph.
 * @param text what the segments were cut from
 */
export function applyChoices(
  text: string,
  segments: readonly TextSegment[],
  choices: readonly SegmentationChoice[],
): readonly TextSegment[] {
  return choices.reduce((cut, choice) => (choice.breaks ? parted(cut, choice) : joined(text, cut, choice)), segments);
}

function parted(segments: readonly TextSegment[], { first, gap, second }: SegmentationChoice): readonly TextSegment[] {
  const whole = first + gap + second;
  return segments.flatMap((segment) => {
    if (segment.text !== whole) return [segment];
    return [
      { ...segment, text: first, end: segment.start + first.length },
      { ...segment, text: second, start: segment.end - second.length },
    ];
  });
}

function joined(
  text: string,
  segments: readonly TextSegment[],
  { first, second }: SegmentationChoice,
): readonly TextSegment[] {
  const cut: TextSegment[] = [];
  for (const segment of segments) {
    const last = cut.at(-1);
    if (last?.text === first && segment.text === second && last.paragraph === segment.paragraph) {
      cut[cut.length - 1] = { ...last, text: text.slice(last.start, segment.end), end: segment.end };
    } else cut.push(segment);
  }
  return cut;
}
