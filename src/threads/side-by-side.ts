import type { Retrieval, StagedRetrieval, Took } from '../../memory/retrieval/retrieval.ts';

/** Finds what `threads` finds, but looks for related sentences in one thread while another looks for all else. */
export function sideBySide(threads: StagedRetrieval): Retrieval {
  return {
    async find(query, tiers, took) {
      const { matches, related, fragments } = tiers;
      if (!related || !(matches || fragments)) return threads.find(query, tiers, took);
      // The tier is looked through in two steps, and is told of as one.
      const steps: number[] = [];
      const tookStep: Took = (_tier, seconds) => void steps.push(seconds);
      const [found, rest] = await Promise.all([
        threads.relatedUnits(query, tookStep),
        threads.find(query, { ...tiers, related: false }, took),
      ]);
      const shown = await threads.shownRelated(query, found.units, rest.matches, tookStep);
      if (took && steps.length > 0)
        took(
          'related',
          steps.reduce((sum, seconds) => sum + seconds, 0),
        );
      const missing = new Set([found, rest, shown].flatMap((one) => one.missing ?? []));
      return { ...rest, related: shown.related, ...(missing.size > 0 && { missing: [...missing] }) };
    },
  };
}
