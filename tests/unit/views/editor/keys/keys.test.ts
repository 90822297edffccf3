import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../../../views/editor/commands/commands.ts';
import { BINDINGS } from '../../../../../views/editor/keys/bindings.ts';
import { chordLabels, isPressed, type KeyPress } from '../../../../../views/editor/keys/chord.ts';
import { findBinding, keysOf } from '../../../../../views/editor/keys/find.ts';
import { keys } from '../../../../../views/messages/en/keys.ts';
import { keys as french } from '../../../../../views/messages/fr/keys.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('the table of keys', () => {
  const chords = BINDINGS.flatMap((binding) => binding.chords);

  it('gives each chord to one command', () => {
    expect(new Set(chords).size).toBe(chords.length);
  });

  it('leaves AltGr, the browser’s own keys and Tab alone', () => {
    for (const chord of chords) {
      expect(chord).not.toMatch(/^(Mod|Ctrl)\+(Shift\+)?[tnw]$/);
      expect(chord).not.toMatch(/Tab/);
      expect(chord.includes('Alt') && /\+.$/.test(chord)).toBe(false);
    }
  });

  it('binds every command', () => {
    expect(new Set(BINDINGS.map(({ command }) => command))).toEqual(new Set(Object.keys(COMMANDS)));
  });
});

describe('findBinding', () => {
  it('finds a digit by its place, also where it takes Shift to type it', () => {
    const found = findBinding(press('é', { code: 'Digit2', ctrlKey: true }), false);
    expect(found?.binding.command).toBe('insertMatch');
    expect(found?.place).toBe(1);
  });

  it('takes AltGr, which Windows sends as Ctrl and Alt, for typing', () => {
    expect(findBinding(press('~', { code: 'Digit2', ctrlKey: true, altKey: true }), false)).toBeUndefined();
  });

  it('asks for exactly the keys held down', () => {
    expect(findBinding(press('Enter', { ctrlKey: true }), false)?.binding.command).toBe('confirm');
    expect(findBinding(press('Enter', { ctrlKey: true, shiftKey: true }), false)?.binding.command).toBe('unconfirm');
    expect(findBinding(press('s', { ctrlKey: true }), false)?.binding.command).toBe('save');
    expect(findBinding(press('S', { ctrlKey: true, shiftKey: true }), false)?.binding.command).toBe('copySource');
    expect(findBinding(press('s'), false)).toBeUndefined();
  });

  it('uses Cmd on a Mac, but Ctrl with digits', () => {
    expect(findBinding(press('Enter', { metaKey: true }), true)?.binding.command).toBe('confirm');
    expect(findBinding(press('Enter', { ctrlKey: true }), true)).toBeUndefined();
    expect(findBinding(press('1', { code: 'Digit1', ctrlKey: true }), true)?.binding.command).toBe('insertMatch');
  });

  it('knows the space bar, whatever space it sends', () => {
    const held = { ctrlKey: true, shiftKey: true };
    expect(isPressed('Mod+Shift+Space', press(' ', held), false)).toBe(true);
    expect(isPressed('Mod+Shift+Space', press('\u00A0', held), false)).toBe(true);
  });
});

describe('keys in words', () => {
  it('are labelled as on the keyboard', () => {
    expect(keysOf('confirm', false, keys.names)).toBe('Ctrl+Enter');
    expect(keysOf('confirm', true, keys.names)).toBe('⌘Enter');
    expect(keysOf('insertMatch', false, keys.names, 2)).toBe('Ctrl+3');
    expect(keysOf('insertMatch', false, keys.names, 12)).toBe('');
    expect(chordLabels('Mod+Shift+ArrowDown', false, keys.names)).toEqual(['Ctrl', 'Shift', '↓']);
    expect(keysOf('clearTarget', false, french.names)).toBe('Alt+Suppr');
  });
});
