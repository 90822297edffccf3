import type { VNode } from 'preact';
import type { Progress } from '../../../memory/model/project.ts';
import { Icon, type IconName } from '../../components/icon.tsx';
import { memo } from '../../components/memo.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import type { EditorMessages } from '../../messages/editor.ts';
import { signInPath } from '../../paths.ts';
import { COMMANDS } from '../commands/commands.ts';
import type { Delivery, EditorState } from '../state/state.ts';
import { useSurroundings, useTooltip } from './context.ts';

type BarProps = Pick<EditorState, 'announcement' | 'delivery' | 'filterOpen'> & { readonly progress: Progress };

/** The bar that stays in view: progress, what was last told, how saving stands, help. */
export function Bar({ progress, announcement, delivery, filterOpen }: BarProps): VNode {
  const said = useSurroundings().messages.segments;
  return (
    <div class="bar">
      <div class="bar-progress">
        <ProgressBar progress={progress} label={said.documentProgress} />
      </div>
      <p class="bar-news" role="status">
        <span key={announcement.count}>{announcement.text}</span>
      </p>
      <DeliveryLine delivery={delivery} />
      <Tools filterOpen={filterOpen} />
    </div>
  );
}

/** What there are buttons for. */
const Tools = memo(({ filterOpen }: Pick<EditorState, 'filterOpen'>): VNode => {
  const { session, messages } = useSurroundings();
  const said = messages.segments;
  const tooltip = useTooltip();
  return (
    <>
      <button
        type="button"
        class="icon-button"
        aria-label={said.goTo}
        title={tooltip(said.goTo, 'goTo')}
        onClick={() => COMMANDS.goTo(session, 0)}
      >
        <Icon name="search" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={messages.keys.commands.filter}
        aria-expanded={filterOpen}
        title={tooltip(messages.keys.commands.filter, 'filter')}
        onClick={() => COMMANDS.filter(session, 0)}
      >
        <Icon name="filter" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={messages.keys.commands.replace}
        title={tooltip(messages.keys.commands.replace, 'replace')}
        onClick={() => COMMANDS.replace(session, 0)}
      >
        <Icon name="replace" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={messages.keys.title}
        title={tooltip(messages.keys.title, 'help')}
        onClick={() => COMMANDS.help(session, 0)}
      >
        <Icon name="keyboard" />
      </button>
    </>
  );
});

function DeliveryLine({ delivery }: { readonly delivery: Delivery }): VNode {
  const { messages } = useSurroundings();
  const { icon, text, tone } = looksOf(delivery, messages);
  return (
    <p class={`delivery delivery-${tone}`} data-delivery={tone}>
      <Icon name={icon} size={16} />
      <span>{text}</span>
      {delivery.waiting > 0 && delivery.trouble === 'not-signed-in' && (
        // What is kept on this device is sent on coming back; what is not must not be left.
        <a href={signInPath(location.pathname)} {...(!delivery.durable && { target: '_blank', rel: 'opener' })}>
          {messages.segments.signInAgain}
        </a>
      )}
    </p>
  );
}

function looksOf(
  { waiting, held, connection, durable, trouble }: Delivery,
  { segments: said, errors }: Pick<EditorMessages, 'segments' | 'errors'>,
): {
  readonly icon: IconName;
  readonly text: string;
  readonly tone: 'saved' | 'saving' | 'offline' | 'held';
} {
  if (waiting === 0) return { icon: 'check', text: said.saved, tone: 'saved' };
  if (held === waiting) return { icon: 'alert', text: said.toDecide(held, durable), tone: 'held' };
  if (connection === 'up') return { icon: 'cloud', text: said.saving, tone: 'saving' };
  const why = trouble === undefined ? said.isOffline : errors[trouble];
  return { icon: 'offline', text: said.notSent(why, waiting, durable), tone: 'offline' };
}
