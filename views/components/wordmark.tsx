import type { VNode } from 'preact';
import { PATHS } from '../paths.ts';

/** The name with its mark: a letter and its tracing. */
export function Wordmark(): VNode {
  return (
    <a class="wordmark" href={PATHS.projects}>
      <svg
        width="26"
        height="26"
        viewBox="0 0 24 24"
        fill="none"
        stroke-width="2.4"
        stroke-linecap="round"
        aria-hidden="true"
      >
        <path class="wordmark-original" d="M16 9.5a6.5 6.5 0 1 0 0 9" />
        <path class="wordmark-traced" d="M19.5 6a6.5 6.5 0 1 0 0 9" />
      </svg>
      <span class="wordmark-word">Calque</span>
    </a>
  );
}
