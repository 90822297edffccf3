import { expect, it } from 'vitest';
import { areWhole, likeness, rolesIn, withRole } from '../../../../views/columns/columns.ts';

it('reads the roles of columns as the server writes them', () => {
  expect(rolesIn('fr-CA, EN,-,note', 5, 'units')).toEqual(['fr', 'en', '-', 'note', '-']);
  expect(rolesIn('', 2, 'units')).toEqual(['-', '-']);
  expect(rolesIn('en,fr status,partOfSpeech,origin', 4, 'terms')).toEqual(['en', 'fr status', 'partOfSpeech', '-']);
  expect(rolesIn('constructor,de', 2, 'units')).toEqual(['-', '-']);
});

it('gives every role to one column alone', () => {
  expect(withRole(['fr', 'en', '-'], 2, 'fr')).toEqual(['-', 'en', 'fr']);
  expect(withRole(['fr', '-', '-'], 0, '-')).toEqual(['-', '-', '-']);
  expect(areWhole(['en', '-', 'fr'], 'units')).toBe(true);
  expect(areWhole(['en', '-'], 'units')).toBe(false);
  expect(areWhole(['en', '-'], 'terms')).toBe(true);
  expect(areWhole(['definition'], 'terms')).toBe(false);
});

it('takes tables for alike by their heads, or by how wide they are', () => {
  expect(likeness([['fr', 'en']], true)).not.toBe(likeness([['en', 'fr']], true));
  expect(likeness([['Oui', 'Yes']], false)).toBe(likeness([['Non', 'No']], false));
});
