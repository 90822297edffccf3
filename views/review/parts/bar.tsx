import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { Icon, type IconName } from '../../components/icon.tsx';
import { COMMANDS } from '../commands/commands.ts';
import type { CommandName } from '../keys/bindings.ts';
import { type Delivery, isDoubtful, type OpenPage } from '../state/state.ts';
import { useSurroundings, useTooltip } from './context.ts';

/** The bar that stays in view: progress, what was last told, accepting all above, undoing, storing. */
export function Bar({ state }: { readonly state: OpenPage }): VNode {
  const { session, messages } = useSurroundings();
  const { reviewing, announcement, delivery, threshold } = state;
  return (
    <div class="bar review-bar">
      <Progress state={state} />
      <p class="bar-news" role="status">
        <span key={announcement.count}>{announcement.text}</span>
      </p>
      <DeliveryLine delivery={delivery} />
      <form
        class="review-above"
        onSubmit={(event) => {
          event.preventDefault();
          COMMANDS.acceptAbove(session);
        }}
      >
        <label for="threshold">{messages.bar.above}</label>
        <input
          id="threshold"
          class="input"
          type="number"
          min={0}
          max={99}
          step={1}
          value={Math.round(threshold * 100)}
          onInput={(event) => {
            const percent = event.currentTarget.valueAsNumber;
            if (percent >= 0 && percent <= 100) {
              session.dispatch({ type: 'thresholdChanged', threshold: percent / 100 });
            }
          }}
        />
        <span aria-hidden="true">%</span>
        <span class="for-readers">{messages.bar.aboveUnit}</span>
        <Tool command="acceptAbove" submit>
          {messages.bar.aboveDo}
        </Tool>
      </form>
      <div class="review-tools">
        <Tool command="nextDoubtful">{messages.buttons.doubtful}</Tool>
        <Tool command="undo" disabled={reviewing.done.length === 0}>
          {messages.buttons.undo}
        </Tool>
        <Tool command="redo" disabled={reviewing.undone.length === 0}>
          {messages.buttons.redo}
        </Tool>
        <Tool command="help">{messages.buttons.keys}</Tool>
        <Button
          small
          look="primary"
          icon="memory"
          onClick={() => session.dispatch({ type: 'dialogChanged', dialog: 'finish' })}
        >
          {messages.bar.store}
        </Button>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly command: CommandName;
  readonly submit?: boolean;
  readonly disabled?: boolean;
  readonly children: string;
}

function Tool({ command, submit = false, disabled = false, children }: ToolProps): VNode {
  const { session } = useSurroundings();
  const tooltip = useTooltip();
  return (
    <Button
      small
      type={submit ? 'submit' : 'button'}
      title={tooltip(command)}
      aria-disabled={disabled}
      {...(!submit && { onClick: () => COMMANDS[command](session) })}
    >
      {children}
    </Button>
  );
}

function Progress({ state: { reviewing, threshold } }: { readonly state: OpenPage }): VNode {
  const { messages } = useSurroundings();
  const { beads } = reviewing.state;
  const decided = beads.filter(({ decision }) => decision !== 'open').length;
  const doubtful = beads.filter((bead) => isDoubtful(bead, threshold)).length;
  const said = messages.bar.decided(decided, beads.length);
  const share = `${(decided / Math.max(1, beads.length)) * 100}%`;
  return (
    <div class="bar-progress progress">
      <svg
        class="progress-bar"
        role="progressbar"
        aria-label={messages.bar.progress}
        aria-valuenow={decided}
        aria-valuemin={0}
        aria-valuemax={beads.length}
        aria-valuetext={said}
      >
        <rect class="progress-track" width="100%" height="100%" />
        <rect class="progress-done" width={share} height="100%" />
      </svg>
      <p class="progress-figures">
        <span>{said}</span>
        <span>{messages.bar.doubtful(doubtful)}</span>
      </p>
    </div>
  );
}

function DeliveryLine({ delivery }: { readonly delivery: Delivery }): VNode {
  const { messages } = useSurroundings();
  const { icon, text, tone } = looksOf(delivery, messages.delivery);
  return (
    <p class={`delivery delivery-${tone}`} data-delivery={tone}>
      <Icon name={icon} size={16} />
      <span>{text}</span>
    </p>
  );
}

function looksOf(
  { waiting, connection, durable }: Delivery,
  said: ReturnType<typeof useSurroundings>['messages']['delivery'],
): { readonly icon: IconName; readonly text: string; readonly tone: 'saved' | 'saving' | 'offline' } {
  if (waiting === 0) return { icon: 'check', text: said.saved, tone: 'saved' };
  if (connection === 'up') return { icon: 'cloud', text: said.saving, tone: 'saving' };
  return { icon: 'offline', text: (durable ? said.waiting : said.passing)(waiting), tone: 'offline' };
}
