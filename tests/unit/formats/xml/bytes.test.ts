import { describe, expect, it } from 'vitest';
import { decodeXml } from '../../../../memory/formats/xml/bytes.ts';

async function decode(...chunks: (Uint8Array | string)[]): Promise<string> {
  let text = '';
  for await (const piece of decodeXml(chunks, 'a.xml')) text += piece;
  return text;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const single = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let index = 0; index < text.length; index++) view.setUint16(index * 2, text.charCodeAt(index), littleEndian);
  return bytes;
}

const XML = '<a>L’été 😀</a>';

describe('decodeXml', () => {
  it('reads UTF-8 by default and with a mark', async () => {
    expect(await decode(utf8(XML))).toBe(XML);
    expect(await decode(utf8(`\uFEFF${XML}`))).toBe(XML);
  });

  it.each([true, false])('reads UTF-16 with and without a mark (little endian: %s)', async (littleEndian) => {
    expect(await decode(utf16(`\uFEFF${XML}`, littleEndian))).toBe(XML);
    expect(await decode(utf16(XML, littleEndian))).toBe(XML);
  });

  it('reads the encoding that the declaration names', async () => {
    const declaration = "<?xml version='1.0' encoding='Windows-1252'?>";
    const long = ' '.repeat(300);
    expect(await decode(single(`${declaration}<a>\u0092\xE9</a>`))).toBe(`${declaration}<a>’é</a>`);
    expect(await decode(single(`${declaration}<a>${long}`), single('\x80</a>'))).toBe(`${declaration}<a>${long}€</a>`);
  });

  it('reads UTF-8 that says it is UTF-16', async () => {
    const xml = `<?xml version="1.0" encoding="utf-16"?>${XML}`;
    expect(await decode(utf8(xml))).toBe(xml);
  });

  it('passes text through', async () => {
    expect(await decode('<a>', '</a>')).toBe('<a></a>');
  });

  it('gives nothing for nothing', async () => {
    expect(await decode()).toBe('');
    expect(await decode(new Uint8Array())).toBe('');
  });

  it('refuses bytes that are not in the encoding, with the line, also across chunks', async () => {
    const filler = `<a>\n${'é'.repeat(300)}\n`;
    const fault = { code: 'not-utf8', details: { where: 'a.xml', line: 3 } };
    await expect(decode(single('<a>\n\n\xE9t\xE9</a>'))).rejects.toMatchObject(fault);
    await expect(decode(utf8(filler), single('\xE9t\xE9'))).rejects.toMatchObject(fault);
    await expect(decode(utf8(filler), single('\xC3'), single('x'))).rejects.toMatchObject(fault);
    await expect(decode(utf8(filler), single('\xC3'))).rejects.toMatchObject(fault);
  });

  it('refuses an encoding it does not know, and archives', async () => {
    await expect(decode(utf8('<?xml version="1.0" encoding="EBCDIC-FR"?><a/>'))).rejects.toMatchObject({
      code: 'unsupported-format',
      message: expect.stringContaining('ebcdic-fr'),
    });
    await expect(decode(single('PK\x03\x04 word/document.xml'))).rejects.toMatchObject({
      code: 'not-text',
      message: expect.stringContaining('Word'),
    });
  });
});
