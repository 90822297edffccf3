import { describe, expect, it } from 'vitest';
import { formatsIn } from '../../../../views/messages/formats.ts';

const en = formatsIn('en');
const fr = formatsIn('fr');

describe('dates', () => {
  it('are written at the precision known', () => {
    expect(en.partialDate('2021-11-25')).toBe('25 November 2021');
    expect(en.partialDate('2021-11')).toBe('November 2021');
    expect(en.partialDate('2021')).toBe('2021');
    expect(fr.partialDate('2021-11-25')).toBe('25 novembre 2021');
    expect(en.day('2021-11-25T23:59:59.999Z')).toBe('25 November 2021');
  });

  it('that are none are left as they are', () => {
    expect(en.partialDate('last week')).toBe('last week');
    expect(fr.partialDate('')).toBe('');
  });
});

describe('numbers', () => {
  it('are counted with the form that the language asks for', () => {
    expect(en.counted(1, 'unit', 'units')).toBe('1 unit');
    expect(en.counted(0, 'memory', 'memories')).toBe('0 memories');
    expect(en.counted(12_204, 'unit', 'units')).toBe('12,204 units');
    expect(fr.counted(0, 'unité', 'unités')).toBe('0 unité');
    expect(fr.counted(12_204, 'unité', 'unités')).toBe('12\u202F204 unités');
    expect(fr.counted(1_000_000, 'unité', 'unités')).toBe('1\u202F000\u202F000 unités');
  });

  it('have their percent sign at the distance that keeps it on the line', () => {
    expect(fr.percent(45)).toBe('45\u202F%');
  });
});

describe('names of languages', () => {
  it('are in the language of the interface', () => {
    expect(en.languageName('fr-CA')).toBe('Canadian French');
    expect(fr.languageName('en')).toBe('anglais');
  });
});

describe('lists', () => {
  it('quote words as the language does', () => {
    expect(en.quoted(['a', 'b', 'a', 'c'])).toBe('“a”, “b” and “c”');
    expect(fr.quoted(['a', 'b'])).toBe('«\u00A0a\u00A0» et «\u00A0b\u00A0»');
  });
});
