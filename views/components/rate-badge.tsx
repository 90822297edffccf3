import type { VNode } from 'preact';
import { useMessages } from '../messages/messages.ts';

/** The band of colour that a rate (0–101) falls into, named by its lower end. */
export function rateBand(rate: number): 101 | 100 | 95 | 85 | 75 | 50 {
  if (rate >= 101) return 101;
  if (rate >= 100) return 100;
  if (rate >= 95) return 95;
  if (rate >= 85) return 85;
  return rate >= 75 ? 75 : 50;
}

/** A match rate, 0–101, in its colour. */
export function RateBadge({ rate }: { readonly rate: number }): VNode {
  const { shared } = useMessages();
  return (
    <span class={`rate rate-${rateBand(rate)}`}>
      {rate}
      <span aria-hidden="true">&#8239;%</span>
      <span class="for-readers"> {shared.rate.match}</span>
    </span>
  );
}

/** A confidence, 0–1, in whole percent: 99 at most, since other words are never the same. */
export function confidencePercent(confidence: number): number {
  return Math.min(99, Math.round(confidence * 100));
}

/** The confidence, 0–1, of a sentence that says something similar in other words. */
export function ConfidenceBadge({ confidence }: { readonly confidence: number }): VNode {
  const { shared } = useMessages();
  return (
    <span class="rate rate-related">
      <span aria-hidden="true">≈</span>
      {confidencePercent(confidence)}
      <span aria-hidden="true">&#8239;%</span>
      <span class="for-readers"> {shared.rate.related}</span>
    </span>
  );
}
