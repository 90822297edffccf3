import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { Icon, type IconName } from '../../components/icon.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { Formats } from '../../messages/formats.ts';
import { COMMANDS } from '../commands/commands.ts';
import { progressOf } from '../state/progress.ts';
import type { Delivery, EditorState } from '../state/state.ts';
import { useSurroundings, useTooltip } from './context.ts';

/** The bar that stays in view: progress, what was last told, how saving stands, help. */
export function Bar({ state }: { readonly state: EditorState }): VNode {
  const { session } = useSurroundings();
  const tooltip = useTooltip();
  const progress = useMemo(() => progressOf(state), [state.rows, state.words]);
  return (
    <div class="bar">
      <div class="bar-progress">
        <ProgressBar progress={progress} label="Progress of the document" />
      </div>
      <p class="bar-news" role="status">
        <span key={state.announcement.count}>{state.announcement.text}</span>
      </p>
      <DeliveryLine delivery={state.delivery} />
      <button
        type="button"
        class="icon-button"
        aria-label="Go to a segment"
        title={tooltip('Go to a segment', 'goTo')}
        onClick={() => COMMANDS.goTo(session, 0)}
      >
        <Icon name="search" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label="Keys"
        title={tooltip('Keys', 'help')}
        onClick={() => COMMANDS.help(session, 0)}
      >
        <Icon name="keyboard" />
      </button>
    </div>
  );
}

function DeliveryLine({ delivery }: { readonly delivery: Delivery }): VNode {
  const { format } = useSurroundings().messages;
  const { icon, text, tone } = looksOf(delivery, format);
  return (
    <p class={`delivery delivery-${tone}`} data-delivery={tone}>
      <Icon name={icon} size={16} />
      <span>{text}</span>
    </p>
  );
}

function looksOf(
  { waiting, held, connection, durable }: Delivery,
  { counted }: Formats,
): {
  readonly icon: IconName;
  readonly text: string;
  readonly tone: 'saved' | 'saving' | 'offline' | 'held';
} {
  if (waiting === 0) return { icon: 'check', text: 'Saved', tone: 'saved' };
  const where = durable ? 'kept here' : 'kept while this page is open';
  if (held === waiting)
    return { icon: 'alert', text: `${counted(held, 'segment', 'segments')} to decide on, ${where}`, tone: 'held' };
  if (connection === 'up') return { icon: 'cloud', text: 'Saving…', tone: 'saving' };
  return { icon: 'offline', text: `Offline – ${counted(waiting, 'segment', 'segments')} ${where}`, tone: 'offline' };
}
