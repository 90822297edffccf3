import type { Retrieval, StagedRetrieval } from '../../memory/retrieval/retrieval.ts';

/** Finds what `threads` finds, but looks for related sentences in one thread while another looks for all else. */
export function sideBySide(threads: StagedRetrieval): Retrieval {
  return {
    async find(query, tiers) {
      const { matches, related, fragments } = tiers;
      if (!related || !(matches || fragments)) return threads.find(query, tiers);
      const [found, rest] = await Promise.all([
        threads.relatedUnits(query),
        threads.find(query, { ...tiers, related: false }),
      ]);
      return { ...rest, related: await threads.shownRelated(query, found, rest.matches) };
    },
  };
}
