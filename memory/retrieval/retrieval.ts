import type { InlineContent } from '../model/inline.ts';
import type { Language } from '../model/language.ts';
import type { Fragment, Match, Related } from '../model/match.ts';
import type { Memory, MemoryId, UnitId, UnitInContext } from '../model/unit.ts';

/** A segment to find suggestions for. */
export interface Query {
  readonly content: InlineContent;
  readonly sourceLanguage: Language;
  readonly targetLanguage: Language;
  /** The source texts of the neighbouring segments, for context matches and the thread of the coverage. */
  readonly previous?: InlineContent;
  readonly next?: InlineContent;
  /** The publication the text is for; its own units come first among equals. */
  readonly publication?: string;
  /** The memories looked up, with their priorities and penalties. */
  readonly memories: readonly Memory[];
  /** The lowest net rate shown, 50–101. */
  readonly minimumRate: number;
  /** The lowest confidence of related sentences, 0–1; where absent, what is worth showing to a translator. */
  readonly minimumConfidence?: number;
  /** How many suggestions of each tier, 1–50. */
  readonly limit: number;
}

/** Which databases of units did not answer, where some did. */
export interface Missing {
  /** What they are called in sentences; absent where all answered. */
  readonly missing?: readonly string[];
}

/** What a lookup of the memory gives, each tier best first. */
export interface Findings extends Missing {
  readonly matches: readonly Match[];
  readonly related: readonly Related[];
  /** In the order of the text. */
  readonly fragments: readonly Fragment[];
}

/** Which of them are wanted; fragments only where that is said. */
export interface Tiers {
  readonly matches: boolean;
  readonly related: boolean;
  readonly fragments?: boolean;
}

/** Is told how long a tier of a lookup took, in seconds; what all tiers need is counted to none. */
export type Took = (tier: keyof Tiers, seconds: number) => void;

/** Finds the stored units that help with a segment. Implementations differ in speed, never in what the matches are. */
export interface Retrieval {
  /**
   * Every unit at or above the minimum rate, ranked, cut to the limit; and the stored sentences related to the text
   * that are not among those matches; and the longest stored pieces of the text, each with its own translation.
   * @param took is told of each tier that was looked through
   */
  find(query: Query, tiers: Tiers, took?: Took): Promise<Findings>;
}

/** A unit that may be related. */
export interface FoundRelated {
  readonly unitId: UnitId;
  readonly confidence: number;
}

/** Units that may be related, best first. */
export interface FoundUnits extends Missing {
  readonly units: readonly FoundRelated[];
}

/** A retrieval whose related sentences are found in two steps, the first of which may be taken beside the search for matches. */
export interface StagedRetrieval extends Retrieval {
  /** The units related to a text, as many as may be needed for what is shown. */
  relatedUnits(query: Query, took?: Took): Promise<FoundUnits>;
  /** The related sentences that are shown of these beside the matches. */
  shownRelated(
    query: Query,
    found: readonly FoundRelated[],
    matches: readonly Match[],
    took?: Took,
  ): Promise<Pick<Findings, 'related' | 'missing'>>;
}

/** The storage an exhaustive search needs: the units of the memories, in ascending id, `limit` after `afterId` at a time. */
export interface UnitScan {
  scanUnits(memories: readonly MemoryId[], afterId: UnitId, limit: number): Promise<readonly UnitInContext[]>;
}
