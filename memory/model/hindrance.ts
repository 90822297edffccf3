/** Why a step cannot be taken. */
export type Hindrance = keyof typeof HINDRANCES;

/** Each hindrance as a sentence. */
export const HINDRANCES = {
  'no-such-bead': 'There is no such bead.',
  'no-such-sentence': 'There is no such sentence.',
  'one-sided': 'One side of the bead is empty, so there is nothing to store.',
  'decided-already': 'The bead is that already.',
  'none-above': 'No open bead has such a confidence.',
  'last-bead': 'This is the last bead; there is none to join it with.',
  'not-adjacent': 'The sentences of the two beads do not stand next to each other.',
  'same-bead': 'A bead cannot be paired with itself.',
  'nothing-to-split': 'A bead is split between sentences, and each part needs one.',
  'nothing-to-cut': 'A sentence is cut inside its text, and each part needs some.',
  'nothing-to-give': 'The bead has no sentence on this side.',
  'no-neighbour': 'The text ends here: there is no bead beside it on this side.',
  'empty-text': 'A sentence cannot be empty; delete the bead instead.',
  'nothing-changes': 'The text is the same as before.',
  'nothing-to-undo': 'There is nothing to undo.',
  'nothing-to-redo': 'There is nothing to redo.',
} as const satisfies Record<string, string>;
