import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { attributeOf, resolveName } from '../../xml/placed.ts';
import { hasContent } from './documents.ts';
import { elementKey, isElement, namespaceKey } from './namespaces.ts';
import { checkRevisions } from './revisions.ts';
import { checkUnique, childrenOf, descendants, inherited } from './walk.ts';

/** What schemas cannot say of the modules. */
export function checkModules(root: PlacedElement, faults: Faults): void {
  for (const element of descendants(root)) {
    checkFormat(element, faults);
    checkSizes(element, faults);
    switch (elementKey(element)) {
      case 'mtc:matches':
        checkUnique(childrenOf(element, 'mtc:match'), 'list of matches', faults);
        break;
      case 'mtc:match':
        checkMatch(element, faults);
        break;
      case 'gls:glossary':
        checkGlossary(element, faults);
        break;
      case 'mda:metadata':
        checkUnique([...descendants(element)], 'metadata', faults);
        break;
      case 'res:resourceData':
        checkUnique(childrenOf(element, 'res:resourceItem', 'res:resourceItemRef'), 'resource data', faults);
        break;
      case 'res:source':
      case 'res:target':
        checkResource(element, root, faults);
        break;
      case 'val:rule':
        checkRule(element, faults);
        break;
      case 'ctr:revisions':
        checkRevisions(element, faults);
        break;
    }
  }
}

const FORMAT = 'urn:oasis:names:tc:xliff:fs:2.0';
const SIZES = 'urn:oasis:names:tc:xliff:sizerestriction:2.0';

/** An end code that is not isolated has what its start code has. */
function isJoinedEnd(element: PlacedElement): boolean {
  return isElement(element, 'xlf:ec') && element.attributes['isolated'] !== 'yes';
}

function checkFormat(element: PlacedElement, faults: Faults): void {
  const fs = attributeOf(element, FORMAT, 'fs');
  const subFs = attributeOf(element, FORMAT, 'subFs');
  if (subFs !== undefined && fs === undefined) faults.add(element, `${shown(element)} has a subFs but no fs.`);
  if (fs !== undefined && isJoinedEnd(element)) {
    faults.add(element, `${shown(element)} must have an fs only where it is isolated.`);
  }
}

function checkSizes(element: PlacedElement, faults: Faults): void {
  for (const name of ['sizeInfo', 'sizeInfoRef', 'equivStorage']) {
    if (attributeOf(element, SIZES, name) !== undefined && isJoinedEnd(element)) {
      faults.add(element, `${shown(element)} must have ${name} only where it is isolated.`);
    }
  }
  const ref = attributeOf(element, SIZES, 'sizeInfoRef');
  if (ref === undefined) return;
  if (attributeOf(element, SIZES, 'sizeInfo') !== undefined) {
    faults.add(element, `${shown(element)} must not have both sizeInfo and sizeInfoRef.`);
  }
  if (!isSizeData(element, ref)) {
    faults.add(
      element,
      `The sizeInfoRef of ${shown(element)} is “${ref}”, which is in no <data> beside it or around it.`,
    );
  }
}

function isSizeData(element: PlacedElement, id: string): boolean {
  for (let around = element.parent; around; around = around.parent) {
    for (const data of childrenOf(around, 'slr:data')) {
      for (const { attributes } of descendants(data)) if (attributes['id'] === id) return true;
    }
  }
  return false;
}

function checkMatch(match: PlacedElement, faults: Faults): void {
  const { type, subType, 'xml:lang': language } = match.attributes;
  if (language !== undefined) faults.add(match, `${shown(match)} must not have xml:lang.`);
  if (subType !== undefined && type === undefined) faults.add(match, `${shown(match)} has a subType but no type.`);
}

function checkGlossary(glossary: PlacedElement, faults: Faults): void {
  const entries = childrenOf(glossary, 'gls:glossEntry');
  const identified = entries.flatMap((entry) => [entry, ...childrenOf(entry, 'gls:translation')]);
  checkUnique(identified, 'glossary', faults);
  for (const entry of entries) {
    if (childrenOf(entry, 'gls:translation', 'gls:definition').length === 0) {
      faults.add(entry, `${shown(entry)} has neither a translation nor a definition.`);
    }
  }
}

function checkResource(element: PlacedElement, root: PlacedElement, faults: Faults): void {
  const hasHref = element.attributes['href'] !== undefined;
  if (hasHref && hasContent(element)) faults.add(element, `${shown(element)} must not have both content and an href.`);
  if (!hasHref && !hasContent(element)) faults.add(element, `${shown(element)} has neither content nor an href.`);
  const language = element.attributes['xml:lang'];
  const attribute = isElement(element, 'res:source') ? 'srcLang' : 'trgLang';
  const wanted = inherited(root, attribute);
  if (attribute === 'trgLang' || language === undefined || wanted === undefined) return;
  if (language.toLowerCase() !== wanted.toLowerCase()) {
    faults.add(element, `${shown(element)} is in ${language}, while ${attribute} is ${wanted}.`);
  }
}

const RULES = ['isPresent', 'isNotPresent', 'startsWith', 'endsWith'];

function checkRule(rule: PlacedElement, faults: Faults): void {
  const own = RULES.filter((name) => rule.attributes[name] !== undefined);
  const custom = Object.keys(rule.attributes).filter((name) => isForeign(name, rule));
  if (own.length + Math.min(1, custom.length) !== 1) {
    faults.add(rule, `A <${rule.name}> must have exactly one of ${RULES.join(', ')} or a rule of its own.`);
  }
  const { existsInSource, occurs } = rule.attributes;
  if (existsInSource === 'yes' && (own.length !== 1 || own[0] === 'isNotPresent')) {
    faults.add(rule, `A <${rule.name}> with existsInSource must have exactly one of isPresent, startsWith, endsWith.`);
  }
  if (occurs !== undefined && own[0] !== 'isPresent' && own[0] !== 'isNotPresent') {
    faults.add(rule, `A <${rule.name}> with occurs must have isPresent.`);
  }
}

function isForeign(name: string, { namespaces }: PlacedElement): boolean {
  return !name.startsWith('xmlns') && namespaceKey(resolveName(name, namespaces, true).namespace) === undefined;
}
