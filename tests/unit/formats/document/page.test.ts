import { describe, expect, it } from 'vitest';
import { blocksOf, errorOf, read } from './support.ts';

const JSON_LD = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', name: 'Une autre chose' },
    {
      '@type': 'NewsArticle',
      headline: 'Le port de Port-Lannec rouvre',
      datePublished: '2021-11-25T23:30:00+01:00',
      dateModified: '2021-11-26T08:00:00+01:00',
      author: [{ '@type': 'Organization', name: 'Rédaction du Port' }],
      publisher: { '@type': 'Organization', name: 'Le Port en ligne' },
      copyrightNotice: '© Le Port en ligne',
    },
  ],
};

/** A page as a news site sends it, with all that stands around an article. */
const PAGE = `<!DOCTYPE html>
<html lang="fr-FR" class="has-cookie-banner"><head><meta charset="utf-8">
<title>Le port rouvre | Le Port en ligne</title>
<link rel="canonical" href="https://www.example.org/fr/port">
<link rel="alternate" hreflang="en" href="https://www.example.org/en/port">
<link rel="alternate" hreflang="x-default" href="https://www.example.org/">
<meta property="og:title" content="Une ligne pour les réseaux"><meta property="og:site_name" content="Port">
<script type="application/ld+json">{ broken</script>
<script type="application/ld+json">${JSON.stringify(JSON_LD)}</script>
<style>p { color: red }</style></head>
<body class="has-cookie-banner"><a class="skip-link" href="#main">Aller au contenu principal</a>
<header role="banner"><nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li></ul></nav></header>
<div id="cookie-consent"><p>Nous utilisons des cookies pour améliorer votre expérience sur ce site.</p><button>Accepter</button></div>
<main id="main"><article>
<header><h1>Le port de Port-Lannec rouvre après deux ans de travaux</h1>
<p class="standfirst">La traversée durera quatre heures et sera assurée six jours par semaine</p>
<div class="byline">Par <a rel="author" href="/a">Rédaction du Port</a> · <time datetime="2021-11-24">24 novembre</time></div>
<div class="share"><a href="#">Partager</a> <a href="#">Copier le lien</a></div></header>
<figure><img src="a.jpg" alt=""><figcaption>Le quai nord, où le nouveau terminal est en construction (Autorité portuaire)</figcaption></figure>
<div class="body"><p>Le port ouvrira le 14&nbsp;avril une ligne de ferry vers Wexcombe, sur la côte anglaise, a annoncé lundi
l’Autorité portuaire. La traversée durera <em>quatre</em> heures.</p>
<p>Les billets seront mis en vente le 1<sup>er</sup> février, à partir de 45,90&nbsp;€ pour un passager sans véhicule, et une voiture coûtera 129&nbsp;€.</p>
<div class="related"><p>Lire</p><a href="/x">Le quai nord restera fermé aux pêcheurs jusqu’à l’été</a></div>
<p><strong>Lire aussi&nbsp;:</strong> <a href="/y">Une autre histoire de la côte, qui n’a rien à faire ici</a></p>
<h2>Un terminal en deux étapes</h2>
<blockquote><p>Nous attendons cette ligne depuis dix ans, elle rendra à la ville une partie des visiteurs perdus.</p></blockquote>
<ul><li>Le premier hall sera prêt en mars, selon le port et ses ingénieurs.</li><li>Le second, avec un restaurant et une consigne, suivra en 2024.</li></ul>
<p>Les riverains du quai nord s’inquiètent de la circulation. Leur association a demandé une étude sur le bruit&nbsp;; elle n’a pas reçu de réponse.</p>
</div><footer><p><em>Traduit de l’anglais (original) par Rédaction du Port.</em></p></footer></article>
<aside class="sidebar"><h3>Les plus lus</h3><ul><li><a href="/1">Premier article</a></li><li><a href="/2">Deuxième article</a></li></ul></aside></main>
<footer role="contentinfo"><p>© 2021 Le Port en ligne. Tous droits réservés.</p></footer>
<script>document.write('<p>Publicité</p>')</script></body></html>`;

const BLOCKS = [
  'headline Le port de Port-Lannec rouvre après deux ans de travaux',
  'paragraph La traversée durera quatre heures et sera assurée six jours par semaine',
  'caption Le quai nord, où le nouveau terminal est en construction (Autorité portuaire)',
  'paragraph Le port ouvrira le 14\u00a0avril une ligne de ferry vers Wexcombe, sur la côte anglaise, a annoncé lundi l’Autorité portuaire. La traversée durera quatre heures.',
  'paragraph Les billets seront mis en vente le 1er février, à partir de 45,90\u00a0€ pour un passager sans véhicule, et une voiture coûtera 129\u00a0€.',
  'heading2 Un terminal en deux étapes',
  'quotation Nous attendons cette ligne depuis dix ans, elle rendra à la ville une partie des visiteurs perdus.',
  'list-item Le premier hall sera prêt en mars, selon le port et ses ingénieurs.',
  'list-item Le second, avec un restaurant et une consigne, suivra en 2024.',
  'paragraph Les riverains du quai nord s’inquiètent de la circulation. Leur association a demandé une étude sur le bruit\u00a0; elle n’a pas reçu de réponse.',
  'paragraph Traduit de l’anglais (original) par Rédaction du Port.',
];

describe('a saved news page', () => {
  it('gives its article and nothing else', async () => {
    const document = await read(PAGE, 'port.html');
    expect(blocksOf(document)).toEqual(BLOCKS);
    expect(document.warnings).toEqual([]);
  });

  it('says what it is, and where each was read', async () => {
    const { details } = await read(PAGE, 'port.html');
    expect(details).toEqual({
      provenance: {
        title: 'Le port de Port-Lannec rouvre',
        author: 'Rédaction du Port',
        publishedOn: '2021-11-25',
        publication: 'Le Port en ligne',
        url: 'https://www.example.org/fr/port',
        rights: '© Le Port en ligne',
      },
      changedOn: '2021-11-26',
      language: 'fr-FR',
      versions: [{ language: 'en', url: 'https://www.example.org/en/port' }],
      sources: {
        title: 'JSON-LD headline',
        author: 'JSON-LD author',
        publishedOn: 'JSON-LD datePublished',
        changedOn: 'JSON-LD dateModified',
        publication: 'JSON-LD publisher',
        url: '<link rel="canonical">',
        language: '<html lang>',
        rights: 'JSON-LD copyrightNotice',
      },
    });
  });

  it('says it in Open Graph and in its markup where it has no JSON-LD', async () => {
    const { details } = await read(PAGE.replaceAll(/<script[^>]*ld\+json[\s\S]*?<\/script>/g, ''), 'port.html');
    expect(details.provenance).toEqual({
      title: 'Une ligne pour les réseaux',
      author: 'Rédaction du Port',
      publishedOn: '2021-11-24',
      publication: 'Port',
      url: 'https://www.example.org/fr/port',
    });
    expect(details.sources).toMatchObject({ title: 'og:title', publishedOn: '<time>', author: 'rel="author"' });
  });

  it('does not believe what cannot be', async () => {
    const page = `<meta name="author" content="https://www.example.org/a"><meta name="date" content="2021-02-31">
      <link rel="canonical" href="javascript:alert(1)"><title>${'x'.repeat(2000)}</title><p>Le port.</p>`;
    expect((await read(page, 'a.html')).details.provenance).toEqual({});
  });
});

describe('HTML', () => {
  it('without an article is taken whole, with a warning', async () => {
    const document = await read(
      '<h1>Le port</h1>Un.<br>Deux.<br><br>Trois.<table><tr><td>A</td><td>B</td></tr></table>',
      'a.html',
    );
    expect(blocksOf(document)).toEqual([
      'headline Le port',
      'paragraph Un.\nDeux.',
      'paragraph Trois.',
      'paragraph A',
      'paragraph B',
    ]);
    const bare = await read('<h1>Le port</h1>', 'a.html');
    expect(bare.warnings.map(({ code }) => code)).toEqual(['article-not-found']);
  });

  it.each([
    ['is nested without end', '<div>'.repeat(100_000)],
    ['is nested in tags that are left open inside others', '<b><i>'.repeat(50_000)],
    ['has elements without end', '<p>x</p>'.repeat(200_000)],
    ['has attributes without end', `<p ${Array.from({ length: 600_000 }, (_, k) => `a${k}`).join(' ')}>x</p>`],
  ])('is refused when it %s', async (_, html) => {
    expect(await errorOf(read(`<!doctype html>${html}`, 'bomb.html'))).toMatchObject({
      code: 'ill-formed-file',
      details: { where: 'bomb.html' },
    });
  });

  it('expands no entities of its own', async () => {
    const { text } = await read('<!DOCTYPE html [<!ENTITY a "aaaa">]><p>Le port &a; &amp; &eacute;.</p>', 'a.html');
    expect(text).toContain('& é.');
    expect(text).not.toContain('aaaa');
  });

  it('without text is refused', async () => {
    expect((await errorOf(read('<!doctype html><script>x()</script>', 'a.html'))).code).toBe('empty-text');
  });
});
