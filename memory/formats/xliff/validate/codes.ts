import { own } from '../../own.ts';
import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { elementKey, isElement } from './namespaces.ts';
import { checkReordering } from './reordering.ts';
import { checkUnique, childrenOf, descendants } from './walk.ts';

const CODES: ReadonlySet<string> = new Set(['xlf:ph', 'xlf:pc', 'xlf:sc', 'xlf:ec']);
const IDENTIFIED: ReadonlySet<string> = new Set([...CODES, 'xlf:mrk', 'xlf:sm']);

function isAmong(element: PlacedElement, keys: ReadonlySet<string>): boolean {
  return keys.has(elementKey(element) ?? '');
}

/** What schemas cannot say of the inline elements of a unit. */
export function checkCodes(unit: PlacedElement, faults: Faults): void {
  const parts = childrenOf(unit, 'xlf:segment', 'xlf:ignorable');
  const sources = inlineOf(parts, 'xlf:source');
  const targets = inlineOf(inTargetOrder(parts), 'xlf:target');
  checkUnique([...parts, ...sources.filter((element) => isAmong(element, IDENTIFIED))], 'unit', faults);
  checkUnique([...parts, ...targets.filter((element) => isAmong(element, IDENTIFIED))], 'unit', faults);
  const data = childrenOf(unit, 'xlf:originalData').flatMap((group) => childrenOf(group, 'xlf:data'));
  checkUnique(data, 'unit', faults);
  for (const side of [sources, targets]) {
    checkPairs(side, faults);
    checkEach(side, idsOf(data), faults);
  }
  for (const match of childrenOf(unit, 'mtc:matches').flatMap((group) => childrenOf(group, 'mtc:match'))) {
    checkMatch(match, faults);
  }
  checkDeletion(parts, targets, faults);
  for (const part of parts) checkReordering(part, faults);
}

/** A match is a small unit of its own: its codes refer to its own data. */
function checkMatch(match: PlacedElement, faults: Faults): void {
  const data = childrenOf(match, 'xlf:originalData').flatMap((group) => childrenOf(group, 'xlf:data'));
  for (const key of ['xlf:source', 'xlf:target']) {
    const side = inlineOf([match], key);
    checkUnique(
      side.filter((element) => isAmong(element, IDENTIFIED)),
      'match',
      faults,
    );
    checkPairs(side, faults);
    checkEach(side, idsOf(data), faults);
  }
}

function idsOf(elements: readonly PlacedElement[]): ReadonlySet<string> {
  return new Set(elements.flatMap(({ attributes }) => attributes['id'] ?? []));
}

function inlineOf(parts: readonly PlacedElement[], key: string): readonly PlacedElement[] {
  return parts.flatMap((part) => childrenOf(part, key)).flatMap((side) => [...descendants(side)].slice(1));
}

function inTargetOrder(parts: readonly PlacedElement[]): readonly PlacedElement[] {
  const place = (part: PlacedElement, index: number): number =>
    Number(childrenOf(part, 'xlf:target')[0]?.attributes['order'] ?? index + 1);
  return parts
    .map((part, index) => ({ part, place: place(part, index) }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ part }) => part);
}

/** Each start before its end, both there, and their properties the same. */
function checkPairs(side: readonly PlacedElement[], faults: Faults): void {
  const open = new Map<string, PlacedElement>();
  for (const element of side) {
    const { id = '', isolated, startRef } = element.attributes;
    switch (elementKey(element)) {
      case 'xlf:sc':
        if (isolated !== 'yes') open.set(`sc ${id}`, element);
        break;
      case 'xlf:sm':
        open.set(`sm ${id}`, element);
        break;
      case 'xlf:ec':
        if (isolated === 'yes') checkIsolatedEnd(element, faults);
        else closePair(element, open, faults);
        break;
      case 'xlf:em':
        if (!open.delete(`sm ${startRef}`))
          faults.add(element, `<${element.name}> ends no <sm> that stands before it: “${startRef}”.`);
        break;
    }
  }
  for (const element of open.values()) {
    const advice = isElement(element, 'xlf:sc') ? '; where there is none, it must be isolated="yes"' : '';
    faults.add(element, `${shown(element)} has no end in its unit${advice}.`);
  }
}

function checkIsolatedEnd(ec: PlacedElement, faults: Faults): void {
  const { id, startRef } = ec.attributes;
  if (id === undefined) faults.add(ec, `An isolated <${ec.name}> must have an id.`);
  if (startRef !== undefined) faults.add(ec, `An isolated <${ec.name}> must have no startRef.`);
}

function closePair(ec: PlacedElement, open: Map<string, PlacedElement>, faults: Faults): void {
  const { id, startRef } = ec.attributes;
  if (startRef === undefined) {
    faults.add(ec, `${shown(ec)} that is not isolated must have a startRef.`);
    return;
  }
  if (id !== undefined) faults.add(ec, `${shown(ec)} with a startRef must have no id.`);
  const sc = open.get(`sc ${startRef}`);
  if (!sc) {
    faults.add(ec, `<${ec.name}> ends no <sc> that stands before it: “${startRef}”.`);
    return;
  }
  open.delete(`sc ${startRef}`);
  for (const name of ['canCopy', 'canDelete', 'canOverlap', 'canReorder']) {
    const ofEnd = ec.attributes[name] ?? 'yes';
    const ofStart = sc.attributes[name] ?? 'yes';
    // The end of a code that begins a fixed sequence is a further part of it.
    const wanted = ofStart === 'firstNo' ? 'no' : ofStart;
    if (ofEnd !== wanted)
      faults.add(ec, `The ${name} of <${ec.name}> is ${ofEnd}; with its <sc> it must be ${wanted}.`);
  }
}

function checkEach(side: readonly PlacedElement[], data: ReadonlySet<string>, faults: Faults): void {
  const codes = new Map(side.filter((element) => isAmong(element, CODES)).map((code) => [code.attributes['id'], code]));
  for (const element of side) {
    checkType(element, faults);
    checkData(element, data, faults);
    checkCopy(element, codes, faults);
    checkComment(element, faults);
    const { canReorder, canCopy, canDelete } = element.attributes;
    if ((canReorder === 'no' || canReorder === 'firstNo') && (canCopy !== 'no' || canDelete !== 'no')) {
      faults.add(
        element,
        `${shown(element)} has canReorder="${canReorder}" and so must have canCopy="no" and canDelete="no".`,
      );
    }
  }
}

/** The subtypes XLIFF itself defines, by the type they belong to. */
const SUBTYPES: Readonly<Record<string, string>> = {
  'xlf:b': 'fmt',
  'xlf:i': 'fmt',
  'xlf:u': 'fmt',
  'xlf:lb': 'fmt',
  'xlf:pb': 'fmt',
  'xlf:var': 'ui',
};

function checkType(element: PlacedElement, faults: Faults): void {
  const { type, subType } = element.attributes;
  if (subType === undefined) return;
  if (type === undefined) faults.add(element, `${shown(element)} has a subType but no type.`);
  const wanted = own(SUBTYPES, subType);
  if (type !== undefined && wanted !== undefined && wanted !== type) {
    faults.add(element, `The subType ${subType} of ${shown(element)} belongs to the type ${wanted}, not ${type}.`);
  }
  if (wanted === undefined && subType.startsWith('xlf:')) {
    faults.add(element, `The subType ${subType} of ${shown(element)} is none that XLIFF defines.`);
  }
}

function checkData(element: PlacedElement, data: ReadonlySet<string>, faults: Faults): void {
  for (const name of ['dataRef', 'dataRefStart', 'dataRefEnd']) {
    const id = element.attributes[name];
    if (id !== undefined && !data.has(id)) {
      faults.add(element, `The ${name} of ${shown(element)} is “${id}”, which is no <data> of its unit.`);
    }
  }
}

function checkCopy(
  element: PlacedElement,
  codes: ReadonlyMap<string | undefined, PlacedElement>,
  faults: Faults,
): void {
  const { copyOf } = element.attributes;
  if (copyOf === undefined) return;
  const base = codes.get(copyOf);
  if (!base) faults.add(element, `${shown(element)} is a copy of “${copyOf}”, which is no code of its unit.`);
  if (base?.attributes['canCopy'] === 'no') {
    faults.add(element, `${shown(element)} is a copy of “${copyOf}”, which must not be copied.`);
  }
  if (['dataRef', 'dataRefStart', 'dataRefEnd'].some((name) => element.attributes[name] !== undefined)) {
    faults.add(element, `${shown(element)} has both copyOf and original data.`);
  }
}

function checkComment(element: PlacedElement, faults: Faults): void {
  if (!isElement(element, 'xlf:mrk') && !isElement(element, 'xlf:sm')) return;
  const { type, value, ref } = element.attributes;
  if (type === 'comment' && (value === undefined) === (ref === undefined)) {
    faults.add(element, `The comment ${shown(element)} must have either a value or a ref.`);
  }
}

/** A code that must not be deleted is somewhere in the unit's target, once its own part has one. */
function checkDeletion(parts: readonly PlacedElement[], targets: readonly PlacedElement[], faults: Faults): void {
  const kept = idsOf(targets);
  for (const part of parts) {
    const [target] = childrenOf(part, 'xlf:target');
    if (!target) continue;
    for (const code of inlineOf([part], 'xlf:source')) {
      const { id, canDelete } = code.attributes;
      if (canDelete === 'no' && id !== undefined && isAmong(code, CODES) && !kept.has(id)) {
        faults.add(target, `The code ${shown(code)} of the source must not be deleted, and is not in the target.`);
      }
    }
  }
}
