import sbd from 'sbd';
import { split } from 'sentence-splitter';
import type { Language } from '../../../memory/model/language.ts';
import { segmentText } from '../../../memory/text/segmentation/segmentation.ts';

/** Something that cuts a text into sentences, white space at their ends not counting. */
interface Segmenter {
  readonly name: string;
  segment(text: string, language: Language): readonly string[];
}

/** Ours, which the others are compared with. */
export const CALQUE: Segmenter = {
  name: 'Calque',
  segment: (text, language) => segmentText(text, language).map((segment) => segment.text),
};

/** What else a program in JavaScript would use, in the language of the text where it knows languages. */
export const PEERS: readonly Segmenter[] = [
  {
    name: 'Intl.Segmenter',
    segment: (text, language) => {
      const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
      return Array.from(segmenter.segment(text), (part) => part.segment);
    },
  },
  ...(await sentencex()),
  { name: 'sbd', segment: sbdSentences },
  {
    name: 'sentence-splitter',
    segment: (text) => split(text).flatMap((node) => (node.type === 'Sentence' ? [node.raw] : [])),
  },
];

/** sentencex comes as a binary for one platform; on any other the table does without it. */
async function sentencex(): Promise<readonly Segmenter[]> {
  try {
    const { segment } = await import('sentencex');
    return [{ name: 'sentencex', segment: (text, language) => segment(language, text) }];
  } catch (error) {
    console.log(`sentencex cannot be loaded here and is left out: ${error}`);
    return [];
  }
}

/** sbd 1.0.19 throws a TypeError on a few texts; such a text counts as not cut. */
function sbdSentences(text: string): readonly string[] {
  try {
    return sbd.sentences(text, { newline_boundaries: true });
  } catch {
    return [text];
  }
}
