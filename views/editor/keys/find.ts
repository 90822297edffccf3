import { BINDINGS, type Binding, type CommandName } from './bindings.ts';
import { chordLabels, isPressed, type KeyPress } from './chord.ts';

export interface Pressed {
  readonly binding: Binding;
  /** Which of the binding’s chords it was, 0-based. */
  readonly place: number;
}

/** The binding that a key event is, if any. */
export function findBinding(
  press: KeyPress,
  mac: boolean,
  bindings: readonly Binding[] = BINDINGS,
): Pressed | undefined {
  for (const binding of bindings) {
    const place = binding.chords.findIndex((chord) => isPressed(chord, press, mac));
    if (place >= 0) return { binding, place };
  }
  return undefined;
}

/** The keys of a command for a tooltip: `Ctrl+Enter`. */
export function keysOf(
  command: CommandName,
  mac: boolean,
  names: Readonly<Record<string, string>>,
  place = 0,
  bindings: readonly Binding[] = BINDINGS,
): string {
  const chord = bindings.find((binding) => binding.command === command)?.chords[place];
  return chord === undefined ? '' : chordLabels(chord, mac, names).join(mac ? '' : '+');
}
