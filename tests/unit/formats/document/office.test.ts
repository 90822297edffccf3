import { describe, expect, it } from 'vitest';
import { docx, odt, wordParagraph, wordRun, zip } from '../../../support/office.ts';
import { blocksOf, errorOf, read } from './support.ts';

const CORE = (fields: string) => ({
  name: 'docProps/core.xml',
  data: `<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="http://purl.org/dc/elements/1.1/">${fields}</cp:coreProperties>`,
});

describe('DOCX', () => {
  it('gives its blocks by their styles', async () => {
    const body = [
      wordParagraph('Le port rouvre', 'Titre'),
      wordParagraph('Deux étapes', 'Titre1'),
      wordParagraph(`${wordRun('Le quai ')}${wordRun('nord.')}`),
      wordParagraph('Le quai (Autorité portuaire)', 'Lgende'),
      wordParagraph('Nous attendons.', 'Citation'),
      wordParagraph(''),
    ].join('');
    const document = await read(docx(body), 'a.docx');
    expect(blocksOf(document)).toEqual([
      'headline Le port rouvre',
      'heading1 Deux étapes',
      'paragraph Le quai nord.',
      'caption Le quai (Autorité portuaire)',
      'quotation Nous attendons.',
    ]);
    expect(document.text).toContain('Le port rouvre\n\nDeux étapes\n\nLe quai nord.');
  });

  it('says what its properties say, and not what nobody entered', async () => {
    const body = wordParagraph('Le port rouvre.');
    const named = await read(
      docx(body, [CORE('<dc:title>Le port</dc:title><dc:creator>Rédaction</dc:creator>')]),
      'a.docx',
    );
    expect(named.details).toMatchObject({
      provenance: { title: 'Le port', author: 'Rédaction' },
      sources: { title: 'document properties' },
    });
    const nobody = await read(
      docx(body, [CORE('<dc:title/><dc:creator>Microsoft Office User</dc:creator>')]),
      'a.docx',
    );
    expect(nobody.details.provenance).toEqual({});
  });

  it('takes tracked changes as accepted, moved text too, and says so', async () => {
    const change = (element: string, runs: string) => `<w:${element} w:id="1" w:author="a">${runs}</w:${element}>`;
    const body =
      wordParagraph(
        `${wordRun('Le port ')}${change('ins', wordRun('rouvre'))}${change('del', wordRun('ferme', 'w:delText'))}${wordRun(' ici.')}`,
      ) +
      wordParagraph(`${change('moveFrom', wordRun('Avant.'))}${wordRun('Un.')}`) +
      wordParagraph(`${wordRun('Deux. ')}${change('moveTo', wordRun('Après.'))}`);
    const document = await read(docx(body), 'a.docx');
    expect(blocksOf(document)).toEqual(['paragraph Le port rouvre ici.', 'paragraph Un.', 'paragraph Deux. Après.']);
    expect(document.warnings).toEqual([
      {
        code: 'tracked-changes',
        message: 'a.docx has tracked changes (2 insertions, 2 deletions): they were taken as accepted.',
      },
    ]);
  });

  it.each([
    ['is a ZIP bomb', () => docx(`<w:p>${' '.repeat(200_000_000)}</w:p>`), 'too-large'],
    ['is nested without end', () => docx('<w:p>'.repeat(50_000)), 'ill-formed-xml'],
    [
      'expands entities',
      () => zip({ name: 'word/document.xml', data: '<!DOCTYPE a [<!ENTITY b "bbbb">]><a>&b;</a>' }),
      'ill-formed-xml',
    ],
    ['is cut off', () => docx(wordParagraph('Le port.')).subarray(0, 300), 'ill-formed-file'],
    ['is no Word document inside', () => zip({ name: 'word/document.xml', data: '<a/>' }), 'ill-formed-file'],
    ['has no text', () => docx(wordParagraph('')), 'empty-text'],
    ['leads out of the archive', () => docx('', [{ name: '../../etc/passwd', data: 'x' }]), 'ill-formed-file'],
  ])('is refused when it %s', async (_, make, code) => {
    expect(await errorOf(read(make(), 'a.docx'))).toMatchObject({ code, details: { where: 'a.docx' } });
  });
});

describe('ODT', () => {
  const styles =
    '<style:style style:name="P1" style:parent-style-name="Title"/><style:style style:name="P2" style:parent-style-name="Illustration"/><style:style style:name="P3" style:parent-style-name="Quotations"/>';

  it('gives its blocks by their styles, its notes at the end', async () => {
    const body = `<text:p text:style-name="P1">Le port rouvre</text:p>
      <text:h text:outline-level="1">Deux étapes</text:h>
      <text:p>Le<text:s text:c="2"/>quai <text:span>nord</text:span>.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Une note.</text:p></text:note-body></text:note></text:p>
      <text:p><draw:frame><draw:text-box><text:p text:style-name="P2">Le quai (Autorité portuaire)</text:p></draw:text-box></draw:frame></text:p>
      <text:p text:style-name="P3">Nous attendons.</text:p>
      <text:list><text:list-item><text:p>Un hall.</text:p></text:list-item></text:list>`;
    const document = await read(
      odt(body, styles, '<dc:title>Le port</dc:title><dc:language>fr-FR</dc:language>'),
      'a.odt',
    );
    expect(blocksOf(document)).toEqual([
      'headline Le port rouvre',
      'heading1 Deux étapes',
      'paragraph Le  quai nord.',
      'caption Le quai (Autorité portuaire)',
      'quotation Nous attendons.',
      'list-item Un hall.',
      'list-item Une note.',
    ]);
    expect(document.details).toMatchObject({ provenance: { title: 'Le port' }, language: 'fr-FR' });
  });

  it('takes tracked changes as accepted, and says so', async () => {
    const body = `<text:tracked-changes><text:changed-region><text:deletion><text:p>ferme</text:p></text:deletion></text:changed-region>
      <text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>
      <text:p>Le port <text:change-start/>rouvre<text:change-end/>.</text:p>`;
    const document = await read(odt(body), 'a.odt');
    expect(blocksOf(document)).toEqual(['paragraph Le port rouvre.']);
    expect(document.warnings[0]?.message).toBe(
      'a.odt has tracked changes (1 insertion, 1 deletion): they were taken as accepted.',
    );
  });

  it.each([
    ['is a ZIP bomb', () => odt(' '.repeat(100_000_000)), 'too-large'],
    ['is nested without end', () => odt('<text:p>'.repeat(50_000)), 'ill-formed-xml'],
    ['has no text', () => odt(''), 'empty-text'],
  ])('is refused when it %s', async (_, make, code) => {
    expect(await errorOf(read(make(), 'a.odt'))).toMatchObject({ code, details: { where: 'a.odt' } });
  });
});
