import { describe, expect, it } from 'vitest';
import { initialState } from '../../../../memory/alignment/review/reviewing.ts';
import { type KnownPairs, NOTHING_KNOWN, takenUp } from '../../../../memory/alignment/review/taken-up.ts';
import { printedTexts, sideText } from '../../../../memory/alignment/review/texts.ts';
import type { Bitext } from '../../../../memory/model/bitext.ts';
import type { Status } from '../../../../memory/model/origin.ts';
import type { PairTexts } from '../../../../memory/model/review.ts';
import { bitextOf } from './bitexts.ts';

const BITEXT = bitextOf([[0], [0]], [[1], [1, 2]], [[2], []], [[3], [3]]);
/** What the beads say. */
const [FIRST, SECOND, THIRD, FOURTH] = [
  { fr: 'f0 b c.', en: 'e0 b c.' },
  { fr: 'f1 b c.', en: 'e1 b c. e2 b c.' },
  { fr: 'f2 b c.', en: '' },
  { fr: 'f3 b c.', en: 'e3 b c.' },
];
const stored = (texts: PairTexts, status: Status = 'confirmed', id = 1) => ({ id, version: 1, status, ...texts });

/** The beads after what is known was taken up: what they say, what was decided and why. */
function beginning(known: Partial<KnownPairs>, bitext: Bitext = BITEXT) {
  const state = initialState(takenUp(bitext, { ...NOTHING_KNOWN, ...known }));
  return state.beads.map((bead) => ({
    texts: { fr: sideText(state, bead, 'fr'), en: sideText(state, bead, 'en') },
    printed: printedTexts(state, bead),
    decided: [bead.decision, bead.reason],
  }));
}

describe('what is known of an article', () => {
  it('is nothing where it is new', () => {
    expect(takenUp(BITEXT, NOTHING_KNOWN)).toEqual(BITEXT);
  });

  it('has what was accepted accepted, what was kept out deleted, and leaves drafts to be looked at', () => {
    const known = { stored: [stored(FIRST), stored(FOURTH, 'draft', 2)], refused: [SECOND, THIRD] };
    expect(beginning(known).map(({ decided }) => decided)).toEqual([
      ['accepted', 'earlier'],
      ['deleted', 'earlier'],
      ['deleted', 'earlier'],
      ['open', undefined],
    ]);
  });

  it('has what was edited say what it said, and keeps what is printed', () => {
    const now = { fr: 'F1.', en: 'e1 b c. Other words.' };
    const [, second] = beginning({ edited: [{ printed: SECOND, now }], stored: [stored(now)] });
    expect(second).toEqual({ texts: now, printed: SECOND, decided: ['accepted', 'earlier'] });
  });

  it('edits nothing where more than one sentence of a side was rewritten as a whole', () => {
    const now = { fr: 'f1 b c.', en: 'One sentence of two.' };
    const [, second] = beginning({ edited: [{ printed: SECOND, now }], stored: [stored(now)] });
    expect(second).toMatchObject({ texts: SECOND, decided: ['open', undefined] });
  });

  it('leaves furniture out, unless somebody took it in before', () => {
    const furnished = {
      ...BITEXT,
      fr: BITEXT.fr.map((one, place) => (place < 2 ? { ...one, furniture: true as const } : one)),
    };
    const all = {
      ...furnished,
      en: BITEXT.en.map((one, place) => (place < 2 ? { ...one, furniture: true as const } : one)),
    };
    expect(beginning({}, all).map(({ decided: [decision] }) => decision)).toEqual(['deleted', 'open', 'open', 'open']);
    expect(beginning({}, furnished).map(({ decided: [decision] }) => decision)).toEqual([
      'open',
      'open',
      'open',
      'open',
    ]);
    expect(beginning({ stored: [stored(FIRST, 'draft')] }, all)[0]?.decided).toEqual(['open', undefined]);
    expect(beginning({}, all)[0]?.decided).toEqual(['deleted', 'furniture']);
  });
});
