/** Log of how likely a bead is to end where a bracket is still open. */
const CUT_INSIDE = Math.log(0.0025);
/** How many sentences further on the closing bracket is looked for. */
const REACH = 3;

/**
 * What it costs to end a bead after each sentence: nothing, but where the sentence leaves a bracket open that one of
 * the next closes. There a segmenter cut what is one sentence (“[Author et al. | 2018].”), and the pieces belong together.
 */
export function endingCosts(texts: readonly string[]): Float64Array {
  const costs = new Float64Array(texts.length);
  texts.forEach((text, i) => {
    if (!leavesOpen(text)) return;
    const ahead = texts.slice(i + 1, i + 1 + REACH);
    const closing = ahead.findIndex((next) => /[()[\]]/.test(next));
    if (closing >= 0 && /^[^()[\]]*[)\]]/.test(ahead[closing] ?? '')) costs.fill(CUT_INSIDE, i, i + 1 + closing);
  });
  return costs;
}

function leavesOpen(text: string): boolean {
  let open = 0;
  for (const mark of text) {
    if (mark === '(' || mark === '[') open++;
    else if (mark === ')' || mark === ']') open = Math.max(0, open - 1);
  }
  return open > 0;
}
