import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { elementKey, isElement } from './namespaces.ts';
import { childrenOf, descendants, enclosing } from './walk.ts';

/** A fragment identifier of XLIFF 2, read: `#f=f1/u=u1/n=n1`. */
interface Fragment {
  readonly isAbsolute: boolean;
  readonly file?: string;
  readonly group?: string;
  readonly unit?: string;
  /** What is meant within the innermost of these; the prefix is empty for an inline element or part of the source. */
  readonly leaf?: { readonly prefix: string; readonly id: string };
}

/** Which elements a prefix means; the containers have theirs in {@link readFragment}. */
const LEAVES: Readonly<Record<string, readonly string[]>> = {
  n: ['xlf:note'],
  d: ['xlf:data'],
  t: ['xlf:ph', 'xlf:pc', 'xlf:sc', 'xlf:ec', 'xlf:mrk', 'xlf:sm'],
  '': ['xlf:segment', 'xlf:ignorable', 'xlf:ph', 'xlf:pc', 'xlf:sc', 'xlf:ec', 'xlf:mrk', 'xlf:sm'],
  mtc: ['mtc:match'],
  gls: ['gls:glossEntry', 'gls:translation'],
  mda: ['mda:metadata', 'mda:metaGroup'],
  res: ['res:resourceItem', 'res:resourceItemRef'],
};

/** Prefixes of modules, and of TBX as a registered extension, that name things which are not looked up here. */
const OTHER_MODULES: ReadonlySet<string> = new Set(['slr', 'val', 'ctr', 'fs', 'its', 'itsm', 'pgs', 'tbx']);

const CONTAINERS: readonly string[] = ['f', 'g', 'u'];

/** What is wrong with a fragment identifier, or what it says. */
function readFragment(fragment: string): Fragment | string {
  const isAbsolute = fragment.startsWith('/');
  const selectors = (isAbsolute ? fragment.slice(1) : fragment).split('/');
  const found: Partial<Record<string, string>> = {};
  let rank = -1;
  let leaf: Fragment['leaf'];
  for (const selector of selectors) {
    const [, prefix = '', id = ''] = /^(?:([^=]*)=)?([^=]*)$/.exec(selector) ?? [];
    if (!/^[\w.:\-\u{B7}-\u{10FFFF}]+$/u.test(id)) return `“${selector}” in it is no selector`;
    if (leaf) return `“${selector}” in it stands behind what ends it`;
    const place = CONTAINERS.indexOf(prefix);
    if (place < 0) {
      const isKnown = Object.hasOwn(LEAVES, prefix) || OTHER_MODULES.has(prefix);
      if (!isKnown || (prefix === '' && selector.includes('='))) return `the prefix “${prefix}” in it is not known`;
      leaf = { prefix, id };
      continue;
    }
    if (place <= rank) return `“${selector}” in it is out of order`;
    rank = place;
    found[prefix] = id;
  }
  const { f: file, g: group, u: unit } = found;
  return {
    isAbsolute,
    ...(file !== undefined && { file }),
    ...(group !== undefined && { group }),
    ...(unit !== undefined && { unit }),
    ...(leaf && { leaf }),
  };
}

/** Checks all references within the document: that they are well-formed, and that there is what they point to. */
export function checkReferences(root: PlacedElement, faults: Faults): void {
  const index = new ElementIndex(root);
  for (const element of descendants(root)) {
    const key = elementKey(element);
    const { ref } = element.attributes;
    if (key === 'xlf:unit') index.enter(element);
    checkSubFlows(element, index, faults);
    if (ref === undefined || !REFERRING.has(key ?? '')) continue;
    checkReference(element, ref, index, faults);
  }
}

const REFERRING: ReadonlySet<string> = new Set([
  'xlf:mrk',
  'xlf:sm',
  'xlf:note',
  'mtc:match',
  'gls:glossEntry',
  'gls:translation',
]);

function checkReference(element: PlacedElement, ref: string, index: ElementIndex, faults: Faults): void {
  const isMatch = isElement(element, 'mtc:match');
  const isComment = element.attributes['type'] === 'comment';
  if (!ref.startsWith('#')) {
    const mustBeHere = isMatch || (isComment && (isElement(element, 'xlf:mrk') || isElement(element, 'xlf:sm')));
    if (mustBeHere) faults.add(element, `The ref of ${shown(element)} is “${ref}”, not a place in its unit (#…).`);
    return;
  }
  const fragment = readFragment(ref.slice(1));
  if (typeof fragment === 'string') {
    faults.add(element, `The ref of ${shown(element)} is “${ref}”: ${fragment}.`);
    return;
  }
  const targets = index.resolve(fragment, element);
  if (targets === undefined) return;
  if (targets.length === 0) {
    faults.add(element, `The ref of ${shown(element)} is “${ref}”, and there is nothing of that name.`);
    return;
  }
  const unit = enclosing(element, 'xlf:unit');
  const inUnit = targets.filter((target) => enclosing(target, 'xlf:unit') === unit);
  if (isMatch && !inUnit.some((target) => LEAVES['']?.includes(elementKey(target) ?? ''))) {
    faults.add(element, `The ref of ${shown(element)} is “${ref}”, which is no text of its unit.`);
  }
  if (isComment && !inUnit.some((target) => isElement(target, 'xlf:note'))) {
    faults.add(element, `The ref of the comment ${shown(element)} is “${ref}”, which is no note of its unit.`);
  }
}

function checkSubFlows(element: PlacedElement, index: ElementIndex, faults: Faults): void {
  for (const name of ['subFlows', 'subFlowsStart', 'subFlowsEnd']) {
    const file = element.attributes[name] !== undefined && enclosing(element, 'xlf:file');
    if (!file) continue;
    for (const id of (element.attributes[name] ?? '').trim().split(/\s+/)) {
      if (index.in(file, 'xlf:unit', id).length > 0) continue;
      faults.add(element, `The ${name} of ${shown(element)} is “${id}”, which is no unit of its file.`);
    }
  }
}

/** Finds elements by container, key and id; what a container holds is gathered once. */
class ElementIndex {
  readonly #root: PlacedElement;
  readonly #held = new Map<PlacedElement, Map<string, PlacedElement[]>>();

  constructor(root: PlacedElement) {
    this.#root = root;
  }

  /** Units come in order, and what was gathered of the ones before is not needed again. */
  enter(unit: PlacedElement): void {
    for (const held of this.#held.keys()) {
      if (isElement(held, 'xlf:unit') && held !== unit) this.#held.delete(held);
    }
  }

  in(container: PlacedElement, key: string, id: string): readonly PlacedElement[] {
    let held = this.#held.get(container);
    if (!held) {
      held = new Map();
      for (const element of descendants(container)) {
        const name = `${elementKey(element)} ${element.attributes['id']}`;
        const same = held.get(name);
        if (same) same.push(element);
        else held.set(name, [element]);
      }
      this.#held.set(container, held);
    }
    return held.get(`${key} ${id}`) ?? [];
  }

  /** `undefined` for what is of a module that is not looked into. */
  resolve(fragment: Fragment, from: PlacedElement): readonly PlacedElement[] | undefined {
    const { file: fileId, group, unit: unitId, leaf } = fragment;
    const file =
      fileId === undefined
        ? enclosing(from, 'xlf:file')
        : childrenOf(this.#root, 'xlf:file').find(({ attributes }) => attributes['id'] === fileId);
    if (!file) return [];
    let container: PlacedElement | undefined = file;
    if (unitId !== undefined) [container] = this.in(file, 'xlf:unit', unitId);
    else if (group !== undefined) [container] = this.in(file, 'xlf:group', group);
    else if (fileId === undefined && !fragment.isAbsolute) {
      container = enclosing(from, 'xlf:unit', 'xlf:group', 'xlf:file');
    }
    if (!container) return [];
    if (!leaf) return [container];
    const keys = own(LEAVES, leaf.prefix);
    if (!keys) return undefined;
    const found = container;
    return keys
      .flatMap((key) => this.in(found, key, leaf.id))
      .filter((element) => belongsTo(element, found, leaf.prefix));
  }
}

/** A note or resource belongs to the file, group or unit it stands in, not to those around. */
function belongsTo(element: PlacedElement, container: PlacedElement, prefix: string): boolean {
  if (prefix === 't' && !enclosing(element, 'xlf:target')) return false;
  if (prefix === '' && enclosing(element, 'mtc:match')) return false;
  return enclosing(element, 'xlf:unit', 'xlf:group', 'xlf:file') === container;
}
