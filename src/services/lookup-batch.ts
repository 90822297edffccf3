import { CalqueError } from '../../memory/model/errors.ts';
import type { LookupBatch, LookupRequest } from '../contract/lookup.ts';
import type { BatchLine, LookupAnswer } from '../contract/suggestions.ts';

/** Lookups under way at once: enough to keep the threads that do them busy. */
const AT_ONCE = 4;

/**
 * Looks the texts of a batch up, in their order. It goes no further ahead than a few texts of whoever reads the lines, and
 * no further at all once they stop reading. A text that cannot be looked up is a line that says why.
 */
export async function* lookupLines(
  batch: LookupBatch,
  lookup: (request: LookupRequest) => Promise<LookupAnswer>,
): AsyncGenerator<BatchLine> {
  const { texts, asDocument, ...options } = batch;
  const lineOf = async (index: number): Promise<BatchLine> => {
    const [previous, text, next] = [texts[index - 1], texts[index] ?? [], texts[index + 1]];
    const neighbours = asDocument ? { ...(previous && { previous }), ...(next && { next }) } : {};
    try {
      return { index, ...(await lookup({ ...options, text, ...neighbours })) };
    } catch (error) {
      if (!(error instanceof CalqueError)) throw error;
      return { index, error: { code: error.code, message: error.message } };
    }
  };

  const underWay: Promise<BatchLine>[] = [];
  for (let index = 0; index < texts.length || underWay.length > 0; ) {
    while (index < texts.length && underWay.length < AT_ONCE) {
      const line = lineOf(index++);
      // It is awaited in its turn; until then its failure is not lost on anybody.
      line.catch(() => {});
      underWay.push(line);
    }
    const first = await underWay.shift();
    if (first !== undefined) yield first;
  }
}
