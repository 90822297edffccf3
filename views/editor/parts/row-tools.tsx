import type { VNode } from 'preact';
import { Button } from '../../components/button.tsx';
import { memo } from '../../components/memo.ts';
import { COMMANDS } from '../commands/commands.ts';
import type { CommandName } from '../keys/bindings.ts';
import { useSurroundings, useTooltip } from './context.ts';
import { Toolbar } from './toolbar.tsx';

interface RowToolsProps {
  readonly index: number;
  /** It may be written in. */
  readonly open: boolean;
  readonly done: boolean;
  readonly empty: boolean;
  /** It may be split and joined. */
  readonly cuttable: boolean;
  /** How many comments there are on it. */
  readonly comments: number;
  /** How many of these were not read yet. */
  readonly unread: number;
}

/** The commands of the active segment, for those who work with a pointer. */
export const RowTools = memo(({ index, open, done, empty, cuttable, comments, unread }: RowToolsProps): VNode => {
  const { session, messages } = useSurroundings();
  const said = messages.segments;
  const keys = messages.keys.commands;
  const tooltip = useTooltip();
  const run = (command: CommandName) => () => {
    COMMANDS[command](session, 0);
    session.target?.view.focus();
  };
  return (
    <Toolbar class="row-tools" label={said.segment(index + 1)}>
      {open && done && (
        <Button small onClick={run('unconfirm')} title={tooltip(said.unconfirmTip, 'unconfirm')}>
          {said.unconfirm}
        </Button>
      )}
      {open && !done && (
        <Button small look="primary" icon="check" onClick={run('confirm')} title={tooltip(said.confirmTip, 'confirm')}>
          {said.confirm}
        </Button>
      )}
      {open && (
        <Button
          small
          look="quiet"
          icon="copy"
          onClick={run('copySource')}
          title={tooltip(said.copySourceTip, 'copySource')}
        >
          {said.copySource}
        </Button>
      )}
      <Button small look="quiet" onClick={() => session.dispatch({ type: 'dialogChanged', dialog: 'versions' })}>
        {said.versions}
      </Button>
      <Button
        small
        look="quiet"
        title={tooltip(keys.comments, 'comments')}
        onClick={() => session.dispatch({ type: 'dialogChanged', dialog: 'comments' })}
      >
        {messages.comments.open(comments, unread)}
      </Button>
      {cuttable && (
        <>
          <Button small look="quiet" onClick={run('splitSegment')} title={tooltip(keys.splitSegment, 'splitSegment')}>
            {said.splitDo}
          </Button>
          <Button small look="quiet" onClick={run('joinSegments')} title={tooltip(keys.joinSegments, 'joinSegments')}>
            {said.join}
          </Button>
        </>
      )}
      {open && !empty && (
        <Button small look="quiet" onClick={run('clearTarget')} title={tooltip(said.clearTip, 'clearTarget')}>
          {said.clear}
        </Button>
      )}
    </Toolbar>
  );
});
