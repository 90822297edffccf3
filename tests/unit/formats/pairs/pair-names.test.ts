import { describe, expect, it } from 'vitest';
import { pairByName } from '../../../../memory/formats/pairs/pair-names.ts';

describe('pairByName', () => {
  it.each([
    ['a mark at the end', 'port.fr.html', 'port.en.html', 'port'],
    ['with an underscore, and of two formats', '2021/port_fr.docx', '2021/port_en.pdf', '2021/port'],
    ['with a region', 'port-fr-CA.txt', 'port-en_GB.txt', 'port'],
    ['without an extension', 'port.fr', 'port.en', 'port'],
    ['a mark at the beginning', 'FR_port.txt', 'en-port.txt', 'port'],
    ['a folder of each language', 'fr/port.txt', 'en/port.docx', 'port'],
    ['a folder inside others', '2021/french/11/port.txt', '2021/english/11/port.txt', '2021/11/port'],
    ['letter case', 'Port.FR.html', 'port.en.html', 'port'],
  ])('knows %s', (_, fr, en, name) => {
    const { pairs, alone } = pairByName([fr, en]);
    expect(pairs.map((pair) => ({ ...pair, name: pair.name.toLowerCase() }))).toEqual([{ name, fr, en }]);
    expect(alone).toEqual([]);
  });

  it('says why a file is in no pair, and passes over what systems leave behind', () => {
    const files = ['a.fr.txt', 'readme.txt', 'b.fr.txt', 'b.fr.html', 'b.en.txt', '__MACOSX/a.en.txt', '.DS_Store'];
    const { pairs, alone } = pairByName(files);
    expect(pairs).toEqual([]);
    expect(alone.map(({ file, why }) => [file, why.slice(0, 16)])).toEqual([
      ['readme.txt', 'its name does no'],
      ['a.fr.txt', 'there is none in'],
      ['b.fr.html', 'several files of'],
      ['b.fr.txt', 'several files of'],
      ['b.en.txt', 'several files of'],
    ]);
  });
});
