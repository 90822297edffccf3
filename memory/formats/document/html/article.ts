import { Readability } from '@mozilla/readability';
import { readCredit } from '../../../text/credit.ts';
import { collapse, type FoundBlock } from '../blocks.ts';
import { blocksBelow, isHidden } from './walk.ts';

/** What stands on a page for other things than its article. */
const FURNITURE =
  'script:not([type="application/ld+json"]), style, noscript, template, iframe, nav, dialog, form, button, [role="navigation"], [role="banner"], [role="contentinfo"], [role="dialog"], [role="alertdialog"], [role="search"], [role="complementary"], [aria-modal="true"]';
/** The same, as sites name it; minded where the element has no larger part of the page's text. */
const FURNITURE_NAME =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|cmp|newsletter|subscri(?:be|ption)|abonne(?:ment|z)?|paywall|promo|advert\w*|ads?|sponsor\w*|share|sharing|partage|social|related|recommend\w*|teasers?|most-?read|read-?more|lire-?aussi|see-?also|trending|breadcrumbs?|skip-?link|comments?|toolbar|menu)(?:$|[\s_-])/i;
const LARGE = 0.3;

/** Of a teaser, nearly all the text is one link, or a list of them. */
const LINK_SHARE = 0.8;
const TEASER_LABEL = /^(?:lire|à lire|lire aussi|à lire aussi|voir aussi|read|read more|see also|related)\s*:?$/i;

/** Headline, standfirst and main picture stand this close together. */
const HEAD_BLOCKS = 8;
const STANDFIRST_WORDS = 6;

/**
 * The blocks of the article on a page: without navigation, teasers, cookie text and what else stands around it.
 * @param title the headline as the page's own data have it
 * @returns `undefined` where no article can be told from the rest
 */
export function articleBlocks(document: Document, title: string | undefined): readonly FoundBlock[] | undefined {
  removeFurniture(document);
  const page = blocksBelow(document.body);
  const article = new Readability<Element>(document.cloneNode(true) as Document, {
    serializer: (element) => element as Element,
    charThreshold: 200,
  }).parse();
  if (!article?.content) return undefined;
  const body = blocksBelow(article.content).map(asInBody);
  const headline = headlineOf(page, title);
  const isHeadline = (block: FoundBlock) => headline !== undefined && same(block.text, headline.text);
  const inBody = body.filter((block) => !isHeadline(block));
  if (inBody.length === 0) return undefined;
  return [
    ...(headline ? [headline] : []),
    ...standfirst(page, inBody, isHeadline),
    ...inBody,
    ...creditAfter(page, inBody),
  ];
}

function removeFurniture(document: Document): void {
  for (const element of document.querySelectorAll(FURNITURE)) element.remove();
  const all = document.body.textContent?.length ?? 0;
  for (const element of document.body.querySelectorAll('*')) {
    const named = FURNITURE_NAME.test(`${element.getAttribute('class') ?? ''} ${element.id}`);
    const isAside =
      element.localName === 'aside' || (element.localName === 'footer' && element.closest('article') === null);
    const isSmall = () => (element.textContent?.length ?? 0) < all * LARGE;
    const holdsHeadline = () => element.querySelector('h1') !== null || element.localName === 'h1';
    if (isHidden(element) || ((named || isAside) && isSmall() && !holdsHeadline()) || isTeaser(element))
      element.remove();
  }
}

/** A paragraph or list of which all is links to other pages, with the label over it. */
function isTeaser(element: Element): boolean {
  if (!/^(?:p|ul|ol|div|section|h[2-6])$/.test(element.localName)) return false;
  const text = collapse(element.textContent ?? '').trim();
  if (TEASER_LABEL.test(text)) return true;
  const linked = [...element.querySelectorAll('a[href]')].reduce(
    (sum, link) => sum + collapse(link.textContent ?? '').trim().length,
    0,
  );
  return linked > 0 && linked >= text.length * LINK_SHARE && element.querySelector('img, figure') === null;
}

/** The article's own headline stands over its body; another first-rank heading within is a heading. */
function asInBody(block: FoundBlock): FoundBlock {
  return block.kind === 'headline' ? { ...block, kind: 'heading', level: 1 } : block;
}

function headlineOf(page: readonly FoundBlock[], title: string | undefined): FoundBlock | undefined {
  const printed = page.find((block) => block.kind === 'headline');
  if (printed !== undefined) return printed;
  return title === undefined ? undefined : { kind: 'headline', text: title };
}

/** What stands between the headline and the body: the sentences under the headline, the caption of the main picture. */
function standfirst(
  page: readonly FoundBlock[],
  body: readonly FoundBlock[],
  isHeadline: (block: FoundBlock) => boolean,
): readonly FoundBlock[] {
  const from = page.findIndex(isHeadline);
  const first = body[0];
  const to = page.findIndex((block, at) => at > from && first !== undefined && same(block.text, first.text));
  if (from < 0 || to < 0 || to - from > HEAD_BLOCKS) return [];
  return page
    .slice(from + 1, to)
    .filter(({ text }) => text.split(/\s+/).length >= STANDFIRST_WORDS)
    .map(asInBody);
}

/** The credit note closes an article, and is easily taken for something that is not part of it. */
function creditAfter(page: readonly FoundBlock[], body: readonly FoundBlock[]): readonly FoundBlock[] {
  const last = body.at(-1);
  const from = page.findLastIndex((block) => last !== undefined && same(block.text, last.text));
  const note = from < 0 ? undefined : page.slice(from + 1).find(({ text }) => readCredit(text) !== undefined);
  return note === undefined || body.some(({ text }) => same(text, note.text)) ? [] : [note];
}

function same(one: string, other: string): boolean {
  return collapse(one).trim() === collapse(other).trim();
}
