/**
 * A key with what is held down, written `Mod+Shift+Enter`. `Mod` is Ctrl, and Cmd on a Mac; `Ctrl` is Ctrl everywhere.
 * The key is a `KeyboardEvent.key`, letters in lower case and the space as `Space`; `Digit1` to `Digit9` are keys by
 * their place, since on French keyboards the digits take Shift.
 */
export type Chord = string;

/** What of a key event tells the chord. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

interface Parts {
  readonly key: string;
  readonly ctrl: boolean;
  readonly meta: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

function partsOf(chord: Chord, mac: boolean): Parts {
  const names = chord.split('+');
  const held = new Set(names.slice(0, -1));
  const mod = held.has('Mod');
  return {
    key: names.at(-1) ?? '',
    ctrl: held.has('Ctrl') || (mod && !mac),
    meta: mod && mac,
    shift: held.has('Shift'),
    alt: held.has('Alt'),
  };
}

/** Whether a key event is the chord, with nothing more and nothing less held down. */
export function isPressed(chord: Chord, press: KeyPress, mac: boolean): boolean {
  const { key, ctrl, meta, shift, alt } = partsOf(chord, mac);
  const held = press.ctrlKey === ctrl && press.metaKey === meta && press.shiftKey === shift && press.altKey === alt;
  return held && (/^Digit\d$/.test(key) ? press.code === key : keyName(press.key) === key);
}

function keyName(key: string): string {
  if (/^\s$/.test(key)) return 'Space';
  return key.length === 1 ? key.toLowerCase() : key;
}

const SIGNS: Readonly<Record<string, string>> = { ArrowUp: '↑', ArrowDown: '↓' };

/**
 * The keys of a chord as they are labelled: `Ctrl`, `Shift`, `↑`.
 * @param names what keys with a word on them are called in the language of the interface
 */
export function chordLabels(chord: Chord, mac: boolean, names: Readonly<Record<string, string>>): readonly string[] {
  return chord.split('+').map((name) => {
    if (name === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (name === 'Alt') return mac ? '⌥' : 'Alt';
    if (/^Digit\d$/.test(name)) return name.slice(-1);
    return SIGNS[name] ?? names[name] ?? (name.length === 1 ? name.toUpperCase() : name);
  });
}

/** The chord that a key event is, to bind it. */
export function chordOf(press: KeyPress, mac: boolean): Chord {
  const digit = /^Digit[1-9]$/.test(press.code);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const held = [
    mod && !digit && 'Mod',
    (digit || mac) && press.ctrlKey && 'Ctrl',
    press.altKey && 'Alt',
    press.shiftKey && 'Shift',
  ];
  return [...held.filter((name) => name !== false), digit ? press.code : keyName(press.key)].join('+');
}
