import type { DocumentDetails } from '../../../model/document.ts';
import { gatherDetails, isWebAddress, type Saying } from '../details.ts';
import { articleInJsonLd, nameIn } from './json-ld.ts';

/** What a page says of its article: in JSON-LD, in Open Graph and other meta elements, in its links and `<time>`. */
export function pageDetails(document: Document): DocumentDetails {
  return gatherDetails([...inJsonLd(document), ...inMeta(document), ...inMarkup(document)], versionsOf(document));
}

function inJsonLd(document: Document): Saying[] {
  const scripts = [...document.querySelectorAll('script[type="application/ld+json"]')];
  const article = articleInJsonLd(scripts.map((script) => script.textContent ?? ''));
  if (article === undefined) return [];
  const said = (field: Saying[0], key: string, value = nameIn(article[key])): Saying => [
    field,
    `JSON-LD ${key}`,
    value,
  ];
  const page = article['mainEntityOfPage'] as { readonly '@id'?: unknown } | string | undefined;
  const original = [article['translationOfWork']].flat()[0] as { readonly inLanguage?: unknown } | undefined;
  return [
    said('title', 'headline'),
    said('title', 'name'),
    said('author', 'author'),
    said('publishedOn', 'datePublished'),
    said('changedOn', 'dateModified'),
    said('publication', 'publisher'),
    said('translator', 'translator'),
    said('originalLanguage', 'translationOfWork', nameIn(original?.inLanguage)),
    said('rights', 'copyrightNotice'),
    said('rights', 'license'),
    said('rights', 'copyrightHolder'),
    ...canonical(document),
    said('url', 'mainEntityOfPage', nameIn(typeof page === 'object' ? page['@id'] : page)),
    said('url', 'url'),
    ...ofRoot(document),
    said('language', 'inLanguage'),
  ];
}

/** The names by which pages state each field, most trusted first. */
const META: readonly (readonly [field: Saying[0], name: string])[] = [
  ['title', 'og:title'],
  ['title', 'citation_title'],
  ['title', 'dc.title'],
  ['title', 'twitter:title'],
  ['author', 'author'],
  ['author', 'article:author'],
  ['author', 'citation_author'],
  ['author', 'dc.creator'],
  ['author', 'parsely-author'],
  ['publishedOn', 'article:published_time'],
  ['publishedOn', 'citation_publication_date'],
  ['publishedOn', 'dc.date.issued'],
  ['publishedOn', 'dc.date'],
  ['publishedOn', 'date'],
  ['publishedOn', 'pubdate'],
  ['publishedOn', 'parsely-pub-date'],
  ['changedOn', 'article:modified_time'],
  ['changedOn', 'og:updated_time'],
  ['changedOn', 'last-modified'],
  ['publication', 'og:site_name'],
  ['publication', 'citation_journal_title'],
  ['publication', 'dc.publisher'],
  ['publication', 'application-name'],
  ['url', 'og:url'],
  ['language', 'content-language'],
  ['language', 'dc.language'],
  ['language', 'og:locale'],
  ['translator', 'translator'],
  ['rights', 'copyright'],
  ['rights', 'dc.rights'],
];

function inMeta(document: Document): Saying[] {
  const stated = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta[content]')) {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv');
    const key = name?.toLowerCase().replace(/^dcterms\./, 'dc.') ?? '';
    if (key !== '' && !stated.has(key)) stated.set(key, meta.getAttribute('content') ?? '');
  }
  const sayings = META.map(([field, name]): Saying => [field, name, stated.get(name)]);
  return [...canonical(document), ...ofRoot(document), ...sayings];
}

function canonical(document: Document): Saying[] {
  return [['url', '<link rel="canonical">', attribute(document, 'link[rel~="canonical"]', 'href')]];
}

function ofRoot(document: Document): Saying[] {
  return [['language', '<html lang>', attribute(document, 'html', 'lang') ?? attribute(document, 'html', 'xml:lang')]];
}

/** What a reader of the page sees of it. */
function inMarkup(document: Document): Saying[] {
  const time = document.querySelector('article time, main time, [itemprop="datePublished"], time');
  const [title] = (text(document, 'title') ?? '').split(/ [|–—·] | - (?=[^-]*$)/);
  return [
    ['title', '<h1>', text(document, 'article h1, main h1, h1')],
    ['title', '<title>', title],
    [
      'publishedOn',
      '<time>',
      time?.getAttribute('datetime') ?? time?.getAttribute('content') ?? time?.textContent ?? undefined,
    ],
    ['author', 'itemprop="author"', text(document, '[itemprop="author"]')],
    ['author', 'rel="author"', text(document, '[rel~="author"]')],
    ['rights', '<link rel="license">', attribute(document, 'link[rel~="license"]', 'href')],
  ];
}

function versionsOf(document: Document): DocumentDetails['versions'] {
  return [...document.querySelectorAll('link[rel~="alternate"][hreflang][href]')].slice(0, 100).flatMap((link) => {
    const [language, url] = [link.getAttribute('hreflang') ?? '', link.getAttribute('href') ?? ''];
    return language !== 'x-default' && isWebAddress(url) ? [{ language, url }] : [];
  });
}

function text(document: Document, selector: string): string | undefined {
  return document.querySelector(selector)?.textContent ?? undefined;
}

function attribute(document: Document, selector: string, name: string): string | undefined {
  return document.querySelector(selector)?.getAttribute(name) ?? undefined;
}
