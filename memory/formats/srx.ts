import { CalqueError } from '../model/errors.ts';
import type { Language, LanguageTag } from '../model/language.ts';
import { escapeLiteral, translatePattern } from '../text/segmentation/pattern.ts';
import type { SegmentationRule, SegmentationRules } from '../text/segmentation/rules.ts';
import type { Chunks } from './xml/bytes.ts';
import { childrenNamed, textOf, type XmlElement } from './xml/element.ts';
import { attributes, escapeText } from './xml/escape.ts';
import { readXml } from './xml/reader.ts';

const NAMESPACE = 'http://www.lisa.org/srx20';

/** What an SRX file says of segmentation: named lists of rules, and which languages they are for. */
export interface SrxDocument {
  /** Whether a language gets the rules of every map that fits it, in order, or of the first alone. */
  readonly cascade: boolean;
  readonly lists: ReadonlyMap<string, SegmentationRules>;
  readonly maps: readonly { readonly language: RegExp; readonly list: string }[];
}

/**
 * Reads SRX 2.0. Sub-flows and the handling of inline codes (`segmentsubflows`, `formathandle`) say nothing to an engine
 * that segments text, and are passed over. A line break ends a segment whatever the rules say.
 *
 * @param name of the file, for errors
 * @throws CalqueError `ill-formed-file` with the line, also for a pattern that cannot be read; `unsupported-format`
 *   for another version; and what {@link readXml} throws
 */
export async function readSrx(chunks: Chunks, name: string): Promise<SrxDocument> {
  let root: XmlElement | undefined;
  const events = {
    subtrees: new Set(['srx']),
    start: (element: XmlElement) => fail(name, element, `its root is <${element.name}> and not <srx>`),
    subtree: (element: XmlElement) => {
      root = element;
    },
  };
  for await (const _ of readXml(chunks, name, events));
  if (!root) throw new CalqueError('ill-formed-file', `${name} has no <srx> in it.`, { where: name });
  return document(root, name);
}

/**
 * The rules an SRX document has for a language. Keep the list to segment several texts: a list is compiled once.
 *
 * @throws CalqueError `unknown-language` where it has none
 */
export function srxRules({ cascade, lists, maps }: SrxDocument, language: LanguageTag): SegmentationRules {
  const fitting = maps.filter((map) => map.language.test(language));
  if (fitting.length === 0) {
    throw new CalqueError('unknown-language', `The segmentation rules have none for ${language}.`, {
      where: 'language',
    });
  }
  const chosen = cascade ? fitting : fitting.slice(0, 1);
  return chosen.flatMap(({ list }) => lists.get(list) ?? []);
}

/** Writes rules by language as SRX 2.0, each for its language with any region. */
export function writeSrx(rules: Readonly<Partial<Record<Language, SegmentationRules>>>): string {
  const languages = Object.entries(rules);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<srx xmlns="${NAMESPACE}" version="2.0">`,
    '<header segmentsubflows="yes" cascade="no">',
    '<formathandle type="start" include="no"/>',
    '<formathandle type="end" include="yes"/>',
    '<formathandle type="isolated" include="no"/>',
    '</header>',
    '<body>',
    '<languagerules>',
    ...languages.flatMap(([language, list]) => [
      `<languagerule${attributes({ languagerulename: language })}>`,
      ...list.map(writeRule),
      '</languagerule>',
    ]),
    '</languagerules>',
    '<maprules>',
    ...languages.map(([language]) => {
      const pattern = `(?i)${escapeLiteral(language)}([-_].*)?`;
      return `<languagemap${attributes({ languagepattern: pattern, languagerulename: language })}/>`;
    }),
    '</maprules>',
    '</body>',
    '</srx>',
    '',
  ].join('\n');
}

function writeRule({ breaks, before, after }: SegmentationRule): string {
  return (
    `<rule break="${breaks ? 'yes' : 'no'}"><beforebreak>${escapeText(before)}</beforebreak>` +
    `<afterbreak>${escapeText(after)}</afterbreak></rule>`
  );
}

function document(root: XmlElement, name: string): SrxDocument {
  const version = root.attributes['version'] ?? 'none';
  if (version !== '2.0') {
    const message = `${name} is SRX of version “${version.slice(0, 20)}”; SRX 2.0 is read here.`;
    throw new CalqueError('unsupported-format', message, { where: name, line: root.line });
  }
  const lists = new Map<string, SegmentationRules>();
  for (const list of descend(root, ['body', 'languagerules', 'languagerule'])) {
    lists.set(
      required(list, 'languagerulename', name),
      childrenNamed(list, 'rule').map((rule) => readRule(rule, name)),
    );
  }
  const maps = descend(root, ['body', 'maprules', 'languagemap']).map((map) => {
    const list = required(map, 'languagerulename', name);
    if (!lists.has(list)) fail(name, map, `it maps a language to the rules “${list}”, which it does not have`);
    const pattern = readPattern(required(map, 'languagepattern', name), map, name);
    return { language: new RegExp(`^(?:${pattern})$`, 'iu'), list };
  });
  if (maps.length === 0) fail(name, root, 'it maps no language to rules');
  return { cascade: childrenNamed(root, 'header')[0]?.attributes['cascade'] === 'yes', lists, maps };
}

function readRule(rule: XmlElement, name: string): SegmentationRule {
  const breaks = rule.attributes['break'] ?? 'yes';
  if (breaks !== 'yes' && breaks !== 'no') fail(name, rule, `break is “${breaks.slice(0, 20)}” and not yes or no`);
  const before = patternOf(rule, 'beforebreak');
  const after = patternOf(rule, 'afterbreak');
  if (before === '' && after === '')
    fail(name, rule, 'it has a rule that says neither what is before nor what is after');
  for (const pattern of [before, after]) readPattern(pattern, rule, name);
  return { breaks: breaks === 'yes', before, after };
}

/** The pattern of a rule as it stands; line breaks a file was folded with are not part of it. */
function patternOf(rule: XmlElement, child: string): string {
  const element = childrenNamed(rule, child)[0];
  return element ? textOf(element).replace(/^\s*\n\s*|\s*\n\s*$/g, '') : '';
}

/** The pattern as a JavaScript one; where it cannot be read, the error names the line of the file. */
function readPattern(pattern: string, element: XmlElement, name: string): string {
  try {
    return translatePattern(pattern);
  } catch (error) {
    if (!(error instanceof CalqueError)) throw error;
    const message = `${name}, line ${element.line}: ${error.message}`;
    throw new CalqueError(error.code, message, { where: name, line: element.line }, { cause: error });
  }
}

function required(element: XmlElement, attribute: string, name: string): string {
  return element.attributes[attribute] ?? fail(name, element, `<${element.name}> lacks ${attribute}`);
}

function descend(element: XmlElement, path: readonly string[]): readonly XmlElement[] {
  return path.reduce<readonly XmlElement[]>(
    (elements, step) => elements.flatMap((parent) => childrenNamed(parent, step)),
    [element],
  );
}

function fail(name: string, { line }: XmlElement, why: string): never {
  throw new CalqueError('ill-formed-file', `${name} is no SRX file that can be used: ${why} (line ${line}).`, {
    where: name,
    line,
  });
}
