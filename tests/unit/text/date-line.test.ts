import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readDateLine } from '../../../memory/text/date-line.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

describe('readDateLine', () => {
  it.each([
    ['Publié le 25 novembre 2021\nLe texte', '2021-11-25'],
    ['Publié le jeudi 25\u00a0novembre 2021 à 14h30 - Mis à jour le 26 novembre 2021 à 08h00\n', '2021-11-25'],
    ['Published 25 November 2021', '2021-11-25'],
    ['Published on: Thursday, November 25th, 2021 at 2.30 pm GMT', '2021-11-25'],
    ['Date de publication : 1er mai 2020', '2020-05-01'],
    ['2021-11-25', '2021-11-25'],
    ['2021-11-25T14:30:00Z', '2021-11-25'],
    ['Date: 2021-11-25 Text on the same line', '2021-11-25'],
    ['novembre 2021', '2021-11'],
    ['Publié le 11/12/2021', '2021-12-11'],
    ['25/11/2021', '2021-11-25'],
  ])('reads the date of “%s”', (text, date) => {
    expect(readDateLine(text)?.date).toBe(date);
  });

  it('gives the place of the line without the white space around it', () => {
    const text = '\n  Date : 2021-11 \n\nLe texte';
    const line = readDateLine(text);
    expect(text.slice(line?.start, line?.end)).toBe('Date : 2021-11');
  });

  it.each([
    '',
    ' \n',
    'Le texte sans date',
    'Publié le 25 novembre 2021, le rapport accuse',
    'November 2021 was cold',
    'Mardi 31 février 2021',
    'date 2021-13 Le texte',
    '11/12/2021',
    'Published 11/12/2021',
    'Le titre\nPublié le 25 novembre 2021',
    `2021-11-25${' '.repeat(100_000)}x`,
  ])('finds none in “%.40s”', (text) => {
    expect(readDateLine(text)).toBeUndefined();
  });

  it('reads the head of the real article', needsShared('articles'), () => {
    const text = readFileSync(sharedPath('articles/tech-press-2021-11.fr.txt'), 'utf8');
    const line = readDateLine(text);
    expect(line?.date).toBe('2021-11');
    expect(text.slice(line?.end)).toMatch(/^ D'après des sources/);
    expect(readDateLine(readFileSync(sharedPath('articles/mee-2021-11.fr.txt'), 'utf8'))).toBeUndefined();
  });
});
