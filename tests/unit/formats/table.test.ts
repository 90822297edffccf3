import { describe, expect, it } from 'vitest';
import { parseColumns, readTable } from '../../../memory/formats/table.ts';
import { CalqueError } from '../../../memory/model/errors.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

async function rowsOf(chunks: readonly Uint8Array[], columns = 'en,fr,origin') {
  const rows = [];
  for await (const row of readTable(chunks, parseColumns(columns), 'pairs.tsv')) rows.push(row);
  return rows;
}

describe('columns', () => {
  it('are named as on a command line', () => {
    expect(parseColumns('en, fr ,origin')).toEqual(['en', 'fr', 'origin']);
    expect(parseColumns('fr_ca,-,EN')).toEqual(['fr-CA', '-', 'en']);
  });

  it.each(['en', 'en,fr,fr-CA', 'en,fr,de', '', 'en,fr,origin,origin', 'en,fr,,'])('are refused: “%s”', (text) => {
    expect(() => parseColumns(text)).toThrow(expect.objectContaining({ code: 'usage' }));
  });
});

describe('a table', () => {
  it('is read a line at a time, however its bytes are cut', async () => {
    const whole = bytes('The trial opens.\tLe procès s’ouvre.\tpresse\r\n\nYes.\tOui.\tpresse');
    const expected = [
      { line: 1, en: 'The trial opens.', fr: 'Le procès s’ouvre.', origin: 'presse' },
      { line: 3, en: 'Yes.', fr: 'Oui.', origin: 'presse' },
    ];
    for (const size of [1, 2, 3, 7, 1000]) {
      const chunks = [];
      for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
      expect(await rowsOf(chunks)).toEqual(expected);
    }
  });

  it('says of a line that is no pair why', async () => {
    expect(await rowsOf([bytes('one\tun\nno\t \t x\n\tdeux\tx\na\0\tb\tx')])).toEqual([
      { line: 1, reason: 'it has 2 fields, not 3' },
      { line: 2, reason: 'its French side is empty' },
      { line: 3, reason: 'its English side is empty' },
      { line: 4, reason: 'it holds a NUL character' },
    ]);
  });

  it('must be in UTF-8, and without a line that has no end', async () => {
    const latin1 = Uint8Array.from([...bytes('Yes.\tOui.\n'), 0xe9, 0x0a]);
    await expect(rowsOf([latin1], 'en,fr')).rejects.toThrow(expect.objectContaining({ code: 'not-utf8' }));
    await expect(rowsOf([bytes('a\tb'), Uint8Array.of(0xc3)], 'en,fr')).rejects.toThrow(CalqueError);
    const long = bytes('x'.repeat(600_000));
    await expect(rowsOf([long, long], 'en,fr')).rejects.toThrow(expect.objectContaining({ code: 'line-too-long' }));
  });
});
