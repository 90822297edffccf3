import type { VNode } from 'preact';
import type { Progress } from '../../memory/model/project.ts';
import { useMessages } from '../messages/messages.ts';

interface ProgressBarProps {
  readonly progress: Progress;
  /** Names whose progress it is, for readers. */
  readonly label: string;
  /** Leaves the figures below the bar out. */
  readonly bare?: boolean;
}

/** Work done, weighted by words, with what is drafted behind it in a lighter tone. */
export function ProgressBar({ progress, label, bare = false }: ProgressBarProps): VNode {
  const { shared } = useMessages();
  const done = percentDone(progress);
  const drafted = Math.min(100 - done, share(progress.draftSegments, progress.segments));
  const confirmed = shared.progress.confirmed(done);
  const words = shared.progress.words(progress.doneWords, progress.words);
  return (
    <div class="progress">
      <svg
        class="progress-bar"
        role="progressbar"
        aria-label={label}
        aria-valuenow={done}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuetext={`${confirmed}, ${words}`}
      >
        <rect class="progress-track" width="100%" height="100%" />
        <rect class="progress-draft" width={`${done + drafted}%`} height="100%" />
        <rect class="progress-done" width={`${done}%`} height="100%" />
      </svg>
      {!bare && (
        <p class="progress-figures">
          <span>{confirmed}</span>
          <span>{words}</span>
          <span>{shared.progress.segments(progress.doneSegments, progress.segments)}</span>
        </p>
      )}
    </div>
  );
}

/** Whole percent of the words that are confirmed; 100 only when all are. */
export function percentDone({ words, doneWords, segments, doneSegments }: Progress): number {
  return words > 0 ? share(doneWords, words) : share(doneSegments, segments);
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part / whole) * 100);
}
