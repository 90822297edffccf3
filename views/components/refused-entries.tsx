import type { VNode } from 'preact';
import { usePageMessages } from '../messages/use-page-messages.ts';

/** An entry of a file that was not taken, and where it begins. */
export interface RefusedEntry {
  readonly line: number;
  readonly column?: number;
  readonly reason: string;
}

/** Entries that are told one by one. */
const TOLD = 100;

/** What was not taken of a file, to be unfolded; nothing where all was. */
export function RefusedEntries(props: {
  readonly summary: string;
  readonly refused: readonly RefusedEntry[];
}): VNode | null {
  const { tables } = usePageMessages();
  const { summary, refused } = props;
  if (refused.length === 0) return null;
  return (
    <details>
      <summary>{summary}</summary>
      <ul>
        {refused.slice(0, TOLD).map(({ line, column, reason }) => (
          <li key={`${line} ${column}`}>
            {tables.place(line, column)} {reason}
          </li>
        ))}
      </ul>
    </details>
  );
}
