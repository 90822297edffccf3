import { describe, expect, it } from 'vitest';
import { validateXliff } from '../../../../memory/formats/xliff/validate/validate.ts';
import { writeXliff20 } from '../../../../memory/formats/xliff/write20.ts';
import type { InlineContent } from '../../../../memory/model/inline.ts';
import { openXliff } from '../../../support/xliff.ts';
import { document, match, segment } from './support.ts';

type Documents = Parameters<typeof writeXliff20>[0];

/** What is written, found to be valid. */
async function written(documents: Documents): Promise<string> {
  let text = '';
  for await (const piece of writeXliff20(documents, { sourceLanguage: 'fr', targetLanguage: 'en-GB' })) text += piece;
  expect(await validateXliff([text], 'export.xlf')).toEqual([]);
  return text;
}

async function unit(exported: Parameters<typeof document>[0]): Promise<string> {
  return /<unit.*<\/unit>/s.exec(await written([document(exported)]))?.[0] ?? '';
}

/** Source and target as a reader finds them. */
async function readBack(source: InlineContent, target: InlineContent) {
  const text = await written([document([{ segment: segment({ source, target, status: 'confirmed' }) }])]);
  const [read] = openXliff(new TextEncoder().encode(text), 'export.xlf').documents[0]?.segments ?? [];
  return { source: read?.source, target: read?.target };
}

describe('writeXliff20', () => {
  it('writes the frame, with the provenance of a document as metadata', async () => {
    const provenance = { publication: 'La Gazette', credit: 'Traduit par nous.' };
    expect(await written([document([], { name: 'un & deux.txt', provenance })])).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n<xliff version="2.0" srcLang="fr" trgLang="en-GB" ' +
        'xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" ' +
        'xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0">\n  <file id="f1" original="un &amp; deux.txt">\n' +
        '    <mda:metadata><mda:metaGroup category="provenance"><mda:meta type="publication">La Gazette</mda:meta>' +
        '<mda:meta type="credit">Traduit par nous.</mda:meta></mda:metaGroup></mda:metadata>\n' +
        '    <group id="empty"/>\n  </file>\n</xliff>\n',
    );
  });

  it('says what a segment and a match are in their documents', async () => {
    const candidates = { matches: [match({ provenance: {}, block: 'caption' })], related: [], machine: [] };
    const text = await unit([{ segment: segment({ block: 'list-item' }), candidates }]);
    expect(text).toMatch(/^<unit id="u1" type="calque:list-item">/);
    expect(text).toContain('<mda:meta type="block">caption</mda:meta>');
  });

  it('is valid even with nothing to write', async () => {
    expect(await written([])).toContain('<group id="empty"/>');
  });

  it.each([
    ['reviewed', 'final'],
    ['confirmed', 'translated'],
    ['draft', 'initial'],
    ['rejected', 'initial'],
  ] as const)('writes a %s segment as %s', async (status, state) => {
    expect(await unit([{ segment: segment({ id: 42, target: ['Signed.'], status }) }])).toBe(
      `<unit id="u42"><segment id="s1" state="${state}"><source xml:space="preserve">Le contrat est signé.</source>` +
        '<target xml:space="preserve">Signed.</target></segment></unit>',
    );
  });

  it('marks a locked segment, and leaves out a target there is none of', async () => {
    expect(await unit([{ segment: segment({ locked: true }) }])).toMatch(
      /^<unit id="u1" translate="no"><segment id="s1" state="initial"><source[^>]*>[^<]*<\/source><\/segment>/,
    );
  });

  it('writes candidates with their rate and provenance', async () => {
    const candidates = {
      matches: [match({ rate: 85, provenance: { publication: 'La Gazette' } })],
      related: [],
      machine: [{ engine: 'DeepL', target: ['It is signed.'] }],
    };
    const text = await unit([{ segment: segment({}), candidates }]);
    expect(text).toContain('<mtc:match id="m1" ref="#s1" matchQuality="85" similarity="85"');
    expect(text).toContain('<mda:metaGroup category="provenance"><mda:meta type="publication">La Gazette</mda:meta>');
    expect(text).toContain(
      '<mtc:match id="m2" ref="#s1" origin="DeepL" type="mt" subType="calque:machine"><source xml:space="preserve">' +
        'Le contrat est signé.</source><target xml:space="preserve">It is signed.</target></mtc:match>',
    );
  });

  it('gives codes back, whatever their order', async () => {
    const bold = { form: 'open', id: '1', type: 'bold' } as const;
    const boldEnd = { form: 'close', id: '1' } as const;
    const source = [bold, 'gras', boldEnd, { form: 'standalone', id: '2', type: 'lb' }, 'a\u0007b'] as const;
    const target = [boldEnd, 'bold', bold] as const;
    expect(await readBack(source, [...source].reverse())).toMatchObject({ source });
    expect(await readBack(source, target)).toMatchObject({ source });
  });

  it('gives every code an id that is valid and its own', async () => {
    const source = [
      { form: 'standalone', id: 's1' },
      { form: 'standalone', id: 's1' },
      { form: 'open', id: 's1' },
      'x',
      { form: 'close', id: 's1' },
      { form: 'standalone', id: 'é & /' },
    ] as const;
    const read = await readBack(source, source);
    expect(read.target).toEqual(read.source);
    expect(new Set(read.source?.map((part) => (typeof part === 'string' ? part : part.id))).size).toBe(5);
  });
});
