import type { VNode } from 'preact';
import type { ReviewBead } from '../../../memory/model/review.ts';
import { Button } from '../../components/button.tsx';
import { COMMANDS } from '../commands/commands.ts';
import type { CommandName } from '../keys/bindings.ts';
import { isOneSided } from '../state/state.ts';
import { useSurroundings, useTooltip } from './context.ts';

interface BeadToolsProps {
  readonly bead: ReviewBead;
  readonly moved: boolean;
  readonly marked: boolean;
  readonly pairable: boolean;
  readonly editing: boolean;
  readonly last: boolean;
}

/** What can be done with the active bead, for those who work with a pointer. */
export function BeadTools({ bead, moved, marked, pairable, editing, last }: BeadToolsProps): VNode {
  const { messages } = useSurroundings();
  const said = messages.buttons;
  if (editing) {
    return (
      <div class="bead-tools">
        <Tool command="keep" look="primary">
          {said.keep}
        </Tool>
        <Tool command="cut">{said.cut}</Tool>
        <Tool command="leave">{said.leave}</Tool>
      </div>
    );
  }
  return (
    <div class="bead-tools">
      {bead.decision !== 'accepted' && !isOneSided(bead) && (
        <Tool command="accept" look="primary">
          {said.accept}
        </Tool>
      )}
      {bead.decision !== 'open' && <Tool command="reopen">{said.reopen}</Tool>}
      {!last && <Tool command="join">{said.join}</Tool>}
      {(pairable || marked || isOneSided(bead)) && (
        <Tool command="pair" {...(pairable && { look: 'primary' })}>
          {pairable ? said.pair : marked ? said.unmark : said.mark}
        </Tool>
      )}
      {moved && <Tool command="englishOrder">{said.englishOrder}</Tool>}
      {bead.fr.length + bead.en.length > 2 && <Tool command="split">{said.split}</Tool>}
      <Tool command="edit">{said.edit}</Tool>
      {bead.decision !== 'deleted' && <Tool command="delete">{said.delete}</Tool>}
      <div class="bead-boundaries">
        <Arrow command="takePrevious">↥</Arrow>
        <Arrow command="givePrevious">↧</Arrow>
        <Arrow command="giveNext">↥</Arrow>
        <Arrow command="takeNext">↧</Arrow>
      </div>
    </div>
  );
}

interface ToolProps {
  readonly command: CommandName;
  readonly look?: 'primary';
  readonly children: string;
}

function Tool({ command, look, children }: ToolProps): VNode {
  const { session } = useSurroundings();
  const tooltip = useTooltip();
  return (
    <Button
      small
      {...(look && { look })}
      title={tooltip(command)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => COMMANDS[command](session)}
    >
      {children}
    </Button>
  );
}

/** Moves a boundary of the active side. */
function Arrow({ command, children }: { readonly command: CommandName; readonly children: string }): VNode {
  const { session, messages } = useSurroundings();
  const tooltip = useTooltip();
  const upper = command.endsWith('Previous');
  return (
    <button
      type="button"
      class={upper ? 'icon-button boundary-upper' : 'icon-button boundary-lower'}
      aria-label={messages.commands[command]}
      title={tooltip(command)}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => COMMANDS[command](session)}
    >
      {children}
    </button>
  );
}
