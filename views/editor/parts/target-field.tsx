import type { EditorState as TextState } from '@codemirror/state';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { NO_RULES, styleUnder } from '../../../memory/checks/house-rules.ts';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { SegmentId } from '../../../memory/model/project.ts';
import type { Row } from '../state/row.ts';
import { completionsFrom } from '../suggestions/completions.ts';
import { openTargetEditor } from '../target/target-editor.ts';
import { takeClick } from './click.ts';
import { useSurroundings } from './context.ts';
import { coveredEdges } from './covered.ts';

/** The text states of segments left earlier, so that undo still works on coming back; the oldest are let go. */
const earlier = new Map<SegmentId, TextState>();
const MOST_EARLIER = 50;

/** The target of the active segment, to be written in. */
export function TargetField({ row, language }: { readonly row: Row; readonly language: LanguageTag }): VNode {
  const { session, nonce, messages } = useSurroundings();
  const parent = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (parent.current === null) return;
    const opened = openTargetEditor({
      parent: parent.current,
      row,
      number: () => (session.state().indexes.get(row.segment.id) ?? row.index) + 1,
      language,
      style: styleUnder(session.state().place.rules ?? NO_RULES, language),
      said: messages.segments,
      nonce,
      earlier: earlier.get(row.segment.id),
      covered: coveredEdges,
      ...(session.state().preferences.complete && {
        completions: () => completionsFrom(session.state().offers.get(row.segment.id)?.found),
      }),
      // The segments above may have been split or joined elsewhere since.
      onEdit: (target, source) =>
        session.edit(session.state().indexes.get(row.segment.id) ?? row.index, target, source),
      onLeave: () => session.flush(),
    });
    session.target = opened;
    const click = takeClick();
    const caret = click && opened.view.posAtCoords(click);
    if (typeof caret === 'number') opened.view.dispatch({ selection: { anchor: caret } });
    opened.view.focus();
    return () => {
      keepState(row.segment.id, opened.view.state);
      if (session.target === opened) session.target = undefined;
      opened.view.destroy();
    };
  }, []);

  // It says anew what it is called.
  useLayoutEffect(() => session.target?.view.dispatch({}), [row.index]);

  return <div class="target-field" ref={parent} />;
}

function keepState(segmentId: SegmentId, state: TextState): void {
  earlier.delete(segmentId);
  earlier.set(segmentId, state);
  for (const oldest of earlier.keys()) {
    if (earlier.size <= MOST_EARLIER) break;
    earlier.delete(oldest);
  }
}
