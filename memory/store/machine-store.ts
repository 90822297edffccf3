import type { InlineContent } from '../model/inline.ts';
import type { Instant } from '../model/unit.ts';

/** What machine translation has cost, and what it has answered. */
export interface MachineStore {
  /**
   * Counts characters as sent to a machine.
   * @param month `2026-01`
   * @param limit the most that may be sent in the month; none when absent
   * @returns false, and nothing is counted, where they would pass the limit
   */
  spendCharacters(month: string, characters: number, limit?: number): Promise<boolean>;
  /** Characters that were sent in a month. */
  charactersSpent(month: string): Promise<number>;
  /** What a request was answered with. @param request its key: the same for the same text, languages and wishes */
  machineAnswer(request: string): Promise<InlineContent | undefined>;
  /** Keeps an answer for ninety days. */
  keepMachineAnswer(request: string, answer: InlineContent, at: Instant): Promise<void>;
}
