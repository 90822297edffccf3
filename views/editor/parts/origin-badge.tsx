import type { VNode } from 'preact';
import type { Origin } from '../../../memory/model/origin.ts';
import { ConfidenceBadge, RateBadge } from '../../components/rate-badge.tsx';
import { useMessages } from '../../messages/messages.ts';

/** Where a target came from: the rate of the match, or a word; nothing for what a person typed. */
export function OriginBadge({ origin }: { readonly origin: Origin | undefined }): VNode | null {
  const { shared } = useMessages();
  switch (origin?.kind) {
    case 'match':
      return origin.match === 'related' ? (
        <ConfidenceBadge confidence={origin.rate / 100} />
      ) : (
        <RateBadge rate={origin.rate} />
      );
    case 'machine':
      return (
        <span class="rate rate-machine" title={shared.rate.machineBy(origin.engine)}>
          {shared.rate.machineShort}
          <span class="for-readers"> {shared.rate.machine}</span>
        </span>
      );
    case 'alignment':
      return <span class="tag">{shared.origins.alignment}</span>;
    case 'import':
      return <span class="tag">{shared.origins.import}</span>;
    default:
      return null;
  }
}
