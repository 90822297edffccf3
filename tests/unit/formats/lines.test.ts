import { describe, expect, it } from 'vitest';
import { readLines } from '../../../memory/formats/lines.ts';
import { CalqueError } from '../../../memory/model/errors.ts';

const WRONG = Uint8Array.of(0xe9);

async function read(chunks: readonly (string | Uint8Array)[]) {
  const lines: string[] = [];
  try {
    for await (const line of readLines(
      chunks.map((chunk) => Buffer.from(chunk)),
      'the text',
    )) {
      lines.push(line);
    }
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    return { lines, code: error.code, line: error.details.line };
  }
  return { lines };
}

describe('lines', () => {
  it('are given without what ends them, empty ones too, however their bytes are cut', async () => {
    const whole = Buffer.from('\uFEFFUn été.\r\n\n\uFEFFÀ Nîmes\n— rien');
    for (const size of [1, 2, 3, 5, 100]) {
      const chunks = [];
      for (let at = 0; at < whole.length; at += size) chunks.push(whole.subarray(at, at + size));
      expect(await read(chunks)).toEqual({ lines: ['Un été.', '', '\uFEFFÀ Nîmes', '— rien'] });
    }
    expect(await read([])).toEqual({ lines: [] });
  });

  it('are given up to the one that is not in UTF-8, which is named', async () => {
    const refused = (lines: readonly string[]) => ({ lines, code: 'not-utf8', line: lines.length + 1 });
    expect(await read([WRONG])).toEqual(refused([]));
    expect(await read(['un\ndeux\ntrois', WRONG, '\nquatre\n'])).toEqual(refused(['un', 'deux']));
    expect(await read(['un\ndeux\n', 'trois\n', WRONG])).toEqual(refused(['un', 'deux', 'trois']));
    expect(await read(['un\n', Buffer.from('é').subarray(0, 1)])).toEqual(refused(['un']));
  });

  it('have an end', async () => {
    const long = 'x'.repeat(600_000);
    expect(await read(['un\n', long, long, '\n'])).toEqual({ lines: ['un'], code: 'line-too-long', line: 2 });
    expect(await read(Array.from({ length: 6 }, () => long))).toMatchObject({ code: 'line-too-long', line: 1 });
  });
});
