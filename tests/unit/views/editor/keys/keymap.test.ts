import { describe, expect, it } from 'vitest';
import { BINDINGS } from '../../../../../views/editor/keys/bindings.ts';
import { chordOf } from '../../../../../views/editor/keys/chord.ts';
import { findBinding } from '../../../../../views/editor/keys/find.ts';
import { bindingsOf, conflictsIn, holderOf, isBindable } from '../../../../../views/editor/keys/keymap.ts';
import { PRESETS } from '../../../../../views/editor/keys/presets.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...held,
});

describe.each(PRESETS)('the keys of %s', (preset) => {
  const bindings = bindingsOf(preset, {});

  it('give each chord to one command, and keep to what can be bound', () => {
    expect(conflictsIn(bindings)).toEqual([]);
    const writing = new Set(['insertStepped', 'lineBreak']);
    const chords = bindings.filter(({ command }) => !writing.has(command)).flatMap((binding) => binding.chords);
    expect(chords.filter((chord) => !isBindable(chord))).toEqual([]);
  });

  it('leave no command without keys', () => {
    expect(bindings.filter(({ chords }) => chords.length === 0)).toEqual([]);
    expect(bindings.map(({ command }) => command)).toEqual(BINDINGS.map(({ command }) => command));
  });
});

describe('keys of one’s own', () => {
  it('go over those of a preset, and are found by', () => {
    const bindings = bindingsOf('memoq', { goTo: ['Mod+j'] });
    const found = (key: string) => findBinding(press(key, { ctrlKey: true }), false, bindings)?.binding.command;
    expect([found('j'), found('g')]).toEqual(['goTo', 'nextUnconfirmed']);
    expect(holderOf('Mod+j', bindings)).toBe('goTo');
    expect(holderOf('Mod+9', bindings)).toBeUndefined();
  });

  it('conflict where two commands would have the same', () => {
    expect(conflictsIn(bindingsOf('calque', { goTo: ['Mod+Enter'] }))).toEqual([['confirm', 'goTo']]);
  });

  it.each(['a', 'Shift+a', 'Mod+t', 'Mod+Shift+n', 'Mod+w', 'Tab', 'Mod+Tab', 'Mod+Alt+e', 'Alt+e', 'Control'])(
    'cannot be %s',
    (chord) => {
      expect(isBindable(chord)).toBe(false);
    },
  );

  it.each(['F2', 'Shift+F2', 'Mod+j', 'Ctrl+Digit3', 'Alt+Delete', 'Mod+Alt+ArrowUp'])('can be %s', (chord) => {
    expect(isBindable(chord)).toBe(true);
  });

  it('are read off the keys that are pressed', () => {
    expect(chordOf(press('J', { ctrlKey: true, shiftKey: true }), false)).toBe('Mod+Shift+j');
    expect(chordOf(press('é', { ctrlKey: true, code: 'Digit2' }), false)).toBe('Ctrl+Digit2');
    expect(chordOf(press('j', { metaKey: true }), true)).toBe('Mod+j');
    expect(chordOf(press('F2'), false)).toBe('F2');
  });
});
