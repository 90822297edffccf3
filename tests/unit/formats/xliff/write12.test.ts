import { describe, expect, it } from 'vitest';
import { document, match, related, segment, writeAll } from './support.ts';

/** The `trans-unit` of the only segment. */
async function unit(exported: Parameters<typeof document>[0], options = {}): Promise<string> {
  const text = await writeAll([document(exported)], options);
  return /<trans-unit.*<\/trans-unit>/s.exec(text)?.[0] ?? '';
}

describe('writeXliff12', () => {
  it('writes the frame that tools open', async () => {
    const text = await writeAll([
      document([], { name: 'un & "deux".txt', provenance: { publication: 'La Gazette', credit: 'Traduit par nous.' } }),
      document([], { name: 'trois.txt' }),
    ]);
    expect(text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">\n' +
        '  <file original="un &amp; &quot;deux&quot;.txt" source-language="fr" target-language="en-GB" ' +
        'datatype="plaintext" tool-id="calque">\n' +
        '    <header><tool tool-id="calque" tool-name="Calque" tool-version="1.0"/>' +
        '<note from="Calque">La Gazette · Traduit par nous.</note></header>\n    <body>\n    </body>\n  </file>\n' +
        '  <file original="trois.txt" source-language="fr" target-language="en-GB" datatype="plaintext" ' +
        'tool-id="calque">\n    <header><tool tool-id="calque" tool-name="Calque" tool-version="1.0"/></header>\n' +
        '    <body>\n    </body>\n  </file>\n</xliff>\n',
    );
  });

  it('writes a reviewed segment', async () => {
    const reviewed = segment({ id: 42, target: ['The contract is signed.'], status: 'reviewed' });
    expect(await unit([{ segment: reviewed }])).toBe(
      '<trans-unit id="42" approved="yes" xml:space="preserve"><source xml:lang="fr">Le contrat est signé.</source>' +
        '<target xml:lang="en-GB" state="final">The contract is signed.</target></trans-unit>',
    );
  });

  it('marks a locked segment', async () => {
    expect(await unit([{ segment: segment({ locked: true }) }])).toMatch(
      /^<trans-unit id="1" translate="no" approved="no"/,
    );
  });

  it.each([
    ['heading', 'heading'],
    ['list-item', 'listitem'],
    ['quotation', 'x-quotation'],
  ] as const)('says of a %s what it is', async (block, restype) => {
    expect(await unit([{ segment: segment({ block }) }])).toMatch(
      new RegExp(`^<trans-unit id="1" restype="${restype}" approved="no"`),
    );
  });

  it('copies the source for tools that translate the target', async () => {
    const target = '<target xml:lang="en-GB" state="needs-translation">Le contrat est signé.</target>';
    expect(await unit([{ segment: segment() }], { copySource: true })).toContain(target);
    expect(await unit([{ segment: segment() }])).not.toContain('<target');
  });

  it('writes candidates best first, each with its kind, origin and provenance', async () => {
    const provenance = {
      publication: 'La Gazette',
      publishedOn: '2021-11-25',
      url: 'https://example.org/a?b&c',
      translator: 'Agence T',
    };
    const candidates = {
      matches: [
        match({ rate: 84, kind: 'fuzzy', target: ['Third.'], provenance }),
        match({ rate: 101, kind: 'context', target: ['First.'] }),
        match({
          rate: 99,
          kind: 'adapted',
          target: ['Second.'],
          adapted: [{ kind: 'number', from: '2020', to: '2021' }],
        }),
      ],
      related: [related({ target: ['Fourth.'] })],
      machine: [{ engine: 'DeepL', target: ['Fifth.'] }],
    };
    const source = '<source xml:lang="fr">Le contrat est signé.</source>';
    const written = await unit([{ segment: segment(), candidates }]);
    expect(written.match(/<alt-trans.*?<\/alt-trans>/gs)).toEqual([
      `<alt-trans match-quality="100" origin="Presse" tool-id="calque" extype="context" xml:space="preserve">${source}` +
        '<target xml:lang="en-GB">First.</target></alt-trans>',
      `<alt-trans match-quality="99" origin="Presse" tool-id="calque" extype="adapted" xml:space="preserve">${source}` +
        '<target xml:lang="en-GB">Second.</target><note from="Calque">Adapted: 2020 → 2021</note></alt-trans>',
      `<alt-trans match-quality="84" origin="Presse" tool-id="calque" extype="fuzzy" xml:space="preserve">${source}` +
        '<target xml:lang="en-GB">Third.</target><note from="Calque">La Gazette · 2021-11-25 · ' +
        'https://example.org/a?b&amp;c · Translated by Agence T.</note></alt-trans>',
      `<alt-trans origin="Presse" tool-id="calque" extype="related" xml:space="preserve">${source}` +
        '<target xml:lang="en-GB">Fourth.</target></alt-trans>',
      '<alt-trans origin="DeepL" tool-id="calque" extype="machine" xml:space="preserve">' +
        '<target xml:lang="en-GB">Fifth.</target></alt-trans>',
    ]);
  });

  it('never loses a draft: what does not stand in the target is the first candidate, once', async () => {
    const origin = { kind: 'match', match: 'fuzzy', rate: 80 } as const;
    const draft = segment({ target: ['Mine.'], status: 'draft', origin });
    const other = { matches: [match({ rate: 90, kind: 'fuzzy' })], related: [], machine: [] };
    const targets = async (candidates: typeof other, options = {}): Promise<readonly (string | undefined)[]> =>
      [...(await unit([{ segment: draft, candidates }], options)).matchAll(/<target[^>]*>([^<]*)/g)].map(
        ([, text]) => text,
      );
    expect(await targets(other)).toEqual(['Mine.', 'The contract is signed.']);
    const same = { ...other, matches: [match({ rate: 80, kind: 'fuzzy', target: ['Mine.'] })] };
    expect(await targets(same)).toEqual(['Mine.']);
    expect(await unit([{ segment: draft }])).toContain('<alt-trans match-quality="80" origin="Calque"');
    expect(await targets(same, { fill: { fuzzy: 80 } })).toEqual(['Mine.', 'Mine.']);
  });

  it('reads segments as they come', async () => {
    async function* segments() {
      yield { segment: segment({ id: 1 }) };
      yield { segment: segment({ id: 2 }) };
    }
    const text = await writeAll([{ ...document([]), segments: segments() }]);
    expect([...text.matchAll(/<trans-unit id="(\d+)"/g)].map(([, id]) => id)).toEqual(['1', '2']);
  });
});
