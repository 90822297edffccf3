import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { delimitedRows, readDelimited } from '../../../../memory/formats/tables/delimited.ts';

const TABLE = 'fr;en\r\n"Oui ; ""déjà""";Yes.\r\n\r\n"Deux\nlignes";Two\r\n';
const ROWS = [
  { line: 1, fields: ['fr', 'en'] },
  { line: 2, fields: ['Oui ; "déjà"', 'Yes.'] },
  { line: 4, fields: ['Deux\nlignes', 'Two'] },
];

async function read(bytes: Uint8Array, kind: 'csv' | 'tsv', size = 1) {
  const rows = [];
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, place) =>
    bytes.subarray(place * size, (place + 1) * size),
  );
  for await (const row of readDelimited(Readable.from(chunks), kind, 'pairs.csv')) rows.push(row);
  return rows;
}

describe('delimited text', () => {
  it('is read alike as a text and as bytes, however they are cut', async () => {
    expect([...delimitedRows(`\uFEFF${TABLE}`, 'pairs.csv')]).toEqual(ROWS);
    for (const size of [1, 2, 7, 1000]) expect(await read(Buffer.from(TABLE), 'csv', size)).toEqual(ROWS);
  });

  it('may be UTF-16 with its mark', async () => {
    expect(await read(Buffer.from(`\uFEFF${TABLE}`, 'utf16le'), 'csv', 5)).toEqual(ROWS);
  });

  it('takes a quote for a sign like others between tabs', async () => {
    expect(await read(Buffer.from('"Oui\tYes"\n'), 'tsv')).toEqual([{ line: 1, fields: ['"Oui', 'Yes"'] }]);
  });

  it('is a row a line between tabs, whatever ends the lines and however they are cut', async () => {
    const rows = [
      { line: 1, fields: ['fr', 'en'] },
      { line: 3, fields: ['Oui', 'Yes'] },
      { line: 4, fields: ['Non', 'No'] },
    ];
    for (const end of ['\n', '\r\n', '\r']) {
      const text = Buffer.from(`\uFEFFfr\ten${end}${end}Oui\tYes${end}Non\tNo`);
      for (const size of [1, 2, 7, 1000]) expect(await read(text, 'tsv', size), JSON.stringify(end)).toEqual(rows);
    }
    const long = Buffer.from(`fr\ten\n${'x'.repeat(1_000_001)}`);
    await expect(read(long, 'tsv', 65_536)).rejects.toMatchObject({ code: 'line-too-long', details: { line: 2 } });
  });

  it.each([
    ['not-utf8', Buffer.from([...Buffer.from('a,b\ncd'), 0xe9, 0x0a]), 1],
    ['ill-formed-file', Buffer.from('a,b\nc,"d\n'), 1],
    ['line-too-long', Buffer.from(`a,b\nc,${'d'.repeat(1_000_001)}\n`), 65_536],
  ])('is refused as %s with the line', async (code, bytes, size) => {
    const details = { where: 'pairs.csv', line: 2 };
    await expect(read(bytes, 'csv', size)).rejects.toMatchObject({ code, details });
  });
});
