import { describe, expect, it } from 'vitest';
import { errorOf, read } from './support.ts';

const TEXT = 'L’été à Port-Lannec : 45,90 €, un cœur.\n';

/** The text in an encoding of one byte a character. */
function bytesIn(encoding: string, text: string): Uint8Array {
  const decoder = new TextDecoder(encoding);
  const table = new Map<string, number>();
  for (let byte = 0; byte < 256; byte++) table.set(decoder.decode(Uint8Array.of(byte), { stream: true }), byte);
  return Uint8Array.from(text, (character) => table.get(character) ?? 0x3f);
}

describe('the encoding of a document', () => {
  it.each([
    ['UTF-8', new TextEncoder().encode(TEXT)],
    ['UTF-8 with a byte order mark', new TextEncoder().encode(`\uFEFF${TEXT}`)],
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ])('is read from %s without a word', async (_, bytes) => {
    expect(await read(bytes, 'a.txt')).toMatchObject({ text: TEXT, warnings: [] });
  });

  it('is guessed as Windows-1252 with a warning that shows a line', async () => {
    const { text, warnings } = await read(bytesIn('windows-1252', TEXT), 'a.txt');
    expect(text).toBe(TEXT);
    expect(warnings).toEqual([{ code: 'encoding-guessed', message: expect.stringContaining('Windows-1252') }]);
    expect(warnings[0]?.message).toContain('“L’été à Port-Lannec');
  });

  it('is guessed as ISO-8859-15 where that gives œ and €', async () => {
    const text = "L'été coûte 45 €, un cœur.\n";
    const read15 = await read(bytesIn('iso-8859-15', text), 'a.txt');
    expect(read15.text).toBe(text);
    expect(read15.warnings[0]?.message).toContain('ISO-8859-15');
  });

  it('is not guessed where no guess gives French or English letters', async () => {
    const error = await errorOf(read(bytesIn('macintosh', 'Les élèves étaient déjà là.'.repeat(5)), 'mac.txt'));
    expect(error).toMatchObject({ code: 'not-utf8', details: { where: 'mac.txt', line: 1 } });
    expect((await errorOf(read(bytesIn('windows-1251', 'Порт открыт снова'), 'ru.txt'))).code).toBe('not-utf8');
  });

  it('is believed where a page declares it', async () => {
    const page = `<html><head><meta charset="iso-8859-15"></head><body><p>${TEXT}</p></body></html>`;
    const { text, warnings } = await read(bytesIn('iso-8859-15', page), 'a.html');
    expect(text).toContain('cœur');
    expect(warnings.filter(({ code }) => code.startsWith('encoding'))).toEqual([]);
  });

  it('is UTF-8 where a page in UTF-8 still declares another, with a warning', async () => {
    const page = `<html><head><meta charset="iso-8859-1"></head><body><p>${TEXT}</p></body></html>`;
    const { text, warnings } = await read(page, 'a.html');
    expect(text).toContain('L’été');
    expect(warnings).toContainEqual({ code: 'encoding-corrected', message: expect.stringContaining('iso-8859-1') });
  });

  it('is refused where nobody knows the one that is declared', async () => {
    const page = bytesIn('windows-1252', `<meta charset="x-klingon"><p>${TEXT}</p>`);
    expect((await errorOf(read(page, 'a.html'))).code).toBe('unsupported-format');
  });
});
