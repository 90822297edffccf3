import { isolateHistory } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { LanguageTag } from '../../../memory/model/language.ts';
import type { TypographyStyle } from '../../../memory/text/typography/style.ts';
import { typographicEdit } from '../../../memory/text/typography/typing.ts';

/** Sets spaces, apostrophes and quotation marks as they are typed; undo gives back what was typed. */
export function typographyAsTyped(language: LanguageTag, style: TypographyStyle): Extension {
  return EditorView.inputHandler.of((view, from, to, typed, insert) => {
    if (view.composing || view.state.readOnly || from !== to || typed.length !== 1) return false;
    const before = view.state.sliceDoc(view.state.doc.lineAt(from).from, from);
    const edit = typographicEdit(before, typed, language, style);
    if (edit === undefined) return false;
    view.dispatch(insert());
    const start = from - edit.remove;
    view.dispatch({
      changes: { from: start, to: from + typed.length, insert: edit.insert },
      selection: { anchor: start + edit.insert.length },
      annotations: isolateHistory.of('full'),
      userEvent: 'input.typography',
    });
    return true;
  });
}
