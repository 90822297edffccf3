import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements, placedText } from '../../xml/placed.ts';
import { elementKey, isElement } from './namespaces.ts';
import { checkUnique, childrenOf, descendants, enclosing, inherited } from './walk.ts';

/** What schemas cannot say of a document as a whole: unique ids, languages, white space, skeletons, extensions. */
export function checkDocument(root: PlacedElement, faults: Faults): void {
  checkVersion(root, faults);
  checkUnique(childrenOf(root, 'xlf:file'), 'document', faults);
  checkNotes(root, faults);
  for (const file of childrenOf(root, 'xlf:file')) {
    const inFile = [...descendants(file)];
    checkUnique(
      inFile.filter((element) => isElement(element, 'xlf:group')),
      'file',
      faults,
    );
    checkUnique(
      inFile.filter((element) => isElement(element, 'xlf:unit')),
      'file',
      faults,
    );
    for (const element of inFile) checkElement(element, root, faults);
  }
}

const NAMESPACE_VERSIONS: Readonly<Record<string, readonly string[]>> = {
  'urn:oasis:names:tc:xliff:document:2.0': ['2.0', '2.1'],
  // The schema of 2.2 takes the versions before it too.
  'urn:oasis:names:tc:xliff:document:2.2': ['2.0', '2.1', '2.2'],
};

function checkVersion(root: PlacedElement, faults: Faults): void {
  const versions = own(NAMESPACE_VERSIONS, root.namespace);
  const { version = '' } = root.attributes;
  if (versions && !versions.includes(version)) {
    faults.add(root, `The version of <${root.name}> must be ${versions.join(' or ')} in its namespace.`);
  }
}

function checkElement(element: PlacedElement, root: PlacedElement, faults: Faults): void {
  switch (elementKey(element)) {
    case 'xlf:file':
    case 'xlf:group':
      checkNotes(element, faults);
      checkExtensions(element, faults);
      break;
    case 'xlf:unit':
      checkNotes(element, faults);
      checkExtensions(element, faults);
      checkUnit(element, faults);
      break;
    case 'xlf:skeleton':
      checkSkeleton(element, faults);
      break;
    case 'xlf:source':
      checkLanguage(element, root.attributes['srcLang'], 'srcLang', faults);
      break;
    case 'xlf:target':
      checkTarget(element, root, faults);
      break;
  }
}

function checkNotes(element: PlacedElement, faults: Faults): void {
  for (const notes of childrenOf(element, 'xlf:notes')) {
    checkUnique(childrenOf(notes, 'xlf:note'), `<${element.name}>`, faults);
  }
}

/** The ids of extension elements are unique for each namespace in what they extend. */
function checkExtensions(element: PlacedElement, faults: Faults): void {
  const byNamespace = new Map<string, PlacedElement[]>();
  for (const child of childElements(element)) {
    if (elementKey(child) !== undefined) continue;
    for (const extension of descendants(child)) {
      byNamespace.set(extension.namespace, [...(byNamespace.get(extension.namespace) ?? []), extension]);
    }
  }
  for (const extensions of byNamespace.values()) {
    checkUnique(extensions, `<${element.name}>`, faults, ({ attributes }) => attributes['id'] ?? attributes['xml:id']);
  }
}

function checkUnit(unit: PlacedElement, faults: Faults): void {
  const parts = childrenOf(unit, 'xlf:segment', 'xlf:ignorable');
  const segments = parts.filter((part) => isElement(part, 'xlf:segment'));
  if (segments.length === 0) faults.add(unit, `${shown(unit)} has no <segment>.`);
  for (const segment of segments) {
    const { state, subState } = segment.attributes;
    if (subState !== undefined && state === undefined)
      faults.add(segment, `${shown(segment)} has a subState but no state.`);
    if (state !== undefined && state !== 'initial' && childrenOf(segment, 'xlf:target').length === 0) {
      faults.add(segment, `${shown(segment)} has the state ${state} but no <target>.`);
    }
  }
  checkOrder(parts, faults);
}

/** Every part has a place of its own in the target, which is that in the source where none is stated. */
function checkOrder(parts: readonly PlacedElement[], faults: Faults): void {
  const taken = new Set<number>();
  for (const [index, part] of parts.entries()) {
    const [target] = childrenOf(part, 'xlf:target');
    const order = Number(target?.attributes['order'] ?? index + 1);
    if (target && taken.has(order))
      faults.add(target, `The order ${order} of a <target> is taken already in its unit.`);
    if (target && order > parts.length) {
      faults.add(target, `The order ${order} of a <target> is beyond the ${parts.length} parts of its unit.`);
    }
    taken.add(order);
  }
}

function checkSkeleton(skeleton: PlacedElement, faults: Faults): void {
  const isEmpty = skeleton.children.length === 0;
  const hasHref = skeleton.attributes['href'] !== undefined;
  if (isEmpty && !hasHref) faults.add(skeleton, 'An empty <skeleton> must have an href.');
  if (!isEmpty && hasHref) faults.add(skeleton, 'A <skeleton> with content must not have an href.');
}

function checkLanguage(element: PlacedElement, language: string | undefined, attribute: string, faults: Faults): void {
  const stated = inherited(element, 'xml:lang');
  if (stated !== undefined && language !== undefined && stated.toLowerCase() !== language.toLowerCase()) {
    faults.add(element, `A <${element.name}> is in ${stated}, while ${attribute} is ${language}.`);
  }
}

function checkTarget(target: PlacedElement, root: PlacedElement, faults: Faults): void {
  const { trgLang } = root.attributes;
  const match = enclosing(target, 'mtc:match');
  const isReference = match?.attributes['reference'] === 'yes';
  if (trgLang === undefined && !isReference) faults.add(target, 'There is a <target>, but the file has no trgLang.');
  if (!isReference) checkLanguage(target, trgLang, 'trgLang', faults);
  const source = target.parent && childrenOf(target.parent, 'xlf:source')[0];
  if (!source) return;
  const [space, wanted] = [target, source].map((side) => inherited(side, 'xml:space') ?? 'default');
  if (space !== wanted) faults.add(target, `The xml:space of <target> is ${space}, that of its <source> ${wanted}.`);
}

/** Whether an element holds anything but white space. */
export function hasContent(element: PlacedElement): boolean {
  return childElements(element).length > 0 || placedText(element).trim() !== '';
}
