import fc from 'fast-check';
import type { InlineContent } from '../../../memory/model/inline.ts';

/** Texts near enough to each other that every part of the rate has something to do. */
const WORDS = [
  'la',
  'La',
  'le',
  'les',
  'logiciel',
  'logiciels',
  'Logiciel',
  'négociation',
  'négociations',
  'négocier',
  'État',
  'Etat',
  'œuvre',
  'oeuvre',
  'l’',
  "l'",
  'ne',
  'pas',
  '12',
  '1 234,5',
  '2021',
  '25 novembre 2021',
  '3 mai',
  '!',
  ',',
  '…',
  '«',
  '"',
];

const sentence: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 12 })
  .map((words) => words.join(' '));

const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);

/** Two texts, the second often an edit of the first. */
export const pair: fc.Arbitrary<readonly [string, string]> = fc.oneof(
  fc.tuple(anyText, anyText),
  fc
    .tuple(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 15 }), fc.nat(), fc.constantFrom(...WORDS))
    .map(([words, at, word]): readonly [string, string] => [
      words.join(' '),
      words.toSpliced(at % words.length, at % 2, word).join(' '),
    ]),
);

const CODE = { form: 'standalone', id: '1', type: 'lb' } as const;

export const content: fc.Arbitrary<InlineContent> = fc.oneof(
  anyText.map((text) => (text === '' ? [] : [text])),
  fc.tuple(sentence, sentence).map(([a, b]) => [a, CODE, b].filter((part) => part !== '')),
);
