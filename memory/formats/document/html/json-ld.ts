/** A JSON-LD object, or what else stands in its place. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** Types of schema.org that are articles: `NewsArticle`, `ReportageNewsArticle`, `BlogPosting` … */
const ARTICLE = /(?:Article|BlogPosting|Report)$/;
/** Scripts beyond this say other things than what an article is; in UTF-16 units. */
const LONGEST = 1_000_000;
const DEEPEST = 4;

/** What the page's JSON-LD says of its article; the first article that has a headline, else the first at all. */
export function articleInJsonLd(scripts: readonly string[]): JsonLd | undefined {
  const articles = scripts.flatMap((script) => [...objectsIn(parse(script), 0)]).filter(isArticle);
  return articles.find((article) => article['headline'] !== undefined) ?? articles[0];
}

function parse(script: string): unknown {
  if (script.length > LONGEST) return undefined;
  try {
    // Some sites put the script into a comment, which browsers of another age needed.
    return JSON.parse(script.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''));
  } catch {
    return undefined;
  }
}

function* objectsIn(value: unknown, depth: number): Generator<JsonLd> {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value.slice(0, 1000)) yield* objectsIn(item, depth + 1);
    return;
  }
  const object = value as JsonLd;
  yield object;
  yield* objectsIn(object['@graph'], depth + 1);
  yield* objectsIn(object['mainEntity'], depth + 1);
}

function isArticle(object: JsonLd): boolean {
  return [object['@type']].flat().some((type) => typeof type === 'string' && ARTICLE.test(type));
}

/** The text of a value: itself, or the name of what it describes; several joined by commas. */
export function nameIn(value: unknown): string | undefined {
  const names = [value].flat().flatMap((one) => {
    const name = typeof one === 'object' && one !== null ? (one as JsonLd)['name'] : one;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}
