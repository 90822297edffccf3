import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type AlignedArticle, readArticlePair } from '../../../memory/alignment/article.ts';
import { CalqueError } from '../../../memory/model/errors.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../fixtures/articles/${name}`, import.meta.url)), 'utf8');
const HARBOUR = {
  fr: fixture('harbour.fr.txt'),
  en: fixture('harbour.en.txt'),
  followUp: fixture('harbour-followup.fr.txt'),
};

/** A text with its lines and sentences one a line, each by its first characters. */
function heads(article: AlignedArticle): string[] {
  return article.beads.map(({ kind, fr, en }) => `${kind} ${fr.slice(0, 22)} | ${en.slice(0, 22)}`);
}

function errorOf(act: () => unknown): CalqueError {
  try {
    act();
  } catch (error) {
    if (error instanceof CalqueError) return error;
  }
  throw new Error('it did not fail as it should');
}

describe('readArticlePair', () => {
  const article = readArticlePair(HARBOUR.fr, HARBOUR.en);

  it('gives every sentence its partner', () => {
    expect(heads(article)).toMatchInlineSnapshot(`
      [
        "1–1 Aller au contenu princ | Skip to main content",
        "1–1 Une nouvelle ligne de  | New ferry line to link",
        "1–1 La traversée durera qu | The crossing will take",
        "1–1 Le quai nord de Port-L | The north quay of Port",
        "1–1 Le port de Port-Lannec | The port of Port-Lanne",
        "1–1 La traversée de 187,5  | The 187.5-kilometre cr",
        "1–1 Les billets seront mis | Tickets go on sale on ",
        "1–1 Une voiture coûtera 12 | A car will cost €129 e",
        "2–1 Construit en 2019, le  | The ship, which was bu",
        "1–1 Port de plaisance : «  | Marina: “The north qua",
        "1–1 Lire | Read",
        "1–2 Une porte-parole du po | A spokesperson for the",
        "1–1 Elle a ajouté que 140  | She added that 140 job",
        "1–1 Un terminal en deux ét | A terminal in two stag",
        "1–1 Le nouveau terminal co | The new terminal will ",
        "1–1 Son premier hall sera  | Its first hall will be",
        "1–1 Le second, avec un res | The second, with a res",
        "1–1 Selon une étude comman | According to a study c",
        "1–1 L’ancienne ligne en av | The old line carried 6",
        "1–1 Les riverains du quai  | Residents of the north",
        "1–1 Leur association a dem | Their association has ",
        "1–1 Contactée mardi, la ma | Contacted on Tuesday, ",
        "1–1 La ligne fonctionnera- | Will the line run in w",
        "1–1 La compagnie dit qu’el | The company says it wi",
        "1–1 À Wexcombe, le bureau  | In Wexcombe, the harbo",
        "1–1 Le premier départ est  | The first departure is",
        "1–1 Traduit de l’anglais ( | Translated from Englis",
        "1–1 Le Port en ligne publi | Le Port en ligne publi",
        "1–1 Pour reprendre cet art | To republish this arti",
      ]
    `);
  });

  it('leaves one of the two captions alone, and nothing else', () => {
    expect(article.unaligned).toEqual({
      fr: ['Le quai nord de Port-Lannec, où le nouveau terminal est en construction (Autorité portuaire)'],
      en: [],
    });
  });

  it('reads the headline and the credit note', () => {
    expect(article.provenance).toEqual({
      title: 'Une nouvelle ligne de ferry reliera Port-Lannec à Wexcombe dès le printemps',
      credit: 'Traduit de l’anglais (original) par Rédaction du Port.',
      translator: 'Rédaction du Port',
      originalLanguage: 'en',
    });
  });

  it('lets what is given win over what is read', () => {
    const given = { publication: 'Le Port en ligne', translator: 'La rédaction', publishedOn: '2023-01-30' };
    const { provenance } = readArticlePair(HARBOUR.fr, HARBOUR.en, given);
    expect(provenance).toMatchObject({ ...given, originalLanguage: 'en' });
  });

  it('cuts the beads from the texts as they stand', () => {
    for (const { fr, en } of article.beads) {
      expect(HARBOUR.fr).toContain(fr);
      expect(HARBOUR.en).toContain(en);
    }
  });

  it('reads a date header, on a line of its own or not', () => {
    const own = readArticlePair(
      `Publié le 25 novembre 2021\n\n${HARBOUR.fr}`,
      `Published 25 November 2021\n\n${HARBOUR.en}`,
    );
    expect(own.provenance.publishedOn).toBe('2021-11-25');
    expect(own.beads[0]).toMatchObject({ fr: 'Publié le 25 novembre 2021', en: 'Published 25 November 2021' });
    const inline = readArticlePair(` date 2021-11 ${HARBOUR.fr.replace(/^[^\n]*\n+/, '')}`, HARBOUR.en);
    expect(inline.provenance).toMatchObject({ publishedOn: '2021-11', title: article.provenance.title });
    expect(inline.unaligned.fr).toContain('date 2021-11');
  });

  it('reads the note of a French original', () => {
    const fr = 'La gare de Lyon rouvrira le 3 mars.\nLe chantier a coûté 14 millions d’euros.';
    const en =
      'Lyon station will reopen on 3 March.\nThe work cost €14 million.\nTranslated from the French by Agence Nord.';
    const { provenance, beads, unaligned } = readArticlePair(fr, en);
    expect(provenance).toMatchObject({ originalLanguage: 'fr', translator: 'Agence Nord' });
    expect(beads.map(({ kind }) => kind)).toEqual(['1–1', '1–1']);
    expect(unaligned.en).toEqual(['Translated from the French by Agence Nord.']);
  });

  it.each([
    ['fr', '', HARBOUR.en],
    ['en', HARBOUR.fr, ' \n\u00a0\n'],
  ])('refuses an empty %s side', (where, fr, en) => {
    expect(errorOf(() => readArticlePair(fr, en))).toMatchObject({ code: 'empty-text', details: { where } });
  });

  it('refuses two texts in one language, and says which side is wrong', () => {
    const french = errorOf(() => readArticlePair(HARBOUR.fr, HARBOUR.fr));
    expect(french).toMatchObject({ code: 'same-language', details: { where: 'en' } });
    const english = errorOf(() => readArticlePair(HARBOUR.en, HARBOUR.en));
    expect(english).toMatchObject({ code: 'same-language', details: { where: 'fr' } });
  });

  it('puts swapped sides right, and says so', () => {
    const swapped = readArticlePair(HARBOUR.en, HARBOUR.fr);
    expect(swapped.beads).toEqual(article.beads);
    expect(swapped.warnings).toEqual([
      expect.objectContaining({ code: 'sides-swapped', message: expect.stringContaining('changed places') }),
    ]);
    expect(article.warnings).toEqual([]);
  });

  it('refuses a text many times as long as the other', () => {
    const long = Array.from({ length: 10 }, (_, k) => HARBOUR.fr.replaceAll('Port-Lannec', `Port-Lannec ${k}`)).join(
      '\n',
    );
    expect(errorOf(() => readArticlePair(long, HARBOUR.en))).toMatchObject({
      code: 'unequal-texts',
      message: expect.stringMatching(/French text is 1[01] times as long as the English/),
      details: { where: 'en' },
    });
    const sentence = errorOf(() => readArticlePair('La traversée durera quatre heures.', HARBOUR.en));
    expect(sentence.code).toBe('unequal-texts');
  });

  it('refuses new coverage of the same story, though it repeats some sentences', () => {
    const error = errorOf(() => readArticlePair(HARBOUR.followUp, HARBOUR.en));
    expect(error.code).toBe('unrelated-texts');
  });

  it('refuses unrelated articles', () => {
    const other = [
      'Researchers have found a new species of frog in the mountains of Ecuador.',
      'The animal is two centimetres long and lives under leaves near streams.',
      'It was first heard at night by students who were recording insects.',
      'The team hopes that the valley will be protected before mining begins.',
      'A description appears this week in a zoological journal.',
    ].join('\n');
    const error = errorOf(() => readArticlePair(HARBOUR.fr, other));
    expect(error.code).toBe('unrelated-texts');
    expect(error.message).toContain('do not look like translations');
  });

  it('keeps what is aligned when one side is many times longer', () => {
    const lines = HARBOUR.en.split('\n').filter((line) => line !== '');
    const { beads, unaligned } = readArticlePair(HARBOUR.fr, lines.slice(5, 8).join('\n'));
    expect(beads.length).toBeGreaterThanOrEqual(3);
    expect(unaligned.fr.length).toBeGreaterThan(20);
  });
});

describe('readArticlePair on the article of Middle East Eye', () => {
  const files = ['articles/mee-2021-11.fr.txt', 'articles/mee-2021-11.en.txt'];

  it('gets every bead right', needsShared(...files), () => {
    const fr = readFileSync(sharedPath('articles/mee-2021-11.fr.txt'), 'utf8');
    const en = readFileSync(sharedPath('articles/mee-2021-11.en.txt'), 'utf8');
    const article = readArticlePair(fr, en);
    expect(heads(article)).toMatchInlineSnapshot(`
      [
        "1–1 Aller au contenu princ | Skip to main content",
        "1–1 Pegasus : la France pr | Pegasus: France planne",
        "1–1 Si cette information s | If this information pr",
        "1–1 Diffusion en direct su | Live internet broadcas",
        "1–1 Le gouvernement frança | The French government ",
        "1–1 Interrogé à ce sujet p | Asked about the matter",
        "1–1 Joseph Breham : « La r | Joseph Breham: "France",
        "1–1 Lire | Read",
        "1–2 Un porte-parole du bur | A spokesperson for the",
        "1–1 NSO Group s’est retrou | NSO Group has found it",
        "1–1 Selon eux, Pegasus a é | According to them, Peg",
        "1–1 Le mois dernier, le go | Last month, the US gov",
        "1–1 Avec l’Espagne et l’Al | With Spain and Germany",
        "1–1 La société NSO Group s | NSO Group stresses tha",
        "1–1 Elle refuse de nommer  | It refuses to name its",
        "1–1 Un logiciel espion isr | Blacklisted Israeli sp",
        "1–1 Lire | Read",
        "1–1 Selon MIT Technology R | According to MIT Techn",
        "1–1 MEE a sollicité une ré | MEE has sought a respo",
        "1–1 Si cette information s | If this information pr",
        "1–1 On ne sait pas quelles | It is not known which ",
        "1–1 En Espagne, El País a  | In Spain, El País repo",
        "1–1 En Allemagne, l’Office | In Germany, the Federa",
        "1–1 Traduit de l’anglais ( | Translated from Englis",
        "1–1 Middle East Eye propos | Middle East Eye offers",
        "1–1 Pour en savoir plus su | To find out more about",
        "1–1 Pour en savoir plus su | To find out more about",
      ]
    `);
    expect(article.unaligned.en).toEqual([]);
    expect(article.unaligned.fr.map((text) => text.slice(0, 19))).toEqual(['Diffusion en direct']);
    expect(article.beads.find(({ fr: text }) => text.startsWith('Traduit'))).toMatchObject({
      fr: 'Traduit de l’anglais (original) par VECTranslation.',
      en: 'Translated from English (original) by VECTranslation.',
    });
    expect(article.provenance).toMatchObject({
      originalLanguage: 'en',
      translator: 'VECTranslation',
      credit: 'Traduit de l’anglais (original) par VECTranslation.',
    });
    expect(article.provenance.title?.startsWith('Pegasus')).toBe(true);
  });
});
