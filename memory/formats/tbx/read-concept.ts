import type { Concept, ConceptLanguage, Fact, FactElement, Term } from '../../model/concept.ts';
import type { XmlElement } from '../xml/element.ts';
import { textOf } from '../xml/element.ts';
import { readMarked } from './markup.ts';

/** Elements that hold one language of a concept, and one term: TBX 2, TBX 3, TBX-Min. */
const LANGUAGES: ReadonlySet<string> = new Set(['langSet', 'langSec', 'langGroup']);
const TERMS: ReadonlySet<string> = new Set(['tig', 'ntig', 'termSec', 'termGroup']);

const FACTS: readonly FactElement[] = [
  'descrip',
  'admin',
  'termNote',
  'note',
  'ref',
  'xref',
  'transac',
  'transacNote',
  'date',
];

/** Data categories as element names, in TBX-Min and the DCT style of TBX 3, by the element they are in other dialects. */
const CATEGORIES: ReadonlyMap<string, FactElement> = new Map([
  ...['definition', 'context', 'subjectField'].map((name) => [name, 'descrip'] as const),
  ...['source', 'customerSubset', 'projectSubset', 'customer'].map((name) => [name, 'admin'] as const),
  ...['crossReference'].map((name) => [name, 'ref'] as const),
  ...['externalCrossReference', 'xGraphic'].map((name) => [name, 'xref'] as const),
  ...['transactionType'].map((name) => [name, 'transac'] as const),
  ...['responsibility'].map((name) => [name, 'transacNote'] as const),
]);

/** A concept of any dialect; `undefined` when it has no term. */
export function readConcept(entry: XmlElement): Concept | undefined {
  const languages = elementsOf(entry)
    .filter((element) => LANGUAGES.has(localName(element)))
    .flatMap(readLanguage);
  if (languages.length === 0) return undefined;
  const { id } = entry.attributes;
  return { ...(id && { id }), facts: readFacts(entry, 'descrip'), languages };
}

function readLanguage(element: XmlElement): readonly ConceptLanguage[] {
  const language = element.attributes['xml:lang'] ?? element.attributes['lang'] ?? '';
  const terms = elementsOf(element)
    .filter((child) => TERMS.has(localName(child)))
    .flatMap(readTerm);
  return terms.length > 0 ? [{ language, facts: readFacts(element, 'descrip'), terms }] : [];
}

function readTerm(element: XmlElement): readonly Term[] {
  const groups = elementsOf(element).filter((child) => localName(child) === 'termGrp');
  const term = [element, ...groups].flatMap(elementsOf).find((child) => localName(child) === 'term');
  const text = term ? textOf(term).trim() : '';
  if (!term || text === '') return [];
  const id = term.attributes['id'] ?? element.attributes['id'];
  const facts = [...groups.flatMap((group) => readFacts(group, 'termNote')), ...readFacts(element, 'termNote')];
  const marked = readMarked(term);
  return [{ ...(id && { id }), text, ...(marked && { marked }), facts }];
}

/** @param unknown what a data category that is its own element counts as at this level, when it is not known */
function readFacts(element: XmlElement, unknown: FactElement): readonly Fact[] {
  return elementsOf(element).flatMap((child) => readFact(child, unknown));
}

function readFact(element: XmlElement, unknown: FactElement): readonly Fact[] {
  const name = localName(element);
  if (LANGUAGES.has(name) || TERMS.has(name) || name === 'term' || name === 'termGrp') return [];
  if (name.endsWith('Grp')) return readGroup(element, unknown);
  const known = FACTS.find((fact) => fact === name);
  const type = known ? element.attributes['type'] : name;
  const { id, target, datatype, 'xml:lang': language } = element.attributes;
  const marked = readMarked(element);
  const text = textOf(element).trim();
  if (text === '' && !target) return [];
  const fact = {
    element: known ?? CATEGORIES.get(name) ?? unknown,
    ...(id && { id }),
    ...(type && { type }),
    text,
    ...(marked && { marked }),
    ...(language && { language }),
    ...(target && { target }),
    ...(datatype && { datatype }),
  };
  return [fact];
}

/** The first in a group is the fact, and the others say something of it. */
function readGroup(group: XmlElement, unknown: FactElement): readonly Fact[] {
  const [fact, ...about] = readFacts(group, unknown);
  if (!fact) return [];
  return about.length > 0 ? [{ ...fact, about }] : [fact];
}

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter((child) => typeof child !== 'string');
}

function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1);
}
