import { describe, expect, it } from 'vitest';
import { validateTbx } from '../../../../memory/formats/tbx/validate/validate.ts';

/** The faults of a file as `line:column message`. */
async function faults(text: string): Promise<readonly string[]> {
  const found = await validateTbx([text], 'x.tbx');
  return found.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const ABOUT = '<fileDesc><sourceDesc><p>Press</p></sourceDesc></fileDesc>';

function version2(entries: string, type = 'TBX-Basic', back = ''): string {
  return (
    `<martif type="${type}" xml:lang="en"><martifHeader>${ABOUT}</martifHeader><text><body>\n` +
    `${entries}\n</body>${back}</text></martif>`
  );
}

function entry(term: string, about = ''): string {
  return `<termEntry id="c1">${about}\n<langSet xml:lang="fr"><tig>${term}</tig></langSet></termEntry>`;
}

const TERM = '<term>port</term>';

describe('validateTbx', () => {
  it('has nothing against valid files of each kind', async () => {
    const facts = '<termNote type="partOfSpeech">noun</termNote><descrip type="context">Le port.</descrip>';
    expect(await faults(version2(entry(TERM + facts)))).toEqual([]);
    const version3 = (style: string, facts3: string) =>
      `<tbx type="TBX-Basic" style="${style}" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:m="urn:m">` +
      `<tbxHeader>${ABOUT}</tbxHeader><text><body><conceptEntry id="c1"><langSec xml:lang="fr"><termSec>` +
      `${TERM}${facts3}</termSec></langSec></conceptEntry></body></text></tbx>`;
    expect(await faults(version3('dca', facts))).toEqual([]);
    expect(await faults(version3('dct', '<m:partOfSpeech>noun</m:partOfSpeech>'))).toEqual([]);
    expect(
      await faults(
        '<TBX dialect="TBX-Min"><header><id>p</id><languages source="fr" target="en"/></header><body><entry id="c1">' +
          `<langGroup xml:lang="fr"><termGroup>${TERM}<partOfSpeech>noun</partOfSpeech></termGroup></langGroup>` +
          '</entry></body></TBX>',
      ),
    ).toEqual([]);
  });

  it.each([
    ['an entry without a language', '<termEntry id="c1"/>', '2:1 <termEntry id="c1"> lacks <langSet>.'],
    [
      'facts in the wrong order',
      entry(`<termNote type="termType">acronym</termNote>${TERM}`),
      '3:24 <tig> lacks <term> before <termNote>.',
    ],
    ['a fact of no type', entry(`${TERM}<termNote>noun</termNote>`), '3:46 <termNote> lacks the attribute type.'],
    ['a term without text', entry('<term> </term>'), '3:29 <term> is empty.'],
    ['no language', entry(TERM).replace(' xml:lang="fr"', ''), '3:1 <langSet> lacks the attribute xml:lang.'],
    [
      'an id that is none',
      entry(TERM).replace('"c1"', '"1"'),
      '2:1 The attribute id of <termEntry id="1"> must be a name: a letter or _, then letters, digits, and - . _.',
    ],
    [
      'an id that is there twice',
      `${entry(TERM)}\n${entry(TERM)}`,
      '4:1 The id of <termEntry id="c1"> is there already in this file.',
    ],
    [
      'a reference to nothing',
      entry(TERM, '<ref type="crossReference" target="c9">quai</ref>'),
      '2:20 The target of <ref> is “c9”, and nothing in the file has that id.',
    ],
    [
      'a category that there is none of',
      entry(`${TERM}<termNote type="colour">red</termNote>`),
      '3:46 The type “colour” of <termNote> is none of TBX-Basic, which has administrativeStatus, geographicalUsage, grammaticalGender, grammaticalNumber, partOfSpeech, termLocation, termType there.',
    ],
    [
      'a value that its category does not have',
      entry(`${TERM}<termNote type="partOfSpeech">name</termNote>`),
      '3:46 The text of <termNote type="partOfSpeech"> must be one of noun, verb, adjective, adverb, properNoun, other.',
    ],
    [
      'a date',
      entry(
        TERM,
        '<transacGrp><transac type="transactionType">origination</transac><date>yesterday</date></transacGrp>',
      ),
      '2:85 The text of <date> must be a date in the calendar, as 2021-11-25.',
    ],
    ['no entries', '', '1:133 <body> lacks <termEntry>.'],
  ])('names the place of %s', async (_what, entries, fault) => {
    expect(await faults(version2(entries))).toContain(fault);
  });

  it('leaves categories to those who made them where the file is not TBX-Basic', async () => {
    expect(await faults(version2(entry(`${TERM}<termNote type="colour">red</termNote>`), 'TBX'))).toEqual([]);
  });

  it('finds what is referred to behind the entries', async () => {
    const who = '<transacNote type="responsibility" target="p1">Zoé</transacNote>';
    const transac = `<transacGrp><transac type="transactionType">origination</transac>${who}</transacGrp>`;
    const back =
      '<back><refObjectList type="respPerson"><refObject id="p1"><item>Zoé</item></refObject></refObjectList></back>';
    expect(await faults(version2(entry(TERM, transac), 'TBX-Basic', back))).toEqual([]);
  });

  it('names what is wrong with the file around the entries', async () => {
    expect(await faults('<terms/>')).toEqual([
      '1:1 The file is not TBX: it begins with <terms>, not one of <martif>, <tbx>, <TBX>.',
    ]);
    expect(await faults('<martif type="TBX" xml:lang="en"/>')).toEqual(['1:1 <martif> lacks <text>.']);
  });
});
