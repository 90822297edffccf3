import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Language } from '../../../memory/model/language.ts';
import { pageFurniture } from '../../../memory/text/page-furniture.ts';
import { segmentText } from '../../../memory/text/segmentation/segmentation.ts';
import { HARBOUR } from '../../support/fixtures.ts';
import { needsShared, sharedPath } from '../../support/shared.ts';

/** What of a text is furniture. */
function furnitureOf(text: string, language: Language): readonly string[] {
  const segments = segmentText(text, language);
  const places = pageFurniture(segments);
  return segments.filter((_, place) => places.has(place)).map((segment) => segment.text.replaceAll('\u00a0', ' '));
}

describe('the furniture of a pasted page', () => {
  it('is the skip link, and the teaser above its label', () => {
    expect(furnitureOf(HARBOUR.fr, 'fr')).toEqual([
      'Aller au contenu principal',
      'Port de plaisance : « Le quai nord restera fermé aux pêcheurs à la ligne jusqu’à l’été »',
      'Lire',
    ]);
    expect(furnitureOf(HARBOUR.en, 'en')).toEqual([
      'Skip to main content',
      'Marina: “The north quay will remain closed to anglers until the summer”',
      'Read',
    ]);
  });

  it.each([
    'Share',
    'Share this article',
    'Partager sur Facebook',
    'Copier le lien',
    'Follow us on WhatsApp',
    'Advertisement',
    'Publicité',
    '12 comments',
    '5 min read',
    'Temps de lecture : 4 minutes',
    'Passer directement au contenu',
    'We use cookies to give you the best experience. You can change your settings at any time.',
    'Nous et nos partenaires utilisons des cookies pour mesurer l’audience de ce site.',
    'En poursuivant votre navigation, vous acceptez l’utilisation de cookies.',
    'Tout accepter',
    'Sign up for our daily newsletter',
    'Inscrivez-vous à notre newsletter',
    'Read more: Port authority sells the old ferry',
    'À lire aussi : L’ancien ferry est vendu',
    'LIRE AUSSI | L’ancien ferry est vendu',
    'Most read',
    'Les plus lus',
  ])('is the line “%s”', (line) => {
    expect(furnitureOf(line, 'fr')).not.toEqual([]);
    expect(segmentText(line, 'fr')).toHaveLength(furnitureOf(line, 'fr').length);
  });

  it('is the one headline below a label, and the list below one for several', () => {
    const text = (label: string) =>
      `${label}\nL’ancien ferry est vendu\nUn terminal en deux étapes\nIl sera prêt en mars.`;
    expect(furnitureOf(text('À lire aussi'), 'fr')).toEqual(['À lire aussi', 'L’ancien ferry est vendu']);
    expect(furnitureOf(text('Sur le même sujet :'), 'fr')).toEqual([
      'Sur le même sujet :',
      'L’ancien ferry est vendu',
      'Un terminal en deux étapes',
    ]);
  });

  it.each([
    'Partager le pouvoir',
    'Publicité mensongère',
    'Read the small print',
    'Cookies and tea were served.',
    'Le site utilise des cookies, a reconnu la société.',
    'Share prices fell.',
    'Lire est un plaisir.',
    'Close the door',
    'Related charges were dropped.',
    'X',
  ])('is not “%s”, unless it stands as a label', (line) => {
    expect(furnitureOf(line, 'en')).toEqual(line === 'X' ? ['X'] : []);
  });

  it('is never the headline of the article, even above the label', () => {
    expect(furnitureOf('La ligne rouvre\nLire\nLe port a rouvert lundi.', 'fr')).toEqual(['Lire']);
  });

  it('is in no sentence of news', needsShared('corpora/news-dev.tsv'), () => {
    const lines = readFileSync(sharedPath('corpora/news-dev.tsv'), 'utf8').split('\n');
    for (const [place, language] of (['en', 'fr'] as const).entries()) {
      const found = lines.flatMap((line) => furnitureOf(line.split('\t')[place] ?? '', language));
      expect(found).toEqual([]);
    }
  });
});
