import { describe, expect, it } from 'vitest';
import { docx, odt, wordParagraph, zip } from '../../../support/office.ts';
import { pdf } from '../../../support/pdf.ts';
import { errorOf, read } from './support.ts';

const PAGE = '<!doctype html><title>Le port</title><p>Le port rouvre.</p>';
const DOCX = docx(wordParagraph('Le port rouvre.'));
const ODT = odt('<text:p>Le port rouvre.</text:p>');
const PDF = pdf([[{ text: 'Le port rouvre.', x: 72, y: 700 }]]);

describe('the kind of a document', () => {
  it.each([
    ['text', 'Le port rouvre.', 'a.txt'],
    ['text', 'Le port rouvre.', 'Standard input'],
    ['markdown', '# Le port\n', 'a.md'],
    ['html', PAGE, 'page'],
    ['html', '<p>Le port rouvre.</p>', 'a.htm'],
    ['docx', DOCX, 'a.docx'],
    ['docx', DOCX, 'Standard input'],
    ['odt', ODT, 'a.odt'],
    ['pdf', PDF, 'a.pdf'],
  ])('is %s by its content', async (format, content, name) => {
    expect((await read(content, name)).format).toBe(format);
  });

  it.each([
    ['article.docx', PAGE, 'an HTML page', 'a Word document (DOCX)', '.html'],
    ['article.pdf', DOCX, 'a Word document (DOCX)', 'a PDF document', '.docx'],
    ['article.txt', PDF, 'a PDF document', 'plain text', '.pdf'],
    ['article.odt', 'Le port rouvre.', 'plain text', 'an OpenDocument text (ODT)', '.txt'],
    ['article.html', 'Le port rouvre.', 'plain text', 'an HTML page', '.txt'],
  ])('is an error where the name %s says something else', async (name, content, is, says, ending) => {
    const error = await errorOf(read(content, name));
    expect(error).toMatchObject({ code: 'ill-formed-file', details: { where: name } });
    for (const part of [is, says, ending]) expect(error.message).toContain(part);
  });

  it.each([
    ['an RTF document', '{\\rtf1 Le port}'],
    ['a ZIP archive', zip({ name: 'a.txt', data: 'Le port' })],
    ['an Excel workbook (XLSX)', zip({ name: 'xl/workbook.xml', data: '<x/>' })],
    ['an XML file', '<?xml version="1.0"?><tmx version="1.4"/>'],
    ['a PNG image', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a)],
  ])('is not read: %s', async (what, content) => {
    const error = await errorOf(read(content, 'a'));
    expect(error.code).toBe('unsupported-format');
    expect(error.message).toContain(what);
  });
});
