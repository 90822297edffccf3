import type { Faults } from '../../validate/faults.ts';
import { shown } from '../../validate/faults.ts';
import type { PlacedElement } from '../../xml/placed.ts';
import { childElements } from '../../xml/placed.ts';
import { isElement } from './namespaces.ts';

/** The element and all elements in it, in the order of the file. */
export function* descendants(element: PlacedElement): Generator<PlacedElement> {
  yield element;
  for (const child of childElements(element)) yield* descendants(child);
}

/** The children with that key. */
export function childrenOf(element: PlacedElement, ...keys: readonly string[]): readonly PlacedElement[] {
  return childElements(element).filter((child) => keys.some((key) => isElement(child, key)));
}

/** The innermost element around this one with one of these keys. */
export function enclosing(element: PlacedElement, ...keys: readonly string[]): PlacedElement | undefined {
  for (let around = element.parent; around; around = around.parent) {
    const here = around;
    if (keys.some((key) => isElement(here, key))) return here;
  }
  return undefined;
}

/** The value of an attribute that elements inherit, from the innermost that states it. */
export function inherited(element: PlacedElement, name: string): string | undefined {
  for (let here: PlacedElement | undefined = element; here; here = here.parent) {
    const value = here.attributes[name];
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Reports every element whose id one before it has too. Elements without id are passed over. */
export function checkUnique(
  elements: Iterable<PlacedElement>,
  scope: string,
  faults: Faults,
  idOf: (element: PlacedElement) => string | undefined = ({ attributes }) => attributes['id'],
): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const id = idOf(element);
    if (id === undefined) continue;
    if (seen.has(id)) faults.add(element, `The id of ${shown(element)} is there already in this ${scope}.`);
    seen.add(id);
  }
}
