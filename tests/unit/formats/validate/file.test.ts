import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { validateFile } from '../../../../memory/formats/validate/file.ts';

/** The faults of a file as `line:column message`. */
async function faults(name: string, text: string | Uint8Array): Promise<readonly string[]> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const found = await validateFile({
    name,
    async *open() {
      yield bytes;
    },
  });
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const XLIFF =
  '<xliff version="1.2"><file original="a" source-language="fr" datatype="plaintext"><body></body></file></xliff>';

describe('validateFile', () => {
  it('knows a format by its root element, packed or not', async () => {
    expect(await faults('a.xlf', XLIFF)).toEqual([]);
    expect(await faults('a.xlf.gz', gzipSync(XLIFF))).toEqual([]);
    expect(await faults('a.tmx', '<tmx version="1.4"/>')).toEqual(['1:1 <tmx> lacks <body>.']);
    expect(await faults('a.tbx', '<martif type="TBX" xml:lang="en"/>')).toEqual(['1:1 <martif> lacks <text>.']);
  });

  it('refuses what is none of them, or another than its name says', async () => {
    expect(await faults('a.xml', '<!-- a -->\n <html/>')).toEqual([
      '2:2 The file is neither XLIFF nor TMX nor TBX: it begins with <html>.',
    ]);
    expect(await faults('a.tmx', XLIFF)).toEqual(['1:1 The file is XLIFF, while its name says that it is TMX.']);
  });

  it('has for a fault what cannot be read', async () => {
    expect(await faults('a.tmx', '%PDF-1.7')).toEqual(['1:1 a.tmx is a PDF document, not XML.']);
    expect(await faults('a.tmx', '\n\n  plain text')).toEqual([expect.stringMatching(/^3:\d+ /)]);
    expect(await faults('a.tmx.gz', gzipSync(XLIFF).subarray(0, 40))).toEqual([
      '1:1 a.tmx.gz cannot be unpacked: what is packed in it is damaged or cut off.',
    ]);
    expect(await faults('a.tmx', '<!DOCTYPE tmx [<!ENTITY a "aaaa">]>\n<tmx version="1.4">&a;</tmx>')).toContain(
      '2:23 an entity other than &amp; &lt; &gt; &quot; &apos; is used.',
    );
  });
});
