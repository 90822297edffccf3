import { BINDINGS, type Binding, type CommandName } from './bindings.ts';
import type { Chord } from './chord.ts';
import { PRESET_KEYS, type Preset, type Remapping } from './presets.ts';

/** The bindings with a preset over them, and a person's own keys over that. */
export function bindingsOf(preset: Preset, own: Remapping): readonly Binding[] {
  const changed: Remapping = { ...PRESET_KEYS[preset], ...own };
  return BINDINGS.map((binding) => ({ ...binding, chords: changed[binding.command] ?? binding.chords }));
}

/** The command that has a chord already; `undefined` where it is free. */
export function holderOf(chord: Chord, bindings: readonly Binding[]): CommandName | undefined {
  return bindings.find(({ chords }) => chords.includes(chord))?.command;
}

/** Pairs of commands that share a chord. */
export function conflictsIn(bindings: readonly Binding[]): readonly (readonly [CommandName, CommandName])[] {
  return bindings.flatMap((binding, place) =>
    bindings
      .slice(place + 1)
      .filter(({ chords }) => chords.some((chord) => binding.chords.includes(chord)))
      .map(({ command }) => [binding.command, command] as const),
  );
}

/**
 * Whether a chord may be bound: no letter alone and no AltGr, which type; nothing that browsers keep for themselves; not
 * Tab, which leaves the field.
 */
export function isBindable(chord: Chord): boolean {
  if (/Tab$|(?:^|\+)(?:Control|Shift|Alt|Meta|AltGraph|Dead|Process)$/.test(chord)) return false;
  if (/^(?:Mod|Ctrl)\+(?:Shift\+)?[tnwq]$/.test(chord)) return false;
  if (/Alt\+(?:Shift\+)?.$/u.test(chord)) return false;
  return /^F\d+$/.test(chord) || /(?:Mod|Ctrl|Alt)\+/.test(chord) || /^Shift\+F\d+$/.test(chord);
}
