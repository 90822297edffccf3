import { COMMANDS } from '../commands/commands.ts';
import type { Session } from '../session.ts';
import { type Focus, findBinding } from './find.ts';

/** Runs commands by key, except while a dialog is open or a character is being composed. */
export function listenToKeys(session: Session, mac: boolean): void {
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
    const binding = findBinding(event, focusOf(event.target), mac);
    if (binding === undefined) return;
    event.preventDefault();
    COMMANDS[binding.command](session);
  });
}

function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'elsewhere';
  if (target.closest('[data-sentence]') !== null) return 'sentence';
  if (target.closest('input, textarea, select') !== null) return 'field';
  return target.matches('[data-side]') ? 'beads' : 'elsewhere';
}
