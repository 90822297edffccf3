import type { VNode } from 'preact';
import type { Origin } from '../../../memory/model/origin.ts';
import { ConfidenceBadge, RateBadge } from '../../components/rate-badge.tsx';

/** Where a target came from: the rate of the match, or a word; nothing for what a person typed. */
export function OriginBadge({ origin }: { readonly origin: Origin | undefined }): VNode | null {
  switch (origin?.kind) {
    case 'match':
      return origin.match === 'related' ? (
        <ConfidenceBadge confidence={origin.rate / 100} />
      ) : (
        <RateBadge rate={origin.rate} />
      );
    case 'machine':
      return (
        <span class="rate rate-machine" title={`Machine translation by ${origin.engine}`}>
          MT<span class="for-readers"> machine translation</span>
        </span>
      );
    case 'alignment':
      return <span class="tag">aligned</span>;
    case 'import':
      return <span class="tag">imported</span>;
    default:
      return null;
  }
}
