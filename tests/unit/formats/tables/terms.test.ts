import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { readDelimited } from '../../../../memory/formats/tables/delimited.ts';
import { parseTermColumns } from '../../../../memory/formats/tables/term-columns.ts';
import { readTermTable, writeTermTable } from '../../../../memory/formats/tables/terms.ts';
import type { TermFileEntry } from '../../../../memory/formats/term-entry.ts';
import { viewOf } from '../../../../memory/model/edit-entry.ts';

async function read(text: string, columns?: string): Promise<readonly TermFileEntry[]> {
  const entries: TermFileEntry[] = [];
  const records = readDelimited(Readable.from([Buffer.from(text)]), 'csv', 'terms.csv');
  const stated = columns === undefined ? undefined : parseTermColumns(columns, 'columns');
  for await (const entry of readTermTable(records, stated, 'terms.csv')) entries.push(entry);
  return entries;
}

const TABLE =
  'Français,fr status,en-GB,en status,Définition,internal\n' +
  'chapeau | chapô,preferred | forbidden,standfirst,,Texte court.,7\n';

describe('a table of terms', () => {
  it('is read by its head: several terms in a cell, statuses, what is said of the entry', async () => {
    const [first] = await read(TABLE);
    expect(first?.kind === 'concept' && viewOf(first.entry.concept)).toEqual({
      definition: 'Texte court.',
      terms: [
        { place: 0, language: 'fr', text: 'chapeau', status: 'preferred' },
        { place: 1, language: 'fr', text: 'chapô', status: 'forbidden' },
        { place: 2, language: 'en-GB', text: 'standfirst', status: 'admitted' },
      ],
    });
  });

  it('refuses rows without a term or with an unknown status, by line, and a table that does not say what it holds', async () => {
    expect(await read('fr,en,en status\n,,\nx,,good\n ,,preferred\n')).toEqual([
      { kind: 'refused', line: 3, reason: 'Its en status is none of preferred, admitted, forbidden.' },
      { kind: 'refused', line: 4, reason: 'It has no term.' },
    ]);
    await expect(read('x,y\n')).rejects.toMatchObject({ code: 'missing-side', details: { line: 1 } });
    expect(await read('x,y\n', 'en,note')).toMatchObject([{ kind: 'concept', line: 1 }]);
    for (const columns of ['note', 'fr,de', 'fr,fr-CA', 'fr,note,note']) {
      expect(() => parseTermColumns(columns, 'columns')).toThrow(expect.objectContaining({ code: 'bad-request' }));
    }
  });

  it.each(['csv', 'tsv'] as const)('is written as %s', async (kind) => {
    const [first] = await read(TABLE);
    if (first?.kind !== 'concept') throw new Error('the table was not read');
    const facts = { id: 1, termbaseId: 1, version: 1, createdAt: '', createdBy: '', changedAt: '', changedBy: '' };
    let text = '';
    for await (const line of writeTermTable([{ ...facts, ...first.entry }], kind)) text += line;
    const [, row] = text.split(/\r?\n/);
    expect(row?.split(kind === 'csv' ? ',' : '\t')).toEqual([
      'chapeau | chapô',
      'preferred | forbidden',
      'standfirst',
      'admitted',
      ...['', '', 'Texte court.', '', ''],
    ]);
  });
});
