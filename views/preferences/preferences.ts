import { BINDINGS } from '../editor/keys/bindings.ts';
import { isBindable } from '../editor/keys/keymap.ts';
import { PRESETS, type Preset, type Remapping } from '../editor/keys/presets.ts';

/** What a person has decided for this browser; what the house has decided is kept by the server. */
export interface Preferences {
  /** Confirming a segment fills the empty ones that say the same in the source. */
  readonly propagate: boolean;
  /** An empty target takes the best match on arriving, from this rate on (75–101); never where absent. */
  readonly insertFrom?: number;
  /** Words that are being written are completed from what the memories know. */
  readonly complete: boolean;
  readonly preset: Preset;
  /** Keys over those of the preset. */
  readonly keys: Remapping;
}

export const DEFAULT_PREFERENCES: Preferences = { propagate: true, complete: true, preset: 'calque', keys: {} };

/** Where they are kept, in `localStorage`, as JSON. */
export const PREFERENCES_KEY = 'calque-preferences';

/** The lowest rate that may be inserted unasked. */
const LOWEST_INSERTED = 75;

/** Reads what was kept; what is missing or wrong is as it is by default. */
export function readPreferences(kept: string | null): Preferences {
  const { propagate, insertFrom, complete, preset, keys } = parsed(kept);
  return {
    propagate: typeof propagate === 'boolean' ? propagate : DEFAULT_PREFERENCES.propagate,
    ...(isRate(insertFrom) && { insertFrom }),
    complete: typeof complete === 'boolean' ? complete : DEFAULT_PREFERENCES.complete,
    preset: PRESETS.find((known) => known === preset) ?? DEFAULT_PREFERENCES.preset,
    keys: remappingOf(keys),
  };
}

function isRate(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= LOWEST_INSERTED && value <= 101;
}

/** Keys that can be bound, of commands that there are. */
function remappingOf(given: unknown): Remapping {
  const kept = typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
  const known = BINDINGS.flatMap(({ command }) => {
    const chords = kept[command];
    const bindable = Array.isArray(chords)
      ? chords.filter((chord) => typeof chord === 'string' && isBindable(chord))
      : [];
    return bindable.length === 0 ? [] : [[command, bindable] as const];
  });
  return Object.fromEntries(known);
}

function parsed(kept: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(kept ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
