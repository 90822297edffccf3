import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineDown,
  cursorLineUp,
  deleteGroupBackward,
  deleteGroupForward,
  deleteLineBoundaryBackward,
  deleteLineBoundaryForward,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineDown,
  selectLineUp,
} from '@codemirror/commands';
import { EditorSelection } from '@codemirror/state';
import type { EditorView, KeyBinding } from '@codemirror/view';

const deleteBackward = (view: EditorView) => deleteCharacter(view, false);
const deleteForward = (view: EditorView) => deleteCharacter(view, true);

/** Deletes what is selected, else one character as a person sees it, or one code. */
function deleteCharacter(view: EditorView, forward: boolean): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  const deleted = state.changeByRange((range) => {
    const { from, to } = range.empty ? range.extend(view.moveByChar(range, forward).head) : range;
    return { changes: { from, to }, range: EditorSelection.cursor(from) };
  });
  view.dispatch(deleted, { userEvent: forward ? 'delete.forward' : 'delete.backward', scrollIntoView: true });
  return true;
}

/**
 * The keys that move, select and delete as in any text field, inline codes whole. Of CodeMirror's own table those that a
 * segment has a use for; the rest knows of indentation and syntax, and brings a parser that would be a tenth of the script.
 */
export const MOTIONS: readonly KeyBinding[] = [
  { key: 'ArrowLeft', run: cursorCharLeft, shift: selectCharLeft },
  { key: 'ArrowRight', run: cursorCharRight, shift: selectCharRight },
  { key: 'ArrowUp', run: cursorLineUp, shift: selectLineUp },
  { key: 'ArrowDown', run: cursorLineDown, shift: selectLineDown },
  { key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft', run: cursorGroupLeft, shift: selectGroupLeft },
  { key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight', run: cursorGroupRight, shift: selectGroupRight },
  { key: 'Home', mac: 'Cmd-ArrowLeft', run: cursorLineBoundaryBackward, shift: selectLineBoundaryBackward },
  { key: 'End', mac: 'Cmd-ArrowRight', run: cursorLineBoundaryForward, shift: selectLineBoundaryForward },
  { key: 'Mod-Home', mac: 'Home', run: cursorDocStart, shift: selectDocStart },
  { key: 'Mod-End', mac: 'End', run: cursorDocEnd, shift: selectDocEnd },
  { key: 'Mod-a', run: selectAll },
  { key: 'Backspace', run: deleteBackward, shift: deleteBackward },
  { key: 'Delete', run: deleteForward },
  { key: 'Mod-Backspace', mac: 'Alt-Backspace', run: deleteGroupBackward },
  { key: 'Mod-Delete', mac: 'Alt-Delete', run: deleteGroupForward },
  { mac: 'Mod-Backspace', run: deleteLineBoundaryBackward },
  { mac: 'Mod-Delete', run: deleteLineBoundaryForward },
].map((binding) => ({ ...binding, preventDefault: true }));
