import { chordLabels, isPressed, type KeyPress } from '../../editor/keys/chord.ts';
import { BINDINGS, type Binding, type CommandName } from './bindings.ts';

/** Where the focus is: on the beads, in the text of a sentence, in another field, or on the rest of the page. */
export type Focus = 'beads' | 'sentence' | 'field' | 'elsewhere';

/** The binding that a key event is, if any. A letter alone works on the beads only. */
export function findBinding(press: KeyPress, focus: Focus, mac: boolean): Binding | undefined {
  return BINDINGS.find((binding) => {
    if (!binding.chords.some((chord) => isPressed(chord, press, mac))) return false;
    if (binding.place === 'page') return focus === 'beads' || (focus === 'elsewhere' && isHeldOrNamed(press));
    return binding.place === focus;
  });
}

/** Whether it is more than a character: a key with Ctrl, Alt or Cmd held down, or one with a name. */
function isHeldOrNamed({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return ctrlKey || metaKey || altKey || key.length > 1;
}

/** The keys of a command for a tooltip: `Ctrl+Enter`. @param names what keys with a word on them are called */
export function keysOf(command: CommandName, mac: boolean, names: Readonly<Record<string, string>>): string {
  const chord = BINDINGS.find((binding) => binding.command === command)?.chords[0];
  return chord === undefined ? '' : chordLabels(chord, mac, names).join(mac ? '' : '+');
}
