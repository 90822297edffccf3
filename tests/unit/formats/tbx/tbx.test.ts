import { describe, expect, it } from 'vitest';
import type { TbxEntry } from '../../../../memory/formats/tbx/read.ts';
import { readTbx } from '../../../../memory/formats/tbx/read.ts';
import { validateTbx } from '../../../../memory/formats/tbx/validate/validate.ts';
import { writeTbx } from '../../../../memory/formats/tbx/write.ts';
import type { Concept } from '../../../../memory/model/concept.ts';
import { factText } from '../../../../memory/model/concept.ts';
import { changedConcept } from '../../../../memory/model/edit-entry.ts';
import { termStatus } from '../../../../memory/model/term-status.ts';
import { NO_MATTER } from '../../../../memory/model/termbase-matter.ts';

async function read(text: string): Promise<readonly TbxEntry[]> {
  const entries: TbxEntry[] = [];
  for await (const entry of readTbx([text], 'terms.tbx')) entries.push(entry);
  return entries;
}

async function concepts(text: string): Promise<readonly Concept[]> {
  return (await read(text)).flatMap((entry) => (entry.kind === 'concept' ? [entry.concept] : []));
}

async function write(given: readonly Concept[], version: 2 | 3): Promise<string> {
  let text = '';
  for await (const piece of writeTbx(given, { title: 'Presse & "Cie"', version })) text += piece;
  return text;
}

const CONCEPT: Concept = {
  id: 'c1',
  facts: [
    { element: 'descrip', type: 'subjectField', text: 'presse' },
    {
      element: 'descrip',
      type: 'definition',
      text: 'Qui ouvre un article & le résume.',
      about: [{ element: 'admin', type: 'source', text: 'Manuel' }],
    },
  ],
  languages: [
    {
      language: 'fr',
      facts: [],
      terms: [
        {
          id: 't1',
          text: 'chapeau',
          facts: [
            { element: 'termNote', type: 'partOfSpeech', text: 'noun' },
            { element: 'termNote', type: 'administrativeStatus', text: 'preferredTerm-admn-sts' },
          ],
        },
        {
          text: 'chapô',
          marked: ['cha', { name: 'hi', content: ['pô'] }],
          facts: [{ element: 'note', text: 'jargon' }],
        },
      ],
    },
    { language: 'en', facts: [], terms: [{ text: 'standfirst', facts: [] }] },
  ],
};

const V2 =
  '<martif type="TBX-Basic"><text><body><termEntry id="c1"><descrip type="subjectField">presse</descrip>' +
  '<descripGrp><descrip type="definition">Qui ouvre un article &amp; le résume.</descrip><admin type="source">Manuel</admin></descripGrp>' +
  '<langSet xml:lang="fr"><ntig><termGrp><term id="t1">chapeau</term><termNote type="partOfSpeech">noun</termNote>' +
  '<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></termGrp></ntig>' +
  '<tig><term>cha<hi>pô</hi></term><note>jargon</note></tig></langSet><langSet lang="en"><tig><term>standfirst</term></tig></langSet>' +
  '</termEntry></body></text></martif>';

const DCA = V2.replace(
  '<martif type="TBX-Basic">',
  '<tbx style="dca" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2">',
)
  .replace('/martif>', '/tbx>')
  .replaceAll('termEntry', 'conceptEntry')
  .replaceAll('langSet', 'langSec')
  .replaceAll(/<\/?termGrp>/g, '')
  .replaceAll(/n?tig>/g, 'termSec>');

const DCT = DCA.replace('style="dca"', 'style="dct" xmlns:min="min" xmlns:basic="basic"').replaceAll(
  /<(?:descrip|admin|termNote) type="(\w+)">([^<]*)<\/(?:descrip|admin|termNote)>/g,
  '<basic:$1>$2</basic:$1>',
);

describe('readTbx', () => {
  it.each([
    ['TBX 2', V2],
    ['TBX 3, DCA', DCA],
    ['TBX 3, DCT', DCT],
  ])('reads %s', async (_, text) => {
    expect(await concepts(text)).toEqual([CONCEPT]);
  });

  it('reads TBX-Min', async () => {
    const [concept] = await concepts(
      '<TBX dialect="TBX-Min"><header><id>x</id></header><body><entry id="C1"><subjectField>presse</subjectField>' +
        '<langGroup xml:lang="en"><termGroup><term>lede</term><termStatus>notRecommended</termStatus><partOfSpeech>noun</partOfSpeech>' +
        '</termGroup></langGroup></entry></body></TBX>',
    );
    const [term] = concept?.languages[0]?.terms ?? [];
    expect(concept?.facts).toEqual([{ element: 'descrip', type: 'subjectField', text: 'presse' }]);
    expect(term?.text).toBe('lede');
    expect(term && termStatus(term)).toBe('forbidden');
    expect(factText(term?.facts ?? [], 'partOfSpeech')).toBe('noun');
  });

  it.each([
    ['preferredTerm-admn-sts', 'preferred'],
    ['admittedTerm-admn-sts', 'admitted'],
    ['deprecatedTerm-admn-sts', 'forbidden'],
    ['supersededTerm', 'forbidden'],
    ['constructor', 'admitted'],
  ])('reads the status %s as %s', (text, status) => {
    const facts = [{ element: 'termNote', type: 'administrativeStatus', text }] as const;
    expect(termStatus({ facts })).toBe(status);
  });

  it('refuses an entry without a term, naming its line, and a file that is no TBX', async () => {
    expect(await read('<martif>\n<termEntry><langSet xml:lang="fr"><tig/></langSet></termEntry></martif>')).toEqual([
      { kind: 'refused', line: 2, column: 1, reason: 'It has no term.' },
    ]);
    await expect(read('<tmx/>')).rejects.toMatchObject({ code: 'ill-formed-file', details: { line: 1 } });
    await expect(read('<martif>\n<a></martif>')).rejects.toMatchObject({ code: 'ill-formed-xml' });
  });
});

describe('writeTbx', () => {
  it.each([2, 3] as const)('writes version %s, which reads back as it was', async (version) => {
    const text = await write([CONCEPT], version);
    expect(await concepts(text)).toEqual([CONCEPT]);
    expect(await validateTbx([text], 'x.tbx')).toEqual([]);
    expect(text).toContain('<title>Presse &amp; "Cie"</title>');
  });

  it('gives every concept an id that can stand in the file', async () => {
    const term = { language: 'fr', facts: [], terms: [{ text: 'x', facts: [] }] };
    const given = ['c1', undefined, '1 2', 'c1'].map((id) => ({ ...(id && { id }), facts: [], languages: [term] }));
    expect((await concepts(await write(given, 2))).map(({ id }) => id)).toEqual(['c1', 'c2', 'c3', 'c4']);
  });
});

describe('what a file says of itself, and markup in its texts', () => {
  const OF_FILE =
    '<fileDesc><titleStmt><title>Presse</title><note>À revoir</note></titleStmt><publicationStmt><p>© Le Port</p></publicationStmt>' +
    '<sourceDesc><p xml:lang="fr">Manuel <hi type="italics">Le Port</hi>, 2020</p></sourceDesc></fileDesc>' +
    '<encodingDesc><p type="XCSURI">http://example.org/presse.xcs</p></encodingDesc>' +
    '<revisionDesc><change><p>2021-02-03 relu</p></change></revisionDesc>';
  const OBJECTS = '<refObject id="zoe"><item type="fn">Zoé</item></refObject>';
  const FILES = {
    2:
      `<martif type="TBX" xml:lang="fr"><martifHeader>${OF_FILE}</martifHeader><text><body><termEntry id="zoe">` +
      '<descrip type="definition" id="d1" datatype="text">Une molécule, <foreign xml:lang="la">sic</foreign>, <bpt i="1" type="bold">[</bpt>H<hi type="subscript">2</hi>O<ept i="1">]</ept><it pos="begin">(</it></descrip>' +
      '<langSet xml:lang="fr"><tig><term>H<hi type="subscript">2</hi>O</term><note>Dit <hi>eau</hi></note></tig></langSet>' +
      `</termEntry></body><back><refObjectList type="respPerson">${OBJECTS}</refObjectList></back></text></martif>`,
    3:
      `<tbx type="TBX" style="dca" xml:lang="fr" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader>${OF_FILE}</tbxHeader><text><body><conceptEntry id="zoe">` +
      '<descrip type="definition" id="d1" datatype="text">Une molécule, <foreign xml:lang="la">sic</foreign>, <sc id="1" type="bold">[</sc>H<hi type="subscript">2</hi>O<ec startRef="1">]</ec><sc isolated="yes">(</sc></descrip>' +
      '<langSec xml:lang="fr"><termSec><term>H<hi type="subscript">2</hi>O</term><note>Dit <hi>eau</hi></note></termSec></langSec>' +
      `</conceptEntry></body><back><refObjectSec type="respPerson">${OBJECTS}</refObjectSec></back></text></tbx>`,
  } as const;

  async function whole(text: string) {
    let matter = NO_MATTER;
    const concepts: Concept[] = [];
    for await (const entry of readTbx([text], 'terms.tbx', (told) => (matter = told))) {
      if (entry.kind === 'concept') concepts.push(entry.concept);
    }
    return { matter, concepts };
  }

  it('are read alike in both versions', async () => {
    const { matter, concepts } = await whole(FILES[2]);
    expect(await whole(FILES[3])).toEqual({ matter, concepts });
    expect(concepts[0]?.facts[0]).toMatchObject({ text: 'Une molécule, sic, [H2O](', id: 'd1', datatype: 'text' });
    expect(concepts[0]?.languages[0]?.terms[0]).toMatchObject({ text: 'H2O' });
  });

  it.each([2, 3] as const)('are written in version %i as they came, valid, and read again', async (version) => {
    const { matter, concepts } = await whole(FILES[version]);
    let text = '';
    for await (const piece of writeTbx(concepts, { title: 'Autre', version, matter })) text += piece;
    expect(await validateTbx([text], 'terms.tbx')).toEqual([]);
    for (const kept of [
      /<fileDesc>.*<\/fileDesc>/,
      /<revisionDesc>.*<\/revisionDesc>/,
      /<descrip .*<\/note>/,
      /<back>.*<\/back>/,
    ]) {
      const had = kept.exec(FILES[version])?.[0] ?? '';
      expect(text).toContain(had);
    }
    expect(text).toContain('<p type="XCSURI">http://example.org/presse.xcs</p>');
    const again = await whole(text);
    // The person is named already, so that the entry is not.
    expect(again.concepts).toEqual(concepts.map((concept) => ({ ...concept, id: 'c1' })));
    expect(again.matter).toEqual({ ...matter, encoding: [expect.anything(), ...matter.encoding] });
    let second = '';
    for await (const piece of writeTbx(again.concepts, { title: 'Autre', version, matter: again.matter }))
      second += piece;
    expect(second).toBe(text);
  });

  it('goes with the text it stands in', async () => {
    const { concepts } = await whole(FILES[2]);
    const [concept = CONCEPT] = concepts;
    const view = changedConcept(concept, { terms: [{ place: 0, language: 'fr', text: 'H2O', note: 'Dit autrement' }] });
    expect(view.languages[0]?.terms[0]?.marked).toBeDefined();
    expect(view.languages[0]?.terms[0]?.facts).toEqual([{ element: 'note', text: 'Dit autrement' }]);
    const renamed = changedConcept(concept, { definition: 'Eau.', terms: [{ place: 0, language: 'fr', text: 'eau' }] });
    expect(renamed.languages[0]?.terms[0]).not.toHaveProperty('marked');
    expect(renamed.facts[0]).not.toHaveProperty('marked');
  });

  it('is read of TBX-Min in the words of the others', async () => {
    const text =
      '<TBX dialect="TBX-Min"><header><id>Presse</id><description>Un essai</description><creator>Zoé</creator></header><body/></TBX>';
    const { matter } = await whole(text);
    let written = '';
    for await (const piece of writeTbx([], { title: 'Autre', matter })) written += piece;
    expect(written).toContain('<title>Presse</title>');
    expect(written).toContain('<sourceDesc><p>Un essai</p><p>creator: Zoé</p></sourceDesc>');
  });
});
