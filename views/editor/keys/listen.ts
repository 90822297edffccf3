import { COMMANDS } from '../commands/commands.ts';
import type { Session } from '../session.ts';
import { findBinding } from './find.ts';
import { bindingsOf } from './keymap.ts';

/** Runs commands by key, wherever the focus is, except while a dialog is open or a character is being composed. */
export function listenToKeys(session: Session, mac: boolean): void {
  let { preferences } = session.state();
  let bindings = bindingsOf(preferences.preset, preferences.keys);
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.isComposing || event.defaultPrevented || session.state().dialog !== undefined) return;
      // A dialog that is no command’s own, as that of a unit.
      if (document.querySelector('dialog[open]') !== null) return;
      if (preferences !== session.state().preferences) {
        ({ preferences } = session.state());
        bindings = bindingsOf(preferences.preset, preferences.keys);
      }
      const pressed = findBinding(event, mac, bindings);
      if (pressed === undefined) return;
      const writing = session.target?.view.hasFocus ?? false;
      if (pressed.binding.writing && !writing) return;
      event.preventDefault();
      event.stopPropagation();
      COMMANDS[pressed.binding.command](session, pressed.place);
    },
    { capture: true },
  );
}
