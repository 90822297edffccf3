import type { Segment } from '../../../../memory/model/project.ts';
import { COMMANDS } from '../../../../views/editor/commands/commands.ts';
import type { CommandName } from '../../../../views/editor/keys/bindings.ts';
import type { Saver } from '../../../../views/editor/saving/saver.ts';
import { createSession } from '../../../../views/editor/session.ts';
import { rowAt } from '../../../../views/editor/state/rows.ts';
import { activeRow, initialState } from '../../../../views/editor/state/state.ts';
import { editor } from '../../../../views/messages/en/editor.ts';
import { PLACE } from './segments.ts';

/** A session on these segments, the first active, and what it had saved. */
export function startSession(segments: readonly Segment[]) {
  const kept: string[] = [];
  const saver: Saver = {
    keep: ({ segmentId, kind, target, version }) => kept.push(`${segmentId} ${kind} ${target.join('')} v${version}`),
    flush: () => kept.push('flush'),
    insist: (segmentId, version) => kept.push(`${segmentId} insist v${version}`),
    drop: (segmentId) => kept.push(`${segmentId} drop`),
    leave: () => [],
    forget: (keys) => kept.push(`forget ${keys.join(' ')}`),
    adopt: () => {},
  };
  const session = createSession(initialState(PLACE), editor, () => ({ saver, onMove: () => {} }));
  session.dispatch({ type: 'opened', segments });
  session.dispatch({ type: 'moved', index: 0 });
  const run = (command: CommandName) => {
    COMMANDS[command](session, 0);
    return session.state().announcement.text;
  };
  return {
    session,
    kept,
    run,
    active: () => activeRow(session.state()),
    row: (index: number) => rowAt(session.state().rows, index),
  };
}
