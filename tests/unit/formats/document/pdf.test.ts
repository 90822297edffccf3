import { describe, expect, it } from 'vitest';
import { type PdfLine, pdf } from '../../../support/pdf.ts';
import { blocksOf, errorOf, read } from './support.ts';

/** Lines one below the other from the top, 14 points apart; an empty one leaves a gap. */
function lines(...texts: readonly string[]): PdfLine[] {
  return texts.flatMap((text, at) => (text === '' ? [] : [{ text, x: 72, y: 720 - 14 * at }]));
}

describe('PDF', () => {
  it('joins lines into paragraphs and broken words into whole ones', async () => {
    const document = await read(
      pdf([
        [
          { text: 'Le port rouvre', x: 72, y: 780, size: 20 },
          ...lines(
            'Le port de Port-Lannec ouvrira le 14 avril une ligne de ferry inter-',
            'nationale vers Wexcombe. La ligne fonctionnera-t-',
            'elle en hiver ? La compagnie dit qu’elle en décidera en octobre.',
            '',
            'Les riverains du quai nord s’inquiètent de la circulation et des bruits.',
            '• Un hall en mars.',
          ),
        ],
      ]),
      'a.pdf',
    );
    expect(blocksOf(document)).toEqual([
      'headline Le port rouvre',
      'paragraph Le port de Port-Lannec ouvrira le 14 avril une ligne de ferry internationale vers Wexcombe. La ligne fonctionnera-t-elle en hiver ? La compagnie dit qu’elle en décidera en octobre.',
      'paragraph Les riverains du quai nord s’inquiètent de la circulation et des bruits.',
      'list-item Un hall en mars.',
    ]);
  });

  it('leaves out what the pages repeat, and goes on over the page', async () => {
    const page = (number: number, ...texts: string[]): PdfLine[] => [
      { text: 'Le Port en ligne', x: 72, y: 800, size: 9 },
      ...lines(...texts),
      { text: `Page ${number} sur 3`, x: 72, y: 40, size: 9 },
    ];
    const document = await read(
      pdf([
        page(1, 'La traversée de 187,5 kilomètres durera quatre heures et sera assurée'),
        page(2, 'six jours par semaine.', '', 'Une voiture coûtera 129 € l’aller.'),
        page(3, 'Le premier hall sera prêt.'),
      ]),
      'a.pdf',
    );
    expect(blocksOf(document)).toEqual([
      'paragraph La traversée de 187,5 kilomètres durera quatre heures et sera assurée six jours par semaine.',
      'paragraph Une voiture coûtera 129 € l’aller.',
      'paragraph Le premier hall sera prêt.',
    ]);
    expect(document.warnings.map(({ code }) => code)).toEqual(['repeated-lines-left-out']);
  });

  it('says what its properties say, and names pages without text', async () => {
    const pages = [lines('Le port rouvre ses portes.'), []];
    const document = await read(pdf(pages, '', '/Title(Le port)/Author(Agence Nord)'), 'a.pdf');
    expect(document.details.provenance).toEqual({ title: 'Le port', author: 'Agence Nord' });
    expect(document.warnings).toEqual([
      { code: 'pages-without-text', message: 'No text was found on page 2 of a.pdf.' },
    ]);
    const untitled = await read(pdf([lines('Le port.')], '', '/Title(Microsoft Word - port.docx)'), 'a.pdf');
    expect(untitled.details.provenance).toEqual({});
  });

  it.each([
    ['is encrypted', () => pdf([lines('Le port.')], ENCRYPTED), 'unsupported-format', 'password'],
    ['has ten thousand pages', () => pdf(Array.from({ length: 10_000 }, () => [])), 'too-large', '10000 pages'],
    ['is only pictures', () => pdf([[], []]), 'empty-text', 'OCR'],
    ['is damaged', () => Buffer.from('%PDF-1.4\nnothing of the kind'), 'ill-formed-file', 'damaged'],
  ])('is refused when it %s', async (_, make, code, says) => {
    const error = await errorOf(read(make(), 'a.pdf'));
    expect(error).toMatchObject({ code, details: { where: 'a.pdf' } });
    expect(error.message).toContain(says);
  });
});

/** A password that is not empty; what it is does not matter. */
const ENCRYPTED = `/ID[<${'0'.repeat(32)}><${'0'.repeat(32)}>]/Encrypt<</Filter/Standard/V 1/R 2/O<${'1'.repeat(64)}>/U<${'2'.repeat(64)}>/P -44>>`;
