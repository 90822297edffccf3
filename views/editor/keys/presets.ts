import type { CommandName } from './bindings.ts';
import type { Chord } from './chord.ts';

/** Keys by command, in the place of the usual ones. */
export type Remapping = Readonly<Partial<Record<CommandName, readonly Chord[]>>>;

export const PRESETS = ['calque', 'memoq', 'trados', 'phrase', 'omegat', 'matecat'] as const;
export type Preset = (typeof PRESETS)[number];

/** Where other programs have other keys for the same thing; what they share with Calque is not named. */
export const PRESET_KEYS: Readonly<Record<Preset, Remapping>> = {
  calque: {},
  memoq: {
    nextUnconfirmed: ['Mod+g'],
    goTo: ['Mod+Shift+g'],
    nextCode: ['F9'],
    allCodes: ['Alt+F8'],
    copySource: ['Mod+Shift+s'],
  },
  trados: {
    concordance: ['F3'],
    nextIssue: ['F8'],
    nextCode: ['Mod+,'],
    addTerm: ['Mod+F2'],
    copySource: ['Mod+Insert'],
  },
  phrase: {
    allCodes: ['Mod+F8'],
    copySource: ['Mod+Insert'],
    clearTarget: ['Mod+d'],
    splitSegment: ['Mod+e'],
    addTerm: ['Mod+Shift+e'],
  },
  omegat: {
    nextUnconfirmed: ['Mod+u'],
    goTo: ['Mod+j'],
    joinSegments: ['Alt+Shift+Enter'],
    concordance: ['Mod+f'],
    copySource: ['Mod+Shift+r'],
    addTerm: ['Mod+Shift+g'],
  },
  // Alt with a letter, which it has too, types on a Mac; Ctrl+Q ends Firefox.
  matecat: {
    confirm: ['Mod+Enter', 'Mod+Shift+Enter'],
    unconfirm: ['Alt+Shift+Enter'],
    copySource: ['Ctrl+i'],
    replace: ['Mod+f'],
    splitSegment: ['Mod+s'],
    save: ['Mod+Shift+s'],
  },
};
