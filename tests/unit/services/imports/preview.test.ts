import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '../../../../memory/formats/tables/xlsx.ts';
import { previewTable } from '../../../../src/services/imports/preview.ts';

const CSV = 'Français;English;#\r\n"Le quai; fermé";The quay\r\nNavire;Ship;2\r\n';

async function* rows() {
  yield ['Le quai', 'The quay'];
}

describe('previewTable', () => {
  it('shows the first rows of a table, and what its first row says of the columns', async () => {
    const expected = [
      ['Français', 'English', '#'],
      ['Le quai; fermé', 'The quay', ''],
      ['Navire', 'Ship', '2'],
    ];
    expect(await previewTable(Buffer.from(CSV), 'a.csv')).toEqual({ rows: expected, columns: 'fr,en,-' });
    expect((await previewTable(gzipSync(CSV), 'a.csv.gz')).rows).toEqual(expected);
    expect(await previewTable(await writeWorkbook(['a', 'b'], rows()), 'a.xlsx')).toEqual({
      rows: [
        ['a', 'b'],
        ['Le quai', 'The quay'],
      ],
    });
  });

  it('reads no more than it shows, and cuts long cells', async () => {
    const { rows: shown } = await previewTable(Buffer.from(`${'x'.repeat(500)}\ty\n`.repeat(50)), 'a.tsv');
    expect(shown).toHaveLength(6);
    expect(shown[0]?.[0]).toHaveLength(200);
  });

  it.each([
    ['a.tmx', '<tmx/>', 'unsupported-format'],
    ['a.csv', '', 'empty-text'],
    ['a.csv', '"never closed', 'ill-formed-file'],
    ['a.xlsx', 'no workbook', 'ill-formed-file'],
  ])('refuses %s that is %j', async (name, text, code) => {
    await expect(previewTable(Buffer.from(text), name)).rejects.toMatchObject({ code });
  });
});
