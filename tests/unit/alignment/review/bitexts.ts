import fc from 'fast-check';
import type { Bead, Bitext, BitextSentence } from '../../../../memory/model/bitext.ts';
import type { ReviewStep } from '../../../../memory/model/review.ts';

/** A text of one-word sentences: `sentences('f', 3)` is “f0.”, “f1.”, “f2.”, a space between. */
function sentences(name: string, count: number): BitextSentence[] {
  return Array.from({ length: count }, (_, n) => ({
    text: `${name}${n} b c.`,
    before: n === 0 ? '' : ' ',
    paragraph: 0,
  }));
}

/** A bitext from the sentences of each bead: `[[0], [0, 1]]` is a bead of one French and two English sentences. */
export function bitextOf(
  ...beads: readonly (readonly [fr: readonly number[], en: readonly number[], sure?: number])[]
): Bitext {
  const count = (side: 0 | 1) => Math.max(-1, ...beads.flatMap((bead) => bead[side])) + 1;
  return {
    fr: sentences('f', count(0)),
    en: sentences('e', count(1)),
    beads: beads.map(([fr, en, confidence = 0.9]): Bead => ({ fr, en, confidence })),
  };
}

/** Bitexts with insertions, deletions and a block that was moved, as the aligner gives them: in the order of the French. */
export const bitexts: fc.Arbitrary<Bitext> = fc
  .record({
    shapes: fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.double({ min: 0, max: 1, noNaN: true })), {
      minLength: 1,
      maxLength: 12,
    }),
    swapped: fc.nat({ max: 11 }),
  })
  .map(({ shapes, swapped }) => {
    const filled = shapes.map(([fr, en, sure]) => [fr, fr + en === 0 ? 1 : en, sure] as const);
    const enOrder = filled.map((_, place) => place);
    const moved = enOrder.splice(swapped % filled.length, 1);
    enOrder.push(...moved);
    const enStarts = new Map<number, number>();
    let en = 0;
    for (const place of enOrder) {
      enStarts.set(place, en);
      en += filled[place]?.[1] ?? 0;
    }
    let fr = 0;
    return bitextOf(
      ...filled.map(([frCount, enCount, sure], place) => {
        const frs = Array.from({ length: frCount }, () => fr++);
        const first = enStarts.get(place) ?? 0;
        return [frs, Array.from({ length: enCount }, (_, k) => first + k), sure] as const;
      }),
    );
  });

const place = fc.nat({ max: 15 });
const side = fc.constantFrom('fr', 'en');

/** Steps of every kind, many of which cannot be taken. */
export const steps: fc.Arbitrary<ReviewStep> = fc.oneof(
  fc.record({ kind: fc.constantFrom('accept', 'delete', 'reopen', 'join'), bead: place }),
  fc.record({ kind: fc.constant('accept-above'), confidence: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ kind: fc.constant('pair'), bead: place, other: place }),
  fc.record({ kind: fc.constant('split'), bead: place, fr: fc.nat({ max: 3 }), en: fc.nat({ max: 3 }) }),
  fc.record({
    kind: fc.constant('move'),
    bead: place,
    side,
    edge: fc.constantFrom('first', 'last'),
    way: fc.constantFrom('take', 'give'),
  }),
  fc.record({ kind: fc.constant('cut'), side, sentence: place, at: fc.nat({ max: 8 }) }),
  fc.record({ kind: fc.constantFrom('undo', 'redo') }),
) as fc.Arbitrary<ReviewStep>;

/** Changes of a text, which the texts do not come out unchanged of. */
export const edits: fc.Arbitrary<ReviewStep> = fc.record({
  kind: fc.constant('edit'),
  side,
  sentence: place,
  text: fc.constantFrom('x', ' y z ', '', 'f0 b c.'),
}) as fc.Arbitrary<ReviewStep>;
