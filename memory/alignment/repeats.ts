/** Log of how likely a translator is to print once what the original prints twice in a row, within one bead. */
const UNEVEN = Math.log(0.001);

/** For each sentence, how many sentences up to it are the same as the one before them. */
export function countRepeats(texts: readonly string[]): Float64Array {
  let repeats = 0;
  return Float64Array.from(texts, (text, i) => {
    if (i > 0 && text === texts[i - 1]) repeats++;
    return repeats;
  });
}

/**
 * What it costs a bead to hold copies of a sentence on one side and not as many on the other: a caption printed twice
 * has one partner, and its copy none.
 */
export function repeatCost(frRepeats: number, enRepeats: number): number {
  return UNEVEN * Math.abs(frRepeats - enRepeats);
}
